import { knownAt, type Return, type Target } from '../domain/target.ts';
import { isLive } from '../domain/task.ts';
import { actorFor } from './actor.ts';
import type { Booker } from './book-steps.ts';
import { changeTask } from './change-task.ts';
import { keep } from './keep.ts';
import type { Kept, Needs, StoredTask } from './ports.ts';
import { beginRun } from './run.ts';
import { sideBySide } from './side-by-side.ts';

/**
 * Books what is returned: each figure that is not known yet, or corrects what is. It is the report
 * of its task, too. What is known already is not booked again.
 *
 * @returns how many targets had news.
 * @throws {BadInput} if the booker may not report on one of the tasks; nothing is booked then.
 */
export async function returnFigures(
  { park, by, via }: Booker,
  returned: readonly Return[],
  needs: Needs,
): Promise<number> {
  const run = await beginRun(park, needs);
  const told = await readNews(park, returned, needs);
  for (const { stored } of told) if (stored) actorFor(run, stored.task, by, 'report');
  let written = 0;
  for (const { id, figures, stored, target } of told) {
    if (stored && isLive(stored.task)) {
      const note = `填报${figures.map(({ month }) => `${month}月`).join('、')}数据`;
      const { progress } = stored.task;
      const report = { act: 'report', progress, note, evidence: [] } as const;
      await changeTask({ park, task: id, by, via, why: note }, report, needs);
    }
    const place = { shelf: needs.books.targets, park, id };
    const add = (known: Target = target.value): Target => {
      const news = newsOf(known, figures, needs);
      const actuals = news.map((each) => ({ ...each, reportedBy: by, at: needs.now() }));
      return { ...known, actuals: [...known.actuals, ...actuals] };
    };
    written += Number(await keep(place, add, { by, via, what: '填报', why: '' }, needs));
  }
  return written;
}

type News = Return & {
  readonly stored: StoredTask | undefined;
  readonly target: Kept<Target>;
};

/** Those of `returned` that say something new, with what they are of. */
async function readNews(
  park: string,
  returned: readonly Return[],
  needs: Needs,
): Promise<readonly News[]> {
  const news = await sideBySide(returned, async (each) => {
    const target = await needs.books.targets.find(park, each.id);
    if (!target || newsOf(target.value, each.figures, needs).length === 0) return undefined;
    return { ...each, target, stored: await needs.register.task(park, each.id) };
  });
  return news.filter((each) => each !== undefined);
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
