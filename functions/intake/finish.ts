import { type FoundDate, findDates } from './dates.ts';
import { dueOf, governing } from './deadline.ts';
import type { Draft } from './draft.ts';
import { counterpartOf } from './counterpart.ts';
import { kindOf } from './kind.ts';
import { amountOf, measure, type Measured } from './metric.ts';
import type { Owners } from './owner-phrases.ts';
import { isMeasured } from './quantity-units.ts';
import { questionsFor } from './questions.ts';
import type { Owned } from './read-unit.ts';
import { placeOf, type Span } from './view.ts';
import { titleOf } from './title.ts';

/** A draft that still has its place in UTF-16 units and no id. */
export type Unnumbered = Omit<Draft, 'id' | 'quote' | 'start' | 'end'> & { readonly place: Span };

export type FinishContext = { readonly planYear: number; readonly area: number; readonly owners: Owners };

const RECURRING = (dates: readonly FoundDate[], text: string): string | null => {
  const found = dates.find(({ meaning }) => meaning.sort === 'recurring');
  return found ? text.slice(found.start, found.end) : null;
};

/** 海榕路、屿南路2条断头路: a number equal to the names just listed is no number to reach. */
const withoutRecount = (measured: Measured | undefined, { listed }: Owned): Measured | undefined =>
  measured && listed > 1 && measured.metric.value === listed && measured.metric.comparator === 'eq' && !isMeasured(measured.metric.unit)
    ? undefined
    : measured;

/** Turns a statement into the draft it stands for. */
export function finish(statement: Owned, { planYear, area, owners }: FinishContext): Unnumbered {
  const { view, reading, clause, dates } = statement;
  const text = view.text;
  const measured = withoutRecount(measure(text), statement);
  const recurrence = RECURRING(findDates(text, planYear), text) ?? RECURRING(findDates(clause, planYear), clause);
  const date = governing(dates);
  const { kind, id } = kindOf({
    text: reading,
    clause,
    measured,
    recurring: recurrence !== null || dates.some(({ meaning }) => meaning.sort === 'recurring'),
    dated: date?.meaning.sort === 'explicit',
  });
  const due = dueOf(kind, date, planYear);
  const amount = kind === 'standing' ? null : amountOf(text, measured);
  return {
    area,
    place: placeOf(view),
    title: titleOf(reading),
    kind,
    due: due.due,
    duePrecision: due.duePrecision,
    metric: measured?.metric ?? null,
    amountCny: amount,
    counterpart: counterpartOf(clause, text),
    hardness: statement.hardness,
    owners: owners.owners,
    support: owners.support,
    recurrence,
    rules: [...new Set([...statement.rules, id, due.rule, ...(measured ? [measured.quantity.rule] : [])])],
    questions: [...statement.questions, ...(due.question ? [due.question] : []), ...questionsFor({ text, clause, measured, kind })],
  };
}
