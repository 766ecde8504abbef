import type { SourceId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { postNames } from '../../domain/contacts/named-posts.ts';
import { sourceIdsOf } from '../../domain/sources/place.ts';
import type { Readers } from '../../domain/sources/readers.ts';
import type { Source } from '../../domain/sources/source.ts';
import { refuseActor } from '../context/actor.ts';
import { makerOf } from '../context/maker.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { updateRecord } from '../context/update-record.ts';
import type { Booker } from '../funding/book-steps.ts';
import { sourceAsRead } from './keep-source.ts';

/** Who may see a source, as the office changes it. */
export type WantedReaders = {
  readonly id: SourceId;
  readonly readers: Readers;
  /** The version that was seen; 0 for a plan from before sources were records. */
  readonly seen: number;
};

/** Who may see a source, in words. */
export const readersWords = (
  readers: Readers,
  { directory }: Pick<ParkContext, 'directory'>,
): string => {
  if (readers === null) return '公开';
  return readers.length === 0
    ? '只限园区办和各事项的责任岗位'
    : `只限${postNames(readers, directory)}，以及园区办和各事项的责任岗位`;
};

/**
 * Changes who may see a source and what comes from it alone. It holds from now on: what was sent before
 * is not called back.
 *
 * @throws {BadInput} if there is no such source, a post is unknown, or `by` may not.
 * @throws {Conflict} if the source was changed since it was seen.
 */
export async function changeReaders(
  run: ParkContext,
  booker: Booker,
  { id, readers, seen }: WantedReaders,
): Promise<void> {
  refuseActor(run, booker.by, 'enterPlan');
  const { read, before } = await sourceAsRead(run, id);
  if (!before) throw refused(id, '没有这个来源', '请核对编号');
  const unknown = readers?.find((post) => !run.directory.holds(post));
  if (unknown !== undefined) {
    throw refused(id, `通讯录里没有“${unknown}”这个岗位`, '请核对后再填');
  }
  if (readers !== null) await refuseShared(run, id);
  const place = { collection: run.ports.collections.sources, park: run.park.id, id, seen, read };
  const to = readersWords(readers, run);
  const author = { ...makerOf(run, booker), what: '改谁能看', why: '', to };
  const changed = (now: Source | undefined): Source => ({ ...(now ?? before), readers });
  await updateRecord(place, changed, author, run.ports);
}

/** What another source makes, too, would show its words to whom this one is closed. */
async function refuseShared(run: ParkContext, id: SourceId): Promise<void> {
  const shared = (await readTasks(run)).find(({ task }) => {
    const ids = sourceIdsOf(task);
    return ids.length > 1 && ids.includes(id);
  });
  if (!shared) return;
  const message = `事项 ${shared.task.id} 同时出自别的来源，这个来源不能改为不公开`;
  throw refused(id, message, '请先在那一项拆分，再改');
}

const refused = (id: SourceId, message: string, remedy: string): BadInput =>
  new BadInput([{ place: `来源 ${id}`, message, remedy }]);
