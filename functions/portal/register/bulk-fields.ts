import type { Temporal } from 'temporal-polyfill';
import type { Source } from '../../domain/sources/source.ts';
import type { BulkAct } from '../../domain/tasks/bulk-act.ts';
import { isFinal } from '../../domain/tasks/move.ts';
import type { Field } from '../ui/input.tsx';
import { urgeFields } from './move-fields.tsx';
import { placesIn } from './places.ts';

/** What the fields of an act depend on. */
type Known = {
  readonly today: Temporal.PlainDate;
  /** Units a task can be handed to. */
  readonly units: readonly string[];
  readonly sources: readonly Source[];
};

const why = (label: string): Field => ({ name: 'why', label, attributes: { maxlength: 500 } });

const fieldsByAct: { readonly [Of in BulkAct]: (known: Known) => readonly Field[] } = {
  reassign: ({ units }) => [
    {
      name: 'leadUnit',
      label: '交给（必填）',
      choices: ['', ...units],
      choiceNames: { '': '请选择' },
    },
    why('原因（必填）'),
  ],
  redate: ({ today }) => [
    { name: 'due', label: '期限（必填）', attributes: { type: 'date', min: today.toString() } },
    why('原因（必填）'),
  ],
  urge: () => urgeFields(true),
  assign: () => [why('说明')],
  amend: ({ sources }) => {
    const places = placesIn(sources);
    return [
      {
        name: 'place',
        label: '所属工作（必填）',
        choices: ['', ...places.map(([key]) => key)],
        choiceNames: { '': '请选择', ...Object.fromEntries(places) },
      },
      why('原因（必填）'),
    ];
  },
  suspend: () => [why('说明')],
  withdraw: () => [why('说明')],
};

/** The fields that a bulk of `act` asks for. */
export const bulkFieldsOf = (act: BulkAct, known: Known): readonly Field[] => [
  ...fieldsByAct[act](known),
  ...(isFinal(act)
    ? [{ name: 'sure', label: '我确认撤销这些事项，以后不能恢复', value: 'yes', isTick: true }]
    : []),
];
