import type { Draft } from './draft.ts';

/** What a draft says of its facts, without its words. */
type Facts = Omit<Draft, 'id' | 'quote' | 'start' | 'end' | 'title'>;

/**
 * A part of `whole`, which was split: what its own words do not say is as the whole had it.
 *
 * @param part - as it is read from its words alone.
 */
export function partOfDraft(part: Draft, whole: Draft): Draft {
  const own = part.duePrecision === 'explicit' ? part : whole;
  return {
    ...part,
    area: whole.area,
    kind: keepsKind(part, whole) ? whole.kind : part.kind,
    due: own.due,
    duePrecision: own.duePrecision,
    owners: whole.owners,
    support: whole.support,
    counterpart: part.counterpart ?? whole.counterpart,
    recurrence: part.recurrence ?? whole.recurrence,
  };
}

/** A target or a sum is one only for the part that has its number. */
const keepsKind = (part: Facts, { kind }: Facts): boolean =>
  part.metric === null && part.amountCny === null && kind !== 'target' && kind !== 'funding';

const LONGEST_TITLE = 200;

/**
 * Two drafts as one, under the id of `first`: its facts, completed by those of `other`.
 *
 * @param text - the whole text, where the two stand next to each other and are to be quoted as one;
 *   undefined where the words of `first` stay the quote.
 */
export function mergedDraft(first: Draft, other: Draft, text: string | undefined): Draft {
  const from = [first, other].find(saysWhen) ?? first;
  return {
    ...first,
    ...(text === undefined ? {} : spanning(first, other, text)),
    title: bothTitles(first.title, other.title),
    due: from.due,
    duePrecision: from.duePrecision,
    metric: first.metric ?? other.metric,
    amountCny: first.amountCny ?? other.amountCny,
    counterpart: first.counterpart ?? other.counterpart,
    owners: first.owners.length > 0 ? first.owners : other.owners,
    support: [...new Set([...first.support, ...other.support])],
    recurrence: first.recurrence ?? other.recurrence,
    rules: [...new Set([...first.rules, ...other.rules])],
    questions: [...new Set([...first.questions, ...other.questions])],
  };
}

/** Whether a draft has a date that somebody said, and did not only assume. */
const saysWhen = ({ due, duePrecision }: Draft): boolean =>
  due !== null && duePrecision !== 'assumed-year-end';

function spanning(
  first: Draft,
  other: Draft,
  text: string,
): Pick<Draft, 'quote' | 'start' | 'end'> {
  const start = Math.min(first.start, other.start);
  const end = Math.max(first.end, other.end);
  return { start, end, quote: Array.from(text).slice(start, end).join('') };
}

const bothTitles = (first: string, other: string): string =>
  first.includes(other) ? first : Array.from(`${first}，${other}`).slice(0, LONGEST_TITLE).join('');
