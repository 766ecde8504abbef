import { knownAt, type Return, type Target } from '../domain/target.ts';
import { isLive } from '../domain/task.ts';
import { actorFor } from './actor.ts';
import type { Booker } from './book-steps.ts';
import { changeTaskIfFree } from './change-task.ts';
import { keep, refuseUnseen } from './keep.ts';
import type { Kept, Needs, StoredTask } from './ports.ts';
import { beginRun } from './run.ts';
import { sideBySide } from './side-by-side.ts';

/**
 * Books what is returned: each figure that is not known yet, or corrects what is. It is the report
 * of its task, too. What is known already is not booked again; a repeated call finishes what was cut
 * short.
 *
 * @returns how many targets had news.
 * @throws {BadInput} if the booker may not report on one of the tasks; nothing is booked then.
 * @throws {Conflict} if a target is not any more as it was seen, or after losing to others too many
 *   times; those before it are booked.
 */
export async function returnFigures(
  booker: Booker,
  returned: readonly Return[],
  needs: Needs,
): Promise<number> {
  const run = await beginRun(booker.park, needs);
  const told = await readNews(booker, returned, needs);
  for (const { stored, isNew } of told) {
    if (isNew && stored) actorFor(run, stored.task, booker.by, 'report');
  }
  let written = 0;
  for (const each of told) {
    const kept = await book(booker, each, needs);
    await report(booker, kept ?? each.target, each.stored, needs);
    written += Number(kept !== undefined);
  }
  return written;
}

type Told = Return & {
  readonly isNew: boolean;
  readonly stored: StoredTask | undefined;
  readonly target: Kept<Target>;
};

/** Those of `returned` that say something new, or were said last and may not be reported yet. */
async function readNews(
  { park, by }: Booker,
  returned: readonly Return[],
  needs: Needs,
): Promise<readonly Told[]> {
  const told = await sideBySide(returned, async (each) => {
    const target = await needs.books.targets.find(park, each.id);
    if (!target) return undefined;
    refuseUnseen(each.id, target, each.seen);
    const isNew = newsOf(target.value, each.figures, needs).length > 0;
    if (!isNew && !isReturnBy(target, by)) return undefined;
    return { ...each, isNew, target, stored: await needs.register.task(park, each.id) };
  });
  return told.filter((each) => each !== undefined);
}

const RETURNED = '填报';

/** The version that was seen is asked for with the write itself: two who saw the same do not both win. */
function book(
  { park, by, via }: Booker,
  { id, seen, figures }: Told,
  needs: Needs,
): Promise<Kept<Target> | undefined> {
  const place = { shelf: needs.books.targets, park, id, ...(seen !== undefined && { seen }) };
  const add = (known: Target | undefined): Target => {
    if (!known) throw new Error(`the target ${id} is gone`);
    const news = newsOf(known, figures, needs);
    if (news.length === 0) return known;
    const actuals = news.map((each) => ({ ...each, reportedBy: by, at: needs.now() }));
    return { ...known, actuals: [...known.actuals, ...actuals] };
  };
  const why = `填报${figures.map(({ month }) => `${month}月`).join('、')}数据`;
  return keep(place, add, { by, via, what: RETURNED, why }, needs);
}

/** Whether the target was last changed by a return of `by` that says what to report. */
const isReturnBy = ({ lastChange: { what, why, by: last } }: Kept<Target>, by: string): boolean =>
  what === RETURNED && why !== '' && last === by;

/**
 * Reports on its task what `by` returned of a target last, once however often it is asked for: the
 * change of the target names the report.
 */
async function report(
  { park, by, via }: Booker,
  target: Kept<Target>,
  stored: StoredTask | undefined,
  needs: Needs,
): Promise<void> {
  if (!stored || !isLive(stored.task) || !isReturnBy(target, by)) return;
  const { why, id: key } = target.lastChange;
  const move = { act: 'report', progress: null, note: why, evidence: [] } as const;
  await changeTaskIfFree({ park, task: stored.task.id, by, via, why, key }, move, needs);
}

/** What of `figures` differs from what is known now; a correction says why. */
function newsOf(
  target: Target,
  figures: Return['figures'],
  { now }: Pick<Needs, 'now'>,
): Return['figures'] {
  const known = knownAt(target, now());
  return figures.flatMap((figure) => {
    const before = known.get(figure.month);
    if (before?.value.equals(figure.value)) return [];
    return [{ ...figure, why: before ? figure.why || '更正' : '' }];
  });
}
