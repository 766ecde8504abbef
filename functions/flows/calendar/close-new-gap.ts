import { periodOf } from '../../domain/calendar/period.ts';
import { gapBefore } from '../../domain/deadlines/gap.ts';
import type { Heartbeat } from '../../domain/messages/heartbeat.ts';
import type { Rules } from '../../domain/policy/hours.ts';
import type { ParkContext } from '../context/park-context.ts';
import { planWatch } from '../wake/plan-heartbeat.ts';

/**
 * Sees to it that a past day which is a working day only by the calendar of `run` does not count as
 * missed: by `before`, the rules of that day, nobody was to be told anything.
 */
export const closeNewGap = (run: ParkContext, before: Rules): Promise<void> =>
  planWatch(run, (watch) => notMissed(watch, run, before));

function notMissed(
  watch: Heartbeat,
  { now, rules }: ParkContext,
  before: Rules,
): Partial<Heartbeat> {
  const { toldOn } = watch;
  const found = gapBefore(watch, now, rules);
  if (toldOn === null || found === null || gapBefore(watch, now, before) !== null) return {};
  // A sheet of a week or month that has begun since is still to be told.
  const isSame = (['week', 'month'] as const).every(
    (period) => periodOf(period, toldOn) === periodOf(period, found.through),
  );
  return isSame ? { toldOn: found.through } : {};
}
