import type { Temporal } from 'temporal-polyfill';
import { Day } from '../base/parsing.ts';

/** A step of the ladder: calendar days before the due date, that date, working days after it, or weekly. */
export type LadderOccasion =
  | { readonly kind: 'before'; readonly days: number }
  | { readonly kind: 'due' }
  | { readonly kind: 'overdue'; readonly workingDays: number }
  | { readonly kind: 'overdueWeekly'; readonly nth: number };

/** The task is handed over (交办); each assignment has a number. */
type HandOver = { readonly kind: 'handOver'; readonly number: number };

/** A report is due on the return day `of`; `order` counts working days from it, negative before it. */
export type ReportDue = {
  readonly kind: 'reportDue';
  readonly of: Temporal.PlainDate;
  readonly order: number;
};

/** A target may be behind its pace after the return day `of`. */
export type BehindPace = { readonly kind: 'behindPace'; readonly of: Temporal.PlainDate };

/** Something of the task waits for the office to decide, said for the `nth` time. */
export type AwaitsOffice = {
  readonly kind: 'awaitsOffice';
  readonly what: 'review' | 'extension' | 'disowned';
  /** The day or the instant of the request, as text: with `what` it identifies the request. */
  readonly since: string;
  readonly nth: number;
};

/** A decision about the task; each ruling has a number. */
type Decision = { readonly kind: 'decision'; readonly number: number };

/** Nobody answered what was said on the occasion `after`. */
export type Unanswered = {
  readonly kind: 'unanswered';
  readonly after: Occasion;
  readonly why: 'unsigned' | 'lapsed';
  /** The step of the escalation chain that is notified of it. */
  readonly level: number;
};

/** Why something is said about a task. */
export type Occasion =
  | LadderOccasion
  | HandOver
  | ReportDue
  | BehindPace
  | AwaitsOffice
  | Decision
  | Unanswered
  /** A stored key that this version cannot read; it is kept and told as a plain reminder. */
  | { readonly kind: 'unknown'; readonly key: string };

/** One function for each kind of occasion. A new kind compiles only once every such table has it. */
export type ByKind<Result> = {
  readonly [Kind in Occasion['kind']]: (occasion: Occasion & { readonly kind: Kind }) => Result;
};

/** The result of the function that `table` has for the kind of `occasion`. */
export const byKind = <Result>(occasion: Occasion, table: ByKind<Result>): Result =>
  (table[occasion.kind] as (of: Occasion) => Result)(occasion);

const WEEKLY = 'overdue-weekly';

const keys: ByKind<string> = {
  before: ({ days }) => `before-${days}`,
  due: () => 'due',
  overdue: ({ workingDays }) => `overdue-${workingDays}`,
  overdueWeekly: ({ nth }) => `${WEEKLY}-${nth}`,
  handOver: ({ number }) => `assigned-${number}`,
  reportDue: ({ of, order }) => `return-${of.toString()}${order < 0 ? '' : '+'}${order}`,
  behindPace: ({ of }) => `pace-${of.toString()}`,
  awaitsOffice: ({ what, since, nth }) => `waiting-${what}-${since}${nth === 1 ? '' : `+${nth}`}`,
  decision: ({ number }) => `ruling-${number}`,
  unanswered: ({ after, why, level }) => `${keyOf(after)}/${why}-${level}`,
  unknown: ({ key }) => key,
};

/** The key of `occasion`, as it is stored and as the API shows it. */
export const keyOf = (occasion: Occasion): string => byKind(occasion, keys);

/** As {@link keyOf}, without the number of a weekly reminder: the policy and the preview name the step. */
export const stepKeyOf = (occasion: Occasion): string =>
  occasion.kind === 'overdueWeekly' ? WEEKLY : keyOf(occasion);

/** Reads an occasion from the groups of its form; an absent group is an empty text. */
type Read = (first: string, second: string, third: string) => Occasion | undefined;

/** The forms of keys. What they take too liberally does not have the same key and is unknown. */
const forms: readonly (readonly [form: RegExp, read: Read])[] = [
  [/^(.*)\/(unsigned|lapsed)-(\d+)$/s, unansweredOf],
  [/^before-(\d+)$/, (days) => ({ kind: 'before', days: Number(days) })],
  [/^due$/, () => ({ kind: 'due' })],
  [/^overdue-(\d+)$/, (days) => ({ kind: 'overdue', workingDays: Number(days) })],
  [/^overdue-weekly-(\d+)$/, (nth) => ({ kind: 'overdueWeekly', nth: Number(nth) })],
  [/^assigned-(\d+)$/, (number) => ({ kind: 'handOver', number: Number(number) })],
  [/^return-(.{10})([+-]\d+)$/, reportDueOf],
  [/^pace-(.{10})$/, behindPaceOf],
  [/^waiting-(review|extension|disowned)-([^+/]+)(?:\+(\d+))?$/, awaitsOfficeOf],
  [/^ruling-(\d+)$/, (number) => ({ kind: 'decision', number: Number(number) })],
];

function unansweredOf(key: string, why: string, level: string): Unanswered {
  const after = occasionOf(key);
  return { kind: 'unanswered', after, why: why as Unanswered['why'], level: Number(level) };
}

function reportDueOf(day: string, order: string): ReportDue | undefined {
  const of = Day.safeParse(day).data;
  return of && { kind: 'reportDue', of, order: Number(order) };
}

function behindPaceOf(day: string): BehindPace | undefined {
  const of = Day.safeParse(day).data;
  return of && { kind: 'behindPace', of };
}

function awaitsOfficeOf(what: string, since: string, nth: string): AwaitsOffice {
  const times = nth === '' ? 1 : Number(nth);
  return { kind: 'awaitsOffice', what: what as AwaitsOffice['what'], since, nth: times };
}

/** The occasion whose key is `key`. Total: `keyOf(occasionOf(key))` is `key` for every text. */
export function occasionOf(key: string): Occasion {
  for (const [form, read] of forms) {
    const parts = form.exec(key);
    const occasion = parts && readParts(read, parts);
    if (occasion && keyOf(occasion) === key) return occasion;
  }
  return { kind: 'unknown', key };
}

const readParts = (
  read: Read,
  [, first = '', second = '', third = '']: readonly (string | undefined)[],
): Occasion | undefined => read(first, second, third);

/** Whether both are one and the same occasion. */
export const isSameOccasion = (a: Occasion, b: Occasion): boolean => keyOf(a) === keyOf(b);

/** Each of `occasions` once, where it stands first. */
export const eachOnce = (occasions: readonly Occasion[]): readonly Occasion[] => [
  ...new Map(occasions.map((each) => [keyOf(each), each])).values(),
];
