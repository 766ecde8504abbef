import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { FEN_PER_YUAN } from '../base/money.ts';
import { Day, Label, OneLine, PassageText, Title } from '../base/parsing.ts';
import { DuePrecision, Hardness, Metric, PromiseKind } from '../base/promise.ts';
import { SHORT_TITLE } from './task.ts';
import { TaskStatus } from './task-status.ts';

/** A unit, post or id becomes part of keys, which these characters divide. */
const Name = Label.regex(/^[^#/@]*$/, '不能含有 # / @ 这三个符号');

/** No plan that is watched today is older, and none looks farther ahead. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

const PlanDay = Day.refine(({ year }) => year >= FIRST_YEAR && year <= LAST_YEAR, {
  error: `年份应在 ${FIRST_YEAR} 到 ${LAST_YEAR} 之间`,
});

/** Whole yuan that are exact as fen. */
const Yuan = z
  .int()
  .nonnegative()
  .max(Math.floor(Number.MAX_SAFE_INTEGER / FEN_PER_YUAN), '金额太大');

/** One line of a register file. What is not given is filled in when the row becomes a task. */
export const RegisterRow = z
  .object({
    id: z
      .string()
      .regex(
        /^[A-Za-z0-9_-]{1,40}(\.n[1-9]\d{0,2})?$/,
        '编号只能用字母、数字、短横线和下划线，至多 40 个；节点的编号是事项编号加 .n 和序号',
      )
      .brand<'TaskId'>(),
    title: Title,
    kind: PromiseKind,
    due: PlanDay.nullable(),
    leadUnit: Name,
    supportingUnits: z.array(Name).max(20, '至多 20 个单位').readonly().default([]),
    plan: z.int().min(FIRST_YEAR).max(LAST_YEAR).optional(),
    area: z.int().nonnegative().default(0),
    shortTitle: OneLine.min(1).max(SHORT_TITLE, `至多 ${SHORT_TITLE} 个字`).optional(),
    quote: PassageText.default(''),
    hardness: Hardness.default('must'),
    duePrecision: DuePrecision.optional(),
    start: PlanDay.optional(),
    owner: Name.brand<'PostId'>().optional(),
    responsibleLeader: Name.brand<'PostId'>().optional(),
    status: TaskStatus.default('pendingAcceptance'),
    metric: Metric.nullable().default(null),
    recurrence: OneLine.nullable().default(null),
    amountCny: Yuan.nullable().default(null),
  })
  .superRefine((row, context) => {
    for (const { path, message } of contradictions(row)) {
      context.addIssue({ code: 'custom', path: [path], message });
    }
  });
export type RegisterRow = z.infer<typeof RegisterRow>;

type DatesOfRow = {
  readonly due: Temporal.PlainDate | null;
  readonly start?: Temporal.PlainDate | undefined;
  readonly kind: PromiseKind;
  readonly duePrecision?: DuePrecision | undefined;
};

/** What in a row cannot be true together. */
function contradictions(
  row: DatesOfRow,
): readonly { readonly path: string; readonly message: string }[] {
  const { due, start, kind } = row;
  const isEarly = due && start && Temporal.PlainDate.compare(due, start) < 0;
  const early = `期限 ${String(due)} 早于开始日期 ${String(start)}`;
  return [
    ...(isEarly ? [{ path: 'due', message: early }] : []),
    ...(kind === 'standing' && due
      ? [{ path: 'due', message: '长期事项（standing）没有期限，应写 null' }]
      : []),
    ...wrongPrecision(row),
  ];
}

function wrongPrecision({
  due,
  duePrecision,
}: DatesOfRow): readonly { readonly path: string; readonly message: string }[] {
  if (duePrecision === undefined || (duePrecision === 'none') === (due === null)) return [];
  const message = due === null ? '没有期限的事项应写 none' : '有期限的事项不能写 none';
  return [{ path: 'duePrecision', message }];
}
