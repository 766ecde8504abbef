import { Temporal } from 'temporal-polyfill';
import type { SourceId } from '../base/ids.ts';
import type { Fen } from '../base/money.ts';
import type { Metric } from '../base/promise.ts';
import type { JoinedPromise } from '../sources/joined-promise.ts';
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
  /** What another source says of it, to be added. */
  readonly joins?: JoinedPromise;
  /** The source that no longer has it; one of several. */
  readonly leaves?: SourceId;
};

/** Whether `terms` come with another date than `task` has: their own, or that of the source that is left. */
export const movesDate = (task: Task, terms: NewTerms): boolean => {
  const isOwn = terms.leaves !== undefined && terms.leaves === sourceIdOf(task);
  const due = terms.due ?? (isOwn ? task.alsoFrom[0]?.due : null) ?? task.due;
  return due?.toString() !== task.due?.toString();
};

/**
 * `task` on `terms`, or why they are refused, in Chinese. What it was registered with is kept once; the
 * date refuses the past as a decision about it does.
 */
export function onTerms(
  task: Task,
  terms: NewTerms,
  { now, today }: Pick<At, 'now' | 'today'>,
): Task | string {
  if (terms.leaves !== undefined) return withoutSource(task, terms.leaves, { now, today });
  const refusal = wrongGoal(task, terms) ?? wrongAmount(task, terms);
  if (refusal !== undefined) return refusal;
  const said = { ...wordsBy(task, terms), ...figuresBy(task, terms), ...joinedBy(task, terms) };
  const next = placed({ ...task, ...said }, terms);
  const kept = { ...next, original: task.original ?? originalOf(task, now) };
  if (terms.due === undefined || !movesDate(task, terms)) return kept;
  return passedBy(terms.due, today) ?? redated(kept, terms.due, today);
}

const joinedBy = ({ alsoFrom }: Task, { joins }: NewTerms): Pick<Task, 'alsoFrom'> => ({
  alsoFrom: joins ? [...alsoFrom, joins] : alsoFrom,
});

/**
 * `task` without one of its sources. Where that is its own, it keeps its id and takes area, title, words
 * and date of the next one; a date that has passed is not taken.
 */
function withoutSource(task: Task, leaves: SourceId, at: Pick<At, 'now' | 'today'>): Task | string {
  const [next, ...others] = task.alsoFrom;
  if (next === undefined) return '这一项只有一个来源；不再督办的，请撤销';
  if (leaves !== sourceIdOf(task)) {
    const [gone, rest] = [true, false].map((isGone) =>
      task.alsoFrom.filter(({ source }) => (source === leaves) === isGone),
    );
    return { ...formerly(task, gone), alsoFrom: rest ?? [] };
  }
  const { title, quote, due, source, area } = next;
  const isAhead = due !== null && Temporal.PlainDate.compare(due, at.today) >= 0;
  const { areaSource: _, ...rest } = formerly({ ...task, source, area, alsoFrom: others }, [next]);
  return onTerms(rest, { title, quote, ...(isAhead && { due }) }, at);
}

/** `task` with the numbers of promises that no longer are added to it. */
const formerly = (task: Task, gone: readonly JoinedPromise[] = []): Task => ({
  ...task,
  formerIds: [...new Set([...(task.formerIds ?? []), ...gone.map(({ id }) => id)])],
});

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
