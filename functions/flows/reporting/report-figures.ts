import type { Change } from '../../domain/contacts/change.ts';
import type { Target, TargetReport } from '../../domain/targets/target.ts';
import { isLive } from '../../domain/tasks/task-status.ts';
import { actorFor } from '../context/actor.ts';
import { refuseClosedYears } from '../context/closed-years.ts';
import { inParallel } from '../context/in-parallel.ts';
import { makerOf } from '../context/maker.ts';
import type { ParkContext } from '../context/park-context.ts';
import { updateRecord } from '../context/update-record.ts';
import type { Booker } from '../funding/book-steps.ts';
import type { StoredTask, Versioned } from '../ports.ts';
import { changeTaskIfFree } from '../tasks/change-task.ts';
import { newsOf } from './new-figures.ts';
import { RETURNED, type ReportRequest, type ReturnedTarget, readReturn } from './read-return.ts';

/**
 * Books what is returned: each figure that is not known yet, or corrects what is. It is the report
 * of its task, too. What is known already is not booked again. Made again after its answer was lost, a
 * return is still one return, with one report.
 *
 * @returns how many targets had news.
 * @throws {BadInput} if the booker may not report on one of the tasks, or the year of a
 *   target is closed; nothing is booked then.
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
  const told = await inParallel(returned, (each) => readReturn(run, each, { by, ...returning }));
  const known = told.filter((each) => each !== undefined);
  refuseReporter(run, known, by);
  const years = known.flatMap(({ isNew, target }) => (isNew ? [target.value.plan] : []));
  await refuseClosedYears(run, years, '填报数据');
  let written = 0;
  for (const each of known) {
    const kept = each.isNew ? await book(run, booker, each, returning) : undefined;
    await report(run, booker, kept?.lastChange ?? each.made, each.stored);
    written += Number(kept !== undefined);
  }
  return written;
}

/** @throws {BadInput} if `by` may not report on the task of one of the targets. */
function refuseReporter(run: ParkContext, told: readonly ReturnedTarget[], by: string): void {
  const tasks = told.flatMap(({ stored, isNew }) => (isNew && stored ? [stored.task] : []));
  for (const task of tasks) actorFor(run, task, by, 'report');
}

/**
 * The figures come before their report: of several who saw the same version one books them, and only
 * that one reports.
 */
function book(
  run: ParkContext,
  booker: Booker,
  { id, figures, target }: ReturnedTarget,
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
