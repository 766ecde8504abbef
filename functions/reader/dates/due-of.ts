import type { DuePrecision, PromiseKind } from '../../domain/base/promise.ts';
import { monthEnd } from './calendar-days.ts';
import { namesDay } from './date-meaning.ts';
import type { FoundDate } from './find-dates.ts';

export type Due = {
  readonly due: string | null;
  readonly duePrecision: DuePrecision;
  readonly rule: string;
  readonly question?: string;
};

/** The date that applies: a day takes precedence over a period, the first day over later ones. */
export const governing = (dates: readonly FoundDate[]): FoundDate | undefined =>
  dates.find(({ meaning }) => namesDay(meaning)) ??
  dates.find(({ meaning }) => meaning.sort === 'open') ??
  dates.find(({ meaning }) => meaning.sort === 'period');

const OPEN_QUESTION = '时限只写了事件或相对时间，不能换算成日期，请填写办结日期';

/** The question about a deadline that gives no day; undefined if there is none to ask. */
function whyOpen({ meaning }: FoundDate): string | undefined {
  if (meaning.sort === 'doubtful') return meaning.question;
  return meaning.sort === 'open' ? OPEN_QUESTION : undefined;
}

/** The last day on which a promise of `kind` is on time, given the date that applies to it. */
export function dueOf(kind: PromiseKind, date: FoundDate | undefined, planYear: number): Due {
  if (kind === 'standing') return { due: null, duePrecision: 'none', rule: 'due.standing' };
  const question = date && whyOpen(date);
  if (date && question !== undefined) {
    return { due: null, duePrecision: 'none', rule: date.rule, question };
  }
  if (date?.meaning.sort === 'explicit') return explicitDue(date.meaning, date.rule);
  const due = monthEnd(planYear, 12) ?? null;
  return { due, duePrecision: 'assumed-year-end', rule: 'due.assumed-year-end' };
}

const explicitDue = (
  { day, doubt }: { readonly day: string; readonly doubt?: string },
  rule: string,
): Due => ({ due: day, duePrecision: 'explicit', rule, ...(doubt && { question: doubt }) });
