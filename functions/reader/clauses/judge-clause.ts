import { type DateMeaning, namesDay } from '../dates/date-meaning.ts';
import { type FoundDate, findDates } from '../dates/find-dates.ts';
import { owed } from '../quantities/metric.ts';
import { withoutEnding } from '../text/mapped-text.ts';
import type { ClauseFacts } from './clause-facts.ts';
import { roleOf } from './clause-role.ts';
import { LONGEST_CLAUSE } from './statement.ts';

/** What a segment said before one of its clauses, and what follows it. */
type Before = Pick<ClauseFacts, 'follows' | 'described' | 'joined' | 'last' | 'next'> & {
  /** A date that opened the segment. */
  readonly opening: readonly FoundDate[];
};

type Judged = ReturnType<typeof roleOf> & { readonly dates: readonly FoundDate[] };

/** The role of `clause`, the rule that gives it, and the dates of the clause. */
export function judgeClause(clause: string, before: Before, planYear: number): Judged {
  const text = withoutEnding(clause);
  if (text.length > LONGEST_CLAUSE) return { id: 'skip.too-long', role: 'skip', dates: [] };
  const dates = findDates(text, planYear);
  const { follows, described, joined, last, next } = before;
  const role = roleOf({
    text: withoutOpening(text, dates),
    counted: owed(text).length > 0,
    dated: dates.some(({ meaning }) => commits(meaning)) || isDatedBefore(before),
    follows,
    described,
    last,
    next,
    joined,
  });
  return { ...role, dates };
}

/** Whether a date makes a clause a duty: a day or a recurrence. */
const commits = (meaning: DateMeaning): boolean =>
  namesDay(meaning) || meaning.sort === 'recurring';

/** 12月20日前，园区等级降至D级: the date precedes what is due on it. */
const isDatedBefore = ({ joined, opening }: Before): boolean => joined && opening.length > 0;

/** `text` without the date it starts with, which precedes adverbs and verb. */
function withoutOpening(text: string, [first]: readonly FoundDate[]): string {
  return first && /^[到至]?$/u.test(text.slice(0, first.start))
    ? text.slice(first.end).replace(/^[，、]/u, '')
    : text;
}
