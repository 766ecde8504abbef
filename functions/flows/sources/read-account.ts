import type { Account, AccountSentence, TextSentence } from '../../domain/sources/account.ts';
import type { Draft } from '../../domain/sources/draft.ts';
import { sourceIdOf } from '../../domain/sources/place.ts';
import { type Review, sourceOfReview } from '../../domain/sources/review.ts';
import { account } from '../../reader/account.ts';
import { isTakenAtOnce, sentencePieces } from '../../reader/cuts.ts';
import { readPlan } from '../../reader/read-plan.ts';
import type { Skipped } from '../../reader/skipped.ts';
import { documentOfText } from '../../reader/tables/text-tables.ts';
import { areaStarts } from '../../reader/text/area-starts.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import type { ReviewRead } from './review.ts';

/**
 * Accounts for every character of a plan under review. The text is read again for the reasons; what
 * counts as a draft are the drafts that are kept, and of a new version what is registered already.
 */
export async function readAccount(
  run: ParkContext,
  { kept: { value: review }, drafts }: ReviewRead,
): Promise<Account<TextSentence>> {
  const own = drafts.map(({ value: { draft } }) => draft);
  const reading = readPlan(documentOfText(review.text), { year: review.year });
  const others = reading.drafts.filter((each) => !own.some((draft) => overlap(draft, each)));
  const known = others.length === 0 ? new Map<string, string>() : await knownQuotes(run, review);
  const registered = others.flatMap(({ quote, start, end }) => {
    const id = known.get(quote);
    return id === undefined ? [] : [{ id, start, end }];
  });
  const unlisted = others.filter(({ quote }) => !known.has(quote)).map(notListed);
  const listed = [...own, ...registered];
  const found = account(review.text, listed, [...reading.skipped, ...unlisted]);
  const starts = areaStarts(review.text);
  const areaOf = ({ end }: AccountSentence): number =>
    starts.findLast(({ start }) => start < end)?.area ?? 0;
  const sentences = found.sentences.map((sentence) => ({
    ...sentence,
    area: areaOf(sentence),
    cuts: sentencePieces(sentence),
    isTakenAtOnce: isTakenAtOnce(sentence),
  }));
  return { ...found, sentences };
}

type Range = Pick<Draft, 'start' | 'end'>;

const overlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

/** What is read as a promise and is no draft, such as the rest of one that was cut smaller. */
const notListed = ({ quote, start, end }: Draft): Skipped => ({
  quote,
  start,
  end,
  rule: 'skip.not-listed',
});

/** Ids of what a new version of a source leaves or changes in the register, by its words. */
async function knownQuotes(run: ParkContext, review: Review): Promise<ReadonlyMap<string, string>> {
  if (review.unchanged + review.amended.length === 0) return new Map();
  const source = sourceOfReview(review);
  const tasks = (await readTasks(run)).map(({ task }) => task);
  const registered = tasks.filter((task) => sourceIdOf(task) === source && task.stageOf === null);
  return new Map([...registered, ...review.amended].map(({ quote, id }) => [quote, id]));
}
