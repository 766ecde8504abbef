import type { Temporal } from 'temporal-polyfill';
import { type Contact, type Directory, directoryOf } from '../domain/contact.ts';
import { DamagedRecord } from '../domain/faults.ts';
import type { Step } from '../domain/funding.ts';
import type { PolicyInForce, Rules } from '../domain/hours.ts';
import { firstDayOf, type PolicyVersion } from '../domain/policy.ts';
import type { Lists } from '../domain/project-list.ts';
import type { Needs, Park, Shelf } from './ports.ts';
import { type Slots, slotsOf } from './slots.ts';

/** One look at one park: its rules and posts as they were when it began, and one instant. */
export type Run = {
  readonly park: Park;
  readonly rules: Rules;
  readonly directory: Directory;
  /** Every contact that can be read, in the order of the register. */
  readonly contacts: readonly Contact[];
  readonly now: Temporal.Instant;
  readonly slots: Slots;
  /** Names this run as the holder of what it claims. */
  readonly holder: string;
  readonly needs: Needs;
  readonly report: Report;
  /** Ids of digests that were opened on the way and are to be sent by this run. Grows and is emptied. */
  readonly opened: string[];
  /** The steps of the park's money, read once when they are first asked for. */
  readonly steps: () => Promise<readonly Step[]>;
  /** The lists that figures are counted from, read once when they are first asked for. */
  readonly lists: () => Promise<Lists>;
};

/** What a run did, for the log. Grows while the run goes on. */
export type Report = {
  /** Records that were due and decided. */
  decided: number;
  /** Digests that went out. */
  sent: number;
  /** Ids of digests that were given up after their last refusal. */
  readonly failed: string[];
  /** Keys of records that cannot be read. */
  readonly damaged: string[];
  /** What went wrong with single records, which a later run takes up again. */
  readonly faults: { readonly at: string; readonly fault: string }[];
};

/**
 * Begins a run for the park called `id`.
 *
 * @throws {UnknownPark}
 */
export async function beginRun(id: string, needs: Needs): Promise<Run> {
  const now = needs.now();
  const park = await needs.register.park(id);
  const read = await needs.register.contacts(id);
  const damaged = read.flatMap((each) => (each instanceof DamagedRecord ? [each.key] : []));
  const contacts = read.flatMap((each) => (each instanceof DamagedRecord ? [] : [each]));
  return {
    park,
    rules: rulesOf(park, needs),
    directory: directoryOf(contacts),
    contacts,
    now,
    slots: slotsOf(needs.clock, now),
    holder: needs.newId(),
    needs,
    opened: [],
    report: { decided: 0, sent: 0, failed: [], damaged, faults: [] },
    steps: stepsOf(id, needs),
    lists: listsOf(id, needs),
  };
}

/** Reads the steps of the park's money at the first call, and answers with them ever after. */
function stepsOf(park: string, { books }: Needs): () => Promise<readonly Step[]> {
  let read: ReturnType<typeof books.steps.all> | undefined;
  return async () => {
    read ??= books.steps.all(park);
    return (await read).flatMap((each) => (each instanceof DamagedRecord ? [] : [each.value]));
  };
}

/** Reads the park's lists at the first call, and answers with them ever after. */
function listsOf(park: string, { books }: Needs): () => Promise<Lists> {
  let read: Promise<Lists> | undefined;
  const whole = async <Value>(shelf: Shelf<Value>): Promise<readonly Value[]> =>
    (await shelf.all(park)).flatMap((each) => (each instanceof DamagedRecord ? [] : [each.value]));
  const readAll = async (): Promise<Lists> => ({
    projects: await whole(books.projects),
    enterprises: await whole(books.enterprises),
  });
  return () => (read ??= readAll());
}

/** The rules that `park` goes by, each policy with the first day it governs. */
export function rulesOf(
  { policies: [first, ...later], timeZone }: Park,
  { calendar }: Pick<Needs, 'calendar'>,
): Rules {
  const inForce = ({ policy, effectiveFrom }: PolicyVersion): PolicyInForce => ({
    policy,
    from: firstDayOf(effectiveFrom, timeZone),
  });
  return { policies: [inForce(first), ...later.map(inForce)], calendar, timeZone };
}

/**
 * Does one step of a run. Its failure is noted and does not stop the others: whatever was not
 * finished still wakes, and the sweep takes it up.
 */
export async function alone<Answer>(
  run: Run,
  at: string,
  step: () => Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await step();
  } catch (fault) {
    if (fault instanceof DamagedRecord) noteDamage(run, fault);
    else run.report.faults.push({ at, fault: String(fault) });
    return undefined;
  }
}

/** Notes a record that cannot be read: it is named in the log, and counted for the office. */
export function noteDamage({ report }: Run, { key }: DamagedRecord): void {
  if (!report.damaged.includes(key)) report.damaged.push(key);
}

/** Some records of a run failed. What was not finished still wakes; a later run takes it up. */
export class UnfinishedRun extends Error {
  override readonly name = 'UnfinishedRun';
  readonly report: Report;

  constructor(report: Report) {
    super(report.faults.map(({ at, fault }) => `${at}: ${fault}`).join('; '));
    this.report = report;
  }
}

/**
 * Ends a run.
 *
 * @throws {UnfinishedRun} if any record failed, so that the platform tries again and alarms.
 */
export function endRun({ report }: Run): Report {
  if (report.faults.length > 0) throw new UnfinishedRun(report);
  return report;
}
