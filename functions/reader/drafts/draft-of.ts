import type { Draft } from '../../domain/sources/draft.ts';
import { kindOf } from '../clauses/kind.ts';
import type { Owned } from '../clauses/read-unit.ts';
import { namesDay } from '../dates/date-meaning.ts';
import { dueOf, governing } from '../dates/due-of.ts';
import { type FoundDate, findDates } from '../dates/find-dates.ts';
import type { Owners } from '../owners/owner-phrases.ts';
import { amountOf, type Measured, promisedMetric } from '../quantities/metric.ts';
import { isMeasured } from '../quantities/units.ts';
import { placeOf, type TextSpan } from '../text/mapped-text.ts';
import { counterpartOf } from './counterpart.ts';
import { questionsFor } from './questions.ts';
import { titleOf } from './title.ts';

/** A draft before it gets its id, with its range in UTF-16 units. */
export type Unnumbered = Omit<Draft, 'id' | 'quote' | 'start' | 'end'> & {
  readonly place: TextSpan;
};

export type FinishContext = {
  readonly planYear: number;
  readonly area: number;
  readonly owners: Owners;
};

/** The recurrence of a duty, as printed; its own words take precedence over those around it. */
function recurrenceOf(texts: readonly string[], planYear: number): string | null {
  for (const text of texts) {
    const found = findDates(text, planYear).find(({ meaning }) => meaning.sort === 'recurring');
    if (found) return text.slice(found.start, found.end);
  }
  return null;
}

/** 海榕路、屿南路2条断头路: a number equal to the names just listed is not a goal. */
function promised(text: string, { listed }: Owned): Measured | undefined {
  const measured = promisedMetric(text);
  const { value, comparator, unit } = measured?.metric ?? {};
  const recounts = listed > 1 && value === listed && comparator === 'eq' && !isMeasured(unit ?? '');
  return recounts ? undefined : measured;
}

const recurs = (dates: readonly FoundDate[]): boolean =>
  dates.some(({ meaning }) => meaning.sort === 'recurring');

/** The draft for a statement. */
export function finish(statement: Owned, { planYear, area, owners }: FinishContext): Unnumbered {
  const { view, reading, clause, dates } = statement;
  const measured = promised(view.text, statement);
  const recurrence = recurrenceOf([view.text, clause], planYear);
  const date = governing(dates);
  const { kind, id } = kindOf({
    text: reading,
    clause,
    measured,
    recurring: recurrence !== null || recurs(dates),
    dated: statement.dated && dates.some(({ meaning }) => namesDay(meaning)),
  });
  const { due, duePrecision, rule, question } = dueOf(kind, date, planYear);
  const rules = [...statement.rules, id, rule, measured?.quantity.rule];
  const doubts = dates.flatMap(({ meaning }) =>
    meaning.sort === 'doubtful' ? [meaning.question] : [],
  );
  const questions = [
    question,
    ...doubts,
    ...questionsFor({ text: view.text, clause, measured, kind }),
  ].filter((one) => one !== undefined);
  return {
    area,
    place: placeOf(view),
    title: titleOf(reading, view.text, measured !== undefined),
    kind,
    due,
    duePrecision,
    metric: measured ? measured.metric : null,
    amountCny: kind === 'standing' ? null : amountOf(view.text, measured),
    counterpart: counterpartOf(clause, view.text),
    hardness: statement.hardness,
    owners: owners.owners,
    support: owners.support,
    recurrence,
    rules: [...new Set(rules.filter((one) => one !== undefined))],
    questions: [...new Set(questions)],
  };
}
