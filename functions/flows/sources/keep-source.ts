import type { SourceId } from '../../domain/base/ids.ts';
import { type Review, sourceOfReview } from '../../domain/sources/review.ts';
import { type Source, sourceTextId } from '../../domain/sources/source.ts';
import type { ParkContext } from '../context/park-context.ts';
import { type Author, nextOf, updateRecord } from '../context/update-record.ts';
import type { Versioned } from '../ports.ts';

/**
 * Stores the text of `review` as the newest version of its source, once. Runs before any of its tasks is
 * registered, so that none stands without its source. The text comes first: a version always has one.
 *
 * @throws {Conflict} if the source was changed at the same moment.
 */
export async function keepVersion(run: ParkContext, review: Review, author: Author): Promise<void> {
  const { ports, park } = run;
  const id = sourceOfReview(review);
  const { read, before } = await sourceAsRead(run, id);
  const versions = before?.versions ?? [];
  if (versions.some((version) => version.review === review.id)) return;

  const number = 1 + versions.reduce((most, version) => Math.max(most, version.number), 0);
  await keepText(run, { id, number, text: review.text }, author);
  const { kind, title, documentNumber, date, from, year, areas, file } = review;
  const { readers } = before ?? review;
  const about = { kind, title, documentNumber, date, from, readers, year };
  const answer = answerSaid(review) ?? answerSaid(before);
  const version = { number, file, review: review.id };
  const all = { ...about, ...answer, areas, versions: [...versions, version] };
  const value: Source = { id, park: park.id, ...all };
  const seen = read?.version ?? 0;
  const place = { collection: ports.collections.sources, park: park.id, id, seen, read };
  await updateRecord(place, () => value, author, ports);
}

/** What is to be reported, where that is said. */
const answerSaid = (
  said: Pick<Source, 'answer'> | undefined,
): Required<Pick<Source, 'answer'>> | undefined => said?.answer && { answer: said.answer };

/**
 * Puts the source of a publication that was taken back as it was before; one that was not there is gone. What
 * somebody changed since keeps all but the version.
 */
export async function restoreSource(
  { park, ports }: ParkContext,
  review: Review,
  author: Author,
): Promise<void> {
  const { sources } = ports.collections;
  const id = sourceOfReview(review);
  const read = await sources.find(park.id, id);
  if (!read?.value.versions.some((version) => version.review === review.id)) return;
  const isUntouched = read.lastChange.what === KEPT && read.lastChange.why === review.file;
  const before = isUntouched ? review.sourceBefore : undefined;
  if (before === null) {
    await sources.takeBack(read, nextOf(read, read.value, author, ports).lastChange);
    return;
  }
  const change = (now = read.value): Source => before ?? withoutVersion(now, review);
  await updateRecord({ collection: sources, park: park.id, id, read }, change, author, ports);
}

const withoutVersion = (source: Source, { id }: Review): Source => ({
  ...source,
  versions: source.versions.filter(({ review }) => review !== id),
});

/** What is done with a source when a version of it is published. */
export const KEPT = '发布';

/** A source as its record has it now; without a record, as an older one stands for it. */
export async function sourceAsRead(
  run: ParkContext,
  id: SourceId,
): Promise<{
  readonly read: Versioned<Source> | undefined;
  readonly before: Source | undefined;
}> {
  const read = await run.ports.collections.sources.find(run.park.id, id);
  const before = read?.value ?? (await run.sources()).find((source) => source.id === id);
  return { read, before };
}

/** Stores the text of a version; one that is there is replaced, as its version was never published. */
async function keepText(
  { ports, park }: ParkContext,
  { id, number, text }: { readonly id: SourceId; readonly number: number; readonly text: string },
  author: Author,
): Promise<void> {
  const { sourceTexts } = ports.collections;
  const value = { id: sourceTextId(id, number), park: park.id, text };
  const known = await sourceTexts.find(park.id, value.id);
  if (known?.value.text === text) return;
  await sourceTexts.put(known, nextOf(known, value, author, ports));
}

/** A source of one version, with its text. */
export type SourceWithText = { readonly source: Source; readonly text: string };

/** Enters a source with its text; one that is there stays as it is. */
export async function enterSource(
  { ports }: ParkContext,
  { source, text }: SourceWithText,
): Promise<void> {
  const author: Author = { by: 'office', via: '导入', what: '登记来源', why: source.title };
  const { park, id } = source;
  const first = { id: sourceTextId(id, 1), park, text };
  const { sourceTexts, sources } = ports.collections;
  await sourceTexts.put(undefined, nextOf(undefined, first, author, ports));
  await sources.put(undefined, nextOf(undefined, source, author, ports));
}
