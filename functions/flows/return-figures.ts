import { knownAt, type Return, type Target } from '../domain/target.ts';
import { isLive } from '../domain/task.ts';
import { actorFor } from './actor.ts';
import type { Booker } from './book-steps.ts';
import { changeTask } from './change-task.ts';
import { keep, refuseUnseen, wasKept } from './keep.ts';
import type { Kept, Needs, StoredTask } from './ports.ts';
import { beginRun, type Run } from './run.ts';
import { sideBySide } from './side-by-side.ts';

/** How a return is told from another one. */
export type Returning = {
  /**
   * Of the form or call that it came with, so that sent twice it is booked once. Without it the same
   * figures, given to the same state of a target, are the same return.
   */
  readonly key?: string | undefined;
  /** The version of the target that its giver saw; a later one is not changed unseen. */
  readonly seen?: number | undefined;
};

/**
 * Books what is returned: each figure that is not known yet, or corrects what is. It is the report
 * of its task, too. What is known already is not booked again. Made again after its answer was lost, a
 * return is still one return, with one report.
 *
 * @returns how many targets had news.
 * @throws {BadInput} if the booker may not report on one of the tasks; nothing is booked then.
 * @throws {Conflict} if somebody else changed a target since its giver saw it.
 */
export async function returnFigures(
  { park, by, via }: Booker,
  returned: readonly Return[],
  needs: Needs,
  { key, seen }: Returning = {},
): Promise<number> {
  const run = await beginRun(park, needs);
  const told = await readNews(run, returned, { by, key });
  for (const { id, stored, target } of told) {
    if (stored) actorFor(run, stored.task, by, 'report');
    refuseUnseen(id, target, seen);
  }
  let written = 0;
  for (const { id, figures, stored, target, name } of told) {
    if (stored && isLive(stored.task)) {
      const note = `填报${figures.map(({ month }) => `${month}月`).join('、')}数据`;
      const { progress } = stored.task;
      const report = { act: 'report', progress, note, evidence: [] } as const;
      await changeTask({ park, task: id, by, via, why: note, key: name }, report, needs);
    }
    const place = { shelf: needs.books.targets, park, id, seen };
    const add = (known: Target = target.value): Target => {
      const news = newsOf(known, figures, needs);
      if (news.length === 0) return known;
      const actuals = news.map((each) => ({ ...each, reportedBy: by, at: needs.now() }));
      return { ...known, actuals: [...known.actuals, ...actuals] };
    };
    const keeper = { by, via, what: '填报', why: '', id: `${by}/${name}` };
    written += Number((await keep(place, add, keeper, needs)) !== undefined);
  }
  return written;
}

type News = Return & {
  readonly stored: StoredTask | undefined;
  readonly target: Kept<Target>;
  /** Of this return among those of its giver. */
  readonly name: string;
};

/** Those of `returned` that say something new and were not booked before, with what they are of. */
async function readNews(
  { park, needs }: Run,
  returned: readonly Return[],
  { by, key }: Pick<Booker, 'by'> & Pick<Returning, 'key'>,
): Promise<readonly News[]> {
  const shelf = needs.books.targets;
  const news = await sideBySide(returned, async (each) => {
    const target = await shelf.find(park.id, each.id);
    if (!target || newsOf(target.value, each.figures, needs).length === 0) return undefined;
    const name = key ?? nameOf(each, target);
    const place = { shelf, park: park.id, id: each.id };
    if (key !== undefined && (await wasKept(place, `${by}/${name}`))) return undefined;
    return { ...each, target, name, stored: await needs.register.task(park.id, each.id) };
  });
  return news.filter((each) => each !== undefined);
}

const nameOf = ({ figures }: Return, { version }: Kept<Target>): string =>
  [`return-${version}`, ...figures.map(({ month, value }) => `${month}=${value.toString()}`)].join(
    ' ',
  );

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
