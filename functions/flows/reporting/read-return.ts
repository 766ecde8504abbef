import type { Change } from '../../domain/contacts/change.ts';
import type { Target, TargetReport } from '../../domain/targets/target.ts';
import type { ParkContext } from '../context/park-context.ts';
import { refuseUnseen } from '../context/update-record.ts';
import type { Booker } from '../funding/book-steps.ts';
import type { Collection, StoredTask, Versioned } from '../ports.ts';
import { newsOf } from './new-figures.ts';

/** How a return is told from another one. */
export type ReportRequest = {
  /**
   * Of the form or call that it came with, so that sent twice it is booked once. Each call is its own
   * without it.
   */
  readonly key?: string | undefined;
  /** The version of the target that its giver saw; a later one is not changed unseen. */
  readonly seen?: number | undefined;
  /** The task of the only target as it was read a moment ago. */
  readonly stored?: StoredTask | undefined;
};

/** What is returned of a target that there is. */
export type ReturnedTarget = TargetReport & {
  readonly target: Versioned<Target>;
  readonly stored: StoredTask | undefined;
  /** Whether it says anything that is not booked yet. */
  readonly isNew: boolean;
  /** The change by which it was booked already, which may not be reported yet. */
  readonly made: Change | undefined;
};

/** @throws {Conflict} if it was changed since it was seen, and not by this very return. */
export async function readReturn(
  { park, ports, rules }: ParkContext,
  returned: TargetReport,
  { by, key, seen, stored: known }: ReportRequest & Pick<Booker, 'by'>,
): Promise<ReturnedTarget | undefined> {
  const { targets } = ports.collections;
  const target = await targets.find(park.id, returned.id);
  if (!target) return undefined;
  const stored = known ?? (await ports.register.task(park.id, returned.id));
  const before = await madeBefore(targets, target, { by, key });
  if (before) return { ...returned, target, stored, isNew: false, made: before };
  refuseUnseen(returned.id, target, seen);
  const seenAt = { now: ports.now(), rules };
  const isNew = newsOf(target.value, returned.figures, seenAt).length > 0;
  const made = isReturnBy(target.lastChange, by) ? target.lastChange : undefined;
  return { ...returned, target, stored, isNew, made };
}

/** The change that the return named `key` made of `target`. */
async function madeBefore(
  targets: Collection<Target>,
  { value: { park, id } }: Versioned<Target>,
  { by, key }: Pick<ReportRequest, 'key'> & Pick<Booker, 'by'>,
): Promise<Change | undefined> {
  if (key === undefined) return undefined;
  return (await targets.history(park, id)).find((change) => change.id === `${by}/${key}`);
}

/** What the history calls a return of figures. */
export const RETURNED = '填报';

/** Whether a change is a return of `by` that says what to report. */
const isReturnBy = ({ what, why, by: whose }: Change, by: string): boolean =>
  what === RETURNED && why !== '' && whose === by;
