import type { Temporal } from 'temporal-polyfill';
import type { Gap } from '../../domain/deadlines/gap.ts';
import type { Heartbeat } from '../../domain/messages/heartbeat.ts';
import { unlessDamaged } from '../context/damaged.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { Stored } from '../ports.ts';

/** The gap that `run` meets as it is written down; null where there is none, or nobody was asked. */
export const readGap = async (run: Watched): Promise<Gap | null> =>
  (await readWatch(run))?.value.gap ?? null;

/** A watch that cannot be read says nothing of a gap: reconcile begins it again. */
export const readWatch = (run: Watched): Promise<Stored<Heartbeat> | undefined> =>
  unlessDamaged(run, () => run.ports.register.watch(run.park.id), undefined);

type Watched = Pick<ParkContext, 'park' | 'ports' | 'report'>;

/** The question that was asked at `askedAt`, as stored; null if it no longer applies. */
export async function standingGap(
  run: ParkContext,
  askedAt: Temporal.Instant,
): Promise<{ readonly read: Stored<Heartbeat>; readonly gap: Gap } | null> {
  const read = await readWatch(run);
  const gap = read?.value.gap;
  return read && gap?.askedAt.equals(askedAt) ? { read, gap } : null;
}

/** Writes `gap` to the watch as it was read. @returns whether nobody else wrote to it meanwhile. */
export const isGapPut = async (
  run: ParkContext,
  { value, version }: Stored<Heartbeat>,
  gap: Gap,
): Promise<boolean> =>
  (await run.ports.register.putWatch({ ...value, gap }, version)) === 'written';
