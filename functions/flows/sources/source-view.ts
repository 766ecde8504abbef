import type { SourceId } from '../../domain/base/ids.ts';
import type { Change } from '../../domain/contacts/change.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import { sourceIdOf } from '../../domain/sources/place.ts';
import type { Source } from '../../domain/sources/source.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { sightOf } from '../context/sight.ts';

/** A source as one contact may see it. */
export type SourceView = {
  readonly source: Source;
  /** 0 for a plan that was stored before sources were records. */
  readonly version: number;
  /** Number of its tasks that the viewer may see. */
  readonly tasks: number;
};

/** The sources that `viewer` may see, in the order of their codes. */
export async function sourceViews(
  run: ParkContext,
  viewer: Contact,
): Promise<readonly SourceView[]> {
  const { sees, seesSource } = await sightOf(run, viewer);
  const tasks = (await readTasks(run)).map(({ task }) => task).filter(sees);
  const sources = (await run.sources()).filter(seesSource);
  return Promise.all(
    sources.map(async (source) => {
      const kept = await run.ports.collections.sources.find(run.park.id, source.id);
      const own = tasks.filter((task) => sourceIdOf(task) === source.id);
      return { source: kept?.value ?? source, version: kept?.version ?? 0, tasks: own.length };
    }),
  );
}

/** The source called `id`; undefined where `viewer` may see none of that name. */
export const sourceView = async (
  run: ParkContext,
  viewer: Contact,
  id: SourceId,
): Promise<SourceView | undefined> =>
  (await sourceViews(run, viewer)).find(({ source }) => source.id === id);

/** Every change of the source `id`, oldest first. */
export const sourceHistory = (
  { ports, park }: ParkContext,
  id: SourceId,
): Promise<readonly Change[]> => ports.collections.sources.history(park.id, id);
