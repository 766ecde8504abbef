import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Temporal } from 'temporal-polyfill';
import { type Fen, wanInput } from '../../domain/base/money.ts';
import type { Metric } from '../../domain/base/promise.ts';
import { placeKey } from '../../domain/sources/place.ts';
import type { Act } from '../../domain/tasks/move.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { type Field, Input, Tick } from '../ui/input.tsx';
import type { Refused } from './move-form.ts';
import { placesIn } from './places.ts';
import type { TaskView } from './task-view.ts';

const why: Field = { name: 'why', label: '说明', attributes: { maxlength: 500 } };

/** A day that the task can be due on, not before `min`. */
const dayField = (label: string, min: Temporal.PlainDate): Field => ({
  name: 'due',
  label,
  attributes: { type: 'date', min: min.toString() },
});

/** A day from today on that is later than the date the task has. */
function laterField(label: string, { row: { task }, today }: TaskView): Field {
  const next = task.due?.add({ days: 1 });
  return dayField(label, next && next.since(today).sign > 0 ? next : today);
}

/** The fields of an urging; `asksAgain` adds the box that another may be sent at once today. */
export const urgeFields = (asksAgain: boolean): readonly Field[] => [
  { name: 'why', label: '催办的话（必填，一句）', attributes: { maxlength: 200 } },
  {
    name: 'when',
    label: '何时发出',
    choices: ['digest', 'now'],
    choiceNames: { digest: '随下一份提醒', now: '即刻发出' },
  },
  ...(asksAgain
    ? [{ name: 'again', label: '今天再发一次（今天已即刻催办过）', value: 'yes', isTick: true }]
    : []),
];
const percentOf = ({ progress }: Task): Field => ({
  name: 'progress',
  label: '进度（%）',
  attributes: { type: 'number', min: 0, max: 100, inputmode: 'numeric' },
  value: String(progress),
});

/** The fields of the acts that ask for more than a word of explanation. */
const fieldsOf: { readonly [Of in Act]?: (view: TaskView) => readonly Field[] } = {
  report: ({ row: { task } }) => [
    ...(task.work ? [] : [percentOf(task)]),
    { ...why, label: '进展说明' },
    { name: 'evidence', label: '佐证链接（选填）', attributes: { type: 'url' } },
  ],
  support: () => [
    { ...why, label: '配合情况' },
    { name: 'evidence', label: '佐证链接（选填）', attributes: { type: 'url' } },
  ],
  requestExtension: (view) => [laterField('希望延到', view), { ...why, label: '原因' }],
  grant: (view) => [
    { ...laterField('核定到', view), value: view.row.task.request?.due.toString() },
    why,
  ],
  redate: ({ today }) => [dayField('核定到', today), why],
  correctDue: ({ row: { task } }) => [
    { ...dayField('应为', task.start), value: task.due?.toString() },
    { ...why, label: '原因' },
  ],
  resume: ({ row: { task } }) =>
    task.due === null
      ? [why]
      : [{ ...dayField('恢复后的期限', task.start), value: task.due.toString() }, why],
  amend: termFields,
  waitFor: ({ waits }) => [
    { name: 'tasks', label: '前置事项的编号', value: waits.map(({ id }) => id).join('、') },
    why,
  ],
  urge: ({ isUrgedToday }) => urgeFields(isUrgedToday),
  reassign: ({ row: { task }, units }) => [
    { name: 'leadUnit', label: '交给', choices: units, value: task.leadUnit },
    why,
  ],
};

/** The terms of the task as they are, to be changed. */
function termFields({ row: { task }, sources }: TaskView): readonly Field[] {
  const { title, supportingUnits, due, kind, metric, amountFen, stageOf } = task;
  const places = placesIn(sources.filter(({ year }) => year === task.plan));
  const now = placeKey(task);
  return [
    { name: 'title', label: '标题', value: title, attributes: { maxlength: 200 }, isLong: true },
    ...(kind === 'standing'
      ? []
      : [{ name: 'due', label: '期限', value: due?.toString(), attributes: { type: 'date' } }]),
    ...(metric === null ? [] : [goalField(metric)]),
    ...(amountFen === null || stageOf !== null ? [] : [amountField(amountFen)]),
    {
      name: 'supportingUnits',
      label: '配合单位（几个单位用顿号分开）',
      value: supportingUnits.join('、'),
      attributes: { maxlength: 400, autocomplete: 'off' },
    },
    {
      name: 'place',
      label: '所属工作',
      choices: ['', ...places.map(([key]) => key)],
      choiceNames: { '': '不改', ...Object.fromEntries(places) },
      value: places.some(([key]) => key === now) ? now : '',
    },
    { ...why, label: '原因' },
  ];
}

const goalField = ({ value, unit }: Metric): Field => ({
  name: 'goal',
  label: `目标值（${unit}）`,
  value: String(value),
  attributes: { inputmode: 'decimal' },
});

const amountField = (amount: Fen): Field => ({
  name: 'amount',
  label: '金额（万元）',
  value: wanInput(amount),
  attributes: { inputmode: 'decimal' },
});

/** The fields of one move. */
export const MoveFields = ({
  act,
  view,
  refused,
}: {
  readonly act: Act;
  readonly view: TaskView;
  readonly refused: Refused | null;
}): JSX.Element => (
  <>
    {(fieldsOf[act]?.(view) ?? [why]).map((field) => {
      const id = `${act}-${field.name}`;
      const fault = refused?.faults.find(({ field: name }) => name === field.name)?.message;
      return field.isTick ? (
        <Tick id={id} field={field} fault={fault} />
      ) : (
        <Input
          id={id}
          field={{ ...field, value: refused?.fields[field.name] ?? field.value }}
          fault={fault}
        />
      );
    })}
  </>
);
