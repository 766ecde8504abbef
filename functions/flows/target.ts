import { Temporal } from 'temporal-polyfill';
import type { Contact } from '../domain/contact.ts';
import type { PaceRow } from '../domain/pace-report.ts';
import { actingAs, mayRead } from '../domain/permissions.ts';
import type { Actual, Target } from '../domain/target.ts';
import { paceOfTask } from './pace-words.ts';
import type { Kept } from './ports.ts';
import type { Run } from './run.ts';

/** One target with everything that was returned of it. */
export type TargetRead = {
  readonly kept: Kept<Target>;
  readonly row: PaceRow;
  /** Whether the viewer may return its figures. */
  readonly mayReturn: boolean;
};

/** What was returned of a target by `now`; a clock that was moved back knows nothing of what came later. */
export const returnedBy = ({ actuals }: Target, now: Temporal.Instant): readonly Actual[] =>
  actuals.filter(({ at }) => Temporal.Instant.compare(at, now) <= 0);

/** The target called `id` as of the run's instant; undefined where `viewer` has none of that name. */
export async function readTarget(
  run: Run,
  viewer: Contact,
  id: string,
): Promise<TargetRead | undefined> {
  const stored = await run.needs.register.task(run.park.id, id);
  if (!stored || !mayRead(viewer, stored.task)) return undefined;
  const kept = await run.needs.books.targets.find(run.park.id, id);
  const row = await paceOfTask(run, stored.task);
  if (!kept || !row) return undefined;
  const insteadOf = run.directory.standsInFor(viewer.id);
  const mayReturn = 'as' in actingAs(viewer, insteadOf, 'report', stored.task);
  return { kept, row, mayReturn };
}
