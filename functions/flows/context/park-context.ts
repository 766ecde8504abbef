import type { Temporal } from 'temporal-polyfill';
import { DamagedRecord } from '../../domain/base/faults.ts';
import type { DigestId, TaskId } from '../../domain/base/ids.ts';
import { calendarWith } from '../../domain/calendar/entered-holidays.ts';
import type { Contact, Directory } from '../../domain/contacts/contact.ts';
import type { Subscription } from '../../domain/contacts/subscription.ts';
import type { UnitMove } from '../../domain/contacts/unit-move.ts';
import type { FundingStep } from '../../domain/funding/funding.ts';
import type { PolicyInForce, Rules } from '../../domain/policy/hours.ts';
import { firstDayOf, type PolicyVersion } from '../../domain/policy/policy-version.ts';
import type { Source } from '../../domain/sources/source.ts';
import type { Lists } from '../../domain/targets/project-list.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { YearRecord } from '../../domain/years/year-record.ts';
import type { Collection, Park, Ports, StoredTask } from '../ports.ts';
import { noteDamage, readable, unlessDamaged } from './damaged.ts';
import { type RunReport, UnfinishedRun } from './run-report.ts';
import type { EnsureSlots } from './slots.ts';

/**
 * One look at one park: its rules and posts as they were when it was opened, and one instant. Edges open
 * it once a request or event and hand it to the flows.
 */
export type ParkContext = {
  readonly park: Park;
  readonly rules: Rules;
  readonly directory: Directory;
  /** Every contact that can be read, in the order of the register. */
  readonly contacts: readonly Contact[];
  /** Units that were or will be renamed or merged, those of today in effect; oldest first. */
  readonly unitMoves: readonly UnitMove[];
  readonly now: Temporal.Instant;
  readonly slots: EnsureSlots;
  /** Names this run as the holder of what it claims. */
  readonly holder: string;
  /** They read tasks in force, and digests, under the present names of units. */
  readonly ports: Ports;
  /** The same, under the names that are stored. */
  readonly storedPorts: Ports;
  readonly report: RunReport;
  /** Ids of digests that were filled on the way and are to be sent by this run. Grows and is emptied. */
  readonly opened: Set<DigestId>;
  /** The steps of the park's money, read once when they are first asked for. */
  readonly steps: () => Promise<readonly FundingStep[]>;
  /** How the addresses of the park's contacts stand, read once when they are first asked for. */
  readonly subscriptions: () => Promise<readonly Subscription[]>;
  /** How the closing of the park's years stands, read once when it is first asked for. */
  readonly years: () => Promise<readonly YearRecord[]>;
  /** The lists that figures are counted from, read once when they are first asked for. */
  readonly lists: () => Promise<Lists>;
  /** Where the park's tasks come from, in the order of their codes; read once when first asked for. */
  readonly sources: () => Promise<readonly Source[]>;
  /** Those of them that have a record, which alone can be restricted; read once when first asked for. */
  readonly sourceRecords: () => Promise<readonly Source[]>;
  /** The tasks that wait for another one, by its id, read once when they are first asked for. */
  readonly waiting: () => Promise<ReadonlyMap<TaskId, readonly Task[]>>;
};

/** What of a collection can be read; the rest is noted. */
export async function readableOn<Value>(
  run: ParkContext,
  collection: Collection<Value>,
): Promise<readonly Value[]> {
  const read = await Array.fromAsync(readable(run, await collection.all(run.park.id)));
  return read.map(({ value }) => value);
}

/** Every task of the park's register that can be read; the rest is noted. */
export const readTasks = ({ park, ports, report }: ParkContext): Promise<readonly StoredTask[]> =>
  Array.fromAsync(readable({ report }, ports.register.tasks(park.id)));

/**
 * The rules that `park` follows, each policy with the first day it governs. What its office entered of
 * the calendar lies over the package's table.
 */
export function rulesOf(
  { policies: [first, ...later], timeZone, holidays }: Park,
  ports: Pick<Ports, 'calendar'>,
): Rules {
  const inForce = ({ policy, effectiveFrom }: PolicyVersion): PolicyInForce => ({
    policy,
    from: firstDayOf(effectiveFrom, timeZone),
  });
  const calendar =
    holidays instanceof DamagedRecord
      ? ports.calendar
      : calendarWith(ports.calendar, holidays.value);
  return { policies: [inForce(first), ...later.map(inForce)], calendar, timeZone };
}

/**
 * Does one step of a run. Its failure is noted and does not stop the others: whatever was not
 * finished still wakes, and the sweep takes it up.
 */
export async function alone<Answer>(
  run: ParkContext,
  at: string,
  step: () => Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await step();
  } catch (fault) {
    if (fault instanceof DamagedRecord) noteDamage(run, fault);
    else run.report.faults.push({ at, fault });
    return undefined;
  }
}

/** The task called `id`; one that cannot be read is noted and does not hide the others. */
export const readWhole = (run: ParkContext, id: TaskId): Promise<StoredTask | undefined> =>
  unlessDamaged(run, () => run.ports.register.task(run.park.id, id), undefined);

/**
 * Ends a run.
 *
 * @throws {UnfinishedRun} if any record failed, so that the platform tries again and alarms.
 */
export function endRun({ report }: ParkContext): RunReport {
  if (report.faults.length > 0) throw new UnfinishedRun(report);
  return report;
}
