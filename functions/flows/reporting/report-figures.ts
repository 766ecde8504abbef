import type { Temporal } from 'temporal-polyfill';
import { monthsOver } from '../../domain/calendar/reporting-months.ts';
import type { Change } from '../../domain/contacts/change.ts';
import { localDay, type Rules } from '../../domain/policy/hours.ts';
import { corrects } from '../../domain/targets/figure-check.ts';
import {
  type Actual,
  knownAt,
  type Target,
  type TargetReport,
} from '../../domain/targets/target.ts';
import { isLive } from '../../domain/tasks/task-status.ts';
import { actorFor } from '../context/actor.ts';
import { inParallel } from '../context/in-parallel.ts';
import { makerOf } from '../context/maker.ts';
import type { ParkContext } from '../context/park-context.ts';
import { refuseUnseen, updateRecord } from '../context/update-record.ts';
import type { Booker } from '../funding/book-steps.ts';
import type { Collection, StoredTask, Versioned } from '../ports.ts';
import { changeTaskIfFree } from '../tasks/change-task.ts';

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

/**
 * Books what is returned: each figure that is not known yet, or corrects what is. It is the report
 * of its task, too. What is known already is not booked again. Made again after its answer was lost, a
 * return is still one return, with one report.
 *
 * @returns how many targets had news.
 * @throws {BadInput} if the booker may not report on one of the tasks; nothing is booked then.
 * @throws {Conflict} if somebody else changed a target since its giver saw it; nothing of that target is
 *   booked or reported then, but those before it are.
 */
export async function returnFigures(
  run: ParkContext,
  booker: Booker,
  returned: readonly TargetReport[],
  returning: ReportRequest = {},
): Promise<number> {
  const { by } = booker;
  const told = await inParallel(returned, (each) => read(run, each, { by, ...returning }));
  const known = told.filter((each) => each !== undefined);
  refuseReporter(run, known, by);
  let written = 0;
  for (const each of known) {
    const kept = each.isNew ? await book(run, booker, each, returning) : undefined;
    await report(run, booker, kept?.lastChange ?? each.made, each.stored);
    written += Number(kept !== undefined);
  }
  return written;
}

/** @throws {BadInput} if `by` may not report on the task of one of the targets. */
function refuseReporter(run: ParkContext, told: readonly Told[], by: string): void {
  const tasks = told.flatMap(({ stored, isNew }) => (isNew && stored ? [stored.task] : []));
  for (const task of tasks) actorFor(run, task, by, 'report');
}

/** What is returned of a target that there is. */
type Told = TargetReport & {
  readonly target: Versioned<Target>;
  readonly stored: StoredTask | undefined;
  /** Whether it says anything that is not booked yet. */
  readonly isNew: boolean;
  /** The change by which it was booked already, which may not be reported yet. */
  readonly made: Change | undefined;
};

/** @throws {Conflict} if it was changed since it was seen, and not by this very return. */
async function read(
  { park, ports, rules }: ParkContext,
  returned: TargetReport,
  { by, key, seen, stored: known }: ReportRequest & Pick<Booker, 'by'>,
): Promise<Told | undefined> {
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

const RETURNED = '填报';

/** Whether a change is a return of `by` that says what to report. */
const isReturnBy = ({ what, why, by: whose }: Change, by: string): boolean =>
  what === RETURNED && why !== '' && whose === by;

/**
 * The figures come before their report: of several who saw the same version one books them, and only
 * that one reports.
 */
function book(
  run: ParkContext,
  booker: Booker,
  { id, figures, target }: Told,
  { key, seen }: ReportRequest,
): Promise<Versioned<Target> | undefined> {
  const { park, ports, rules } = run;
  const { by } = booker;
  const post = run.directory.contact(by)?.post;
  const add = (known: Target | undefined): Target => {
    if (!known) throw new Error(`the target ${id} is gone`);
    const news = newsOf(known, figures, { now: ports.now(), rules });
    if (news.length === 0) return known;
    const given = {
      reportedBy: by,
      ...(post !== undefined && { reportedName: post }),
      at: ports.now(),
    };
    const actuals = news.map((each) => ({ ...each, ...given }));
    return { ...known, actuals: [...known.actuals, ...actuals] };
  };
  const why = `填报${figures.map(({ month }) => `${month}月`).join('、')}数据`;
  const wish = key === undefined ? undefined : `${by}/${key}`;
  const place = { collection: ports.collections.targets, park: park.id, id, seen, read: target };
  return updateRecord(
    place,
    add,
    { ...makerOf(run, booker), what: RETURNED, why, id: wish },
    ports,
  );
}

/** Reports on its task what a change booked, once however often it is asked for: the change names it. */
async function report(
  run: ParkContext,
  { by, via }: Booker,
  change: Change | undefined,
  stored: StoredTask | undefined,
): Promise<void> {
  if (!change || !stored || !isLive(stored.task)) return;
  const { why, id: key } = change;
  const move = { act: 'report', progress: null, note: why, evidence: [] } as const;
  await changeTaskIfFree(run, { task: stored.task.id, by, via, why, key }, move, stored);
}

type NewFigure = Pick<Actual, 'month' | 'value' | 'source' | 'why' | 'asOf'>;

/**
 * What of `figures` differs from what is known at `now`. A figure of a period
 * that is not over goes through today; one of the whole period is news next to it even where the number
 * is the same.
 */
function newsOf(
  target: Target,
  figures: TargetReport['figures'],
  { now, rules }: { readonly now: Temporal.Instant; readonly rules: Rules },
): readonly NewFigure[] {
  const known = knownAt(target, now);
  const today = localDay(now, rules);
  return figures.flatMap(({ month, value, source, why }) => {
    const before = known.get(month);
    const asOf = month > monthsOver(today, target.plan) ? today : null;
    const isSame = before?.value.equals(value) && (before.asOf === null || asOf !== null);
    if (isSame) return [];
    return [{ month, value, source, asOf, why: corrects(before, { value }) ? why : '' }];
  });
}
