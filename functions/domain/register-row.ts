import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { postFor } from './contact.ts';
import { Day } from './parsing.ts';
import { DuePrecision, Hardness, Metric, PromiseKind } from './promise.ts';
import { SHORT_TITLE, type Task, TaskStatus } from './task.ts';

/** A unit, post or id becomes part of keys, which these characters divide. */
const Name = z
  .string()
  .trim()
  .min(1, '不能为空')
  .max(60, '至多 60 个字')
  .regex(/^[^#/@]*$/, '不能含有 # / @ 这三个符号');

/** One line of a register file. What is not given is filled in when the row becomes a task. */
export const RegisterRow = z
  .object({
    id: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,40}$/, '编号只能用字母、数字、短横线和下划线，至多 40 个'),
    title: z.string().trim().min(1, '不能为空').max(200, '至多 200 个字'),
    kind: PromiseKind,
    due: Day.nullable(),
    leadUnit: Name,
    plan: z.int().min(1949).max(9999).optional(),
    area: z.int().nonnegative().default(0),
    shortTitle: z.string().min(1).max(SHORT_TITLE, `至多 ${SHORT_TITLE} 个字`).optional(),
    quote: z.string().default(''),
    hardness: Hardness.default('must'),
    duePrecision: DuePrecision.optional(),
    start: Day.optional(),
    owner: Name.optional(),
    responsibleLeader: Name.optional(),
    status: TaskStatus.default('pendingAcceptance'),
    metric: Metric.nullable().default(null),
    amountCny: z.int().nonnegative().nullable().default(null),
  })
  .superRefine(({ due, start, kind }, context) => {
    if (due && start && Temporal.PlainDate.compare(due, start) < 0) {
      const message = `期限 ${due.toString()} 早于开始日期 ${start.toString()}`;
      context.addIssue({ code: 'custom', path: ['due'], message });
    }
    if (kind === 'standing' && due) {
      const message = '长期事项（standing）没有期限，应写 null';
      context.addIssue({ code: 'custom', path: ['due'], message });
    }
  });
export type RegisterRow = z.infer<typeof RegisterRow>;

const FEN_PER_YUAN = 100;

/** The plan that a row is entered for. */
export type Entry = {
  readonly park: string;
  /** Year of the plan; a row that is due earlier belongs to the year it is due in. */
  readonly plan: number;
  readonly at: Temporal.Instant;
};

/**
 * The task that `row` stands for. A row that is still to be accepted counts as handed over at the
 * entry; others were in hand before.
 *
 * @throws {RangeError} if the row's money is beyond exact integer fen.
 */
export function taskOf(row: RegisterRow, { park, plan, at }: Entry): Task {
  const { id, area, title, quote, kind, hardness, leadUnit, status, metric } = row;
  const year = row.plan ?? Math.min(plan, row.due?.year ?? plan);
  const number = status === 'pendingAcceptance' ? 1 : 0;
  return {
    id,
    park,
    plan: year,
    area,
    title,
    shortTitle: row.shortTitle ?? shortened(title),
    quote,
    kind,
    hardness,
    leadUnit,
    ...postsOf(row),
    ...datesOf(row, year),
    status,
    metric,
    amountFen: row.amountCny === null ? null : fen(row.amountCny),
    assignment: { number, at: at.round('second') },
    ...untouched,
  };
}

/** What only moves bring about. */
const untouched = {
  progress: 0,
  lastReport: null,
  evidence: [],
  request: null,
  extensions: [],
  doneOn: null,
} as const;

const datesOf = (
  { start, due, duePrecision }: RegisterRow,
  year: number,
): Pick<Task, 'start' | 'due' | 'originalDue' | 'duePrecision' | 'silentThrough'> => ({
  start: start ?? Temporal.PlainDate.from({ year, month: 1, day: 1 }),
  due,
  originalDue: due,
  duePrecision: duePrecision ?? (due ? 'explicit' : 'none'),
  silentThrough: null,
});

const postsOf = ({
  leadUnit,
  owner,
  responsibleLeader,
}: RegisterRow): Pick<Task, 'owner' | 'responsibleLeader'> => ({
  owner: owner ?? postFor('owner', leadUnit),
  responsibleLeader: responsibleLeader ?? postFor('responsibleLeader', leadUnit),
});

function fen(yuan: number): number {
  const amount = yuan * FEN_PER_YUAN;
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${yuan} yuan is beyond exact fen`);
  return amount;
}

const segmenter = new Intl.Segmenter('zh');

function shortened(title: string): string {
  const characters = Array.from(segmenter.segment(title), ({ segment }) => segment);
  return characters.length <= SHORT_TITLE
    ? title
    : `${characters.slice(0, SHORT_TITLE - 1).join('')}…`;
}
