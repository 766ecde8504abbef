import { Temporal } from 'temporal-polyfill';
import type { SourceId } from '../base/ids.ts';
import type { Fen } from '../base/money.ts';
import type { Metric } from '../base/promise.ts';
import { sourceIdOf } from '../sources/place.ts';
import { type At, passedBy, redated } from './date-moves.ts';
import { shortened } from './row-task.ts';
import type { Task } from './task.ts';
import type { OriginalTerms } from './task-parts.ts';

/** What of a registered task is to be as said here; what is absent stays as it is. */
export type NewTerms = {
  readonly title?: string;
  /** The words of its source, of which a newer version has others. */
  readonly quote?: string;
  readonly supportingUnits?: readonly string[];
  readonly due?: Temporal.PlainDate;
  /** Value of its number, in the unit that it has. */
  readonly goal?: number;
  readonly amountFen?: Fen;
  readonly place?: { readonly source: SourceId; readonly area: number };
};

/** Whether `due` is another date than `task` has. */
export const movesDate = (task: Pick<Task, 'due'>, { due }: NewTerms): boolean =>
  due !== undefined && !(task.due !== null && Temporal.PlainDate.compare(task.due, due) === 0);

/**
 * `task` on `terms`, or why they are refused, in Chinese. What it was registered with is kept once; the
 * date refuses the past as a decision about it does.
 */
export function onTerms(task: Task, terms: NewTerms, { now, today }: At): Task | string {
  const refusal = wrongGoal(task, terms) ?? wrongAmount(task, terms);
  if (refusal !== undefined) return refusal;
  const next = placed({ ...task, ...wordsBy(task, terms), ...figuresBy(task, terms) }, terms);
  const kept = { ...next, original: task.original ?? originalOf(task, now) };
  if (terms.due === undefined || !movesDate(task, terms)) return kept;
  return passedBy(terms.due, today) ?? redated(kept, terms.due, today);
}

const wordsBy = (
  task: Task,
  { title = task.title, quote = task.quote, supportingUnits = task.supportingUnits }: NewTerms,
): Pick<Task, 'title' | 'shortTitle' | 'quote' | 'supportingUnits'> => ({
  title,
  shortTitle: title === task.title ? task.shortTitle : shortened(title),
  quote,
  supportingUnits: [...new Set(supportingUnits)].filter((unit) => unit !== task.leadUnit),
});

const figuresBy = (
  { metric, amountFen }: Task,
  terms: NewTerms,
): Pick<Task, 'metric' | 'amountFen'> => ({
  metric: metric && { ...metric, value: terms.goal ?? metric.value },
  amountFen: terms.amountFen ?? amountFen,
});

function placed(task: Task, { place }: NewTerms): Task {
  if (place === undefined) return task;
  const { areaSource: _, ...rest } = task;
  const { source, area } = place;
  return source === sourceIdOf(task) ? { ...rest, area } : { ...rest, area, areaSource: source };
}

const originalOf = (task: Task, now: Temporal.Instant): OriginalTerms => {
  const { title, quote, supportingUnits, metric, amountFen, area, areaSource } = task;
  const words = { title, quote, supportingUnits, metric, amountFen, area };
  return { at: now.round('second'), ...words, ...(areaSource && { areaSource }) };
};

function wrongGoal({ metric }: Task, { goal }: NewTerms): string | undefined {
  if (goal === undefined) return undefined;
  return metric === null ? '这一项没有目标值，不能调整目标值' : wrongValue(metric, goal);
}

function wrongValue({ comparator }: Metric, goal: number): string | undefined {
  if (comparator === 'rank-le' && !(Number.isInteger(goal) && goal >= 1)) {
    return '名次应是从 1 起的整数';
  }
  return goal > 0 || comparator === 'growth' ? undefined : '目标值应大于 0';
}

function wrongAmount({ amountFen, stageOf }: Task, terms: NewTerms): string | undefined {
  if (terms.amountFen === undefined || terms.amountFen === amountFen) return undefined;
  if (amountFen === null) return '这一项没有金额，不能调整金额';
  return stageOf === null ? undefined : '这一项是资金的一个环节，金额请在资金页上改';
}
