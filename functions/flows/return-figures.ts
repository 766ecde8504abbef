import { corrects } from '../domain/figure-check.ts';
import { localDay } from '../domain/hours.ts';
import { type Actual, knownAt, monthsOver, type Return, type Target } from '../domain/target.ts';
import { isLive } from '../domain/task.ts';
import { actorFor } from './actor.ts';
import type { Booker } from './book-steps.ts';
import { changeTask } from './change-task.ts';
import { keep } from './keep.ts';
import { planTask } from './plan-wakes.ts';
import type { Kept, Needs, StoredTask } from './ports.ts';
import { beginRun, type Run } from './run.ts';
import { sideBySide } from './side-by-side.ts';

/**
 * Books what is returned: each figure that is not known yet, or corrects what is. It is the report
 * of its task, too, whose wake goes by it from then on. What is known already is not booked again.
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
  const told = await readNews(run, returned);
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
      const news = newsOf(run, known, figures);
      if (news.length === 0) return known;
      const actuals = news.map((each) => ({ ...each, reportedBy: by, at: needs.now() }));
      return { ...known, actuals: [...known.actuals, ...actuals] };
    };
    written += Number(await keep(place, add, { by, via, what: '填报', why: '' }, needs));
    if (stored) await planTask(await beginRun(park, needs), id);
  }
  return written;
}

type News = Return & {
  readonly stored: StoredTask | undefined;
  readonly target: Kept<Target>;
};

/** Those of `returned` that say something new, with what they are of. */
async function readNews(run: Run, returned: readonly Return[]): Promise<readonly News[]> {
  const { books, register } = run.needs;
  const news = await sideBySide(returned, async (each) => {
    const target = await books.targets.find(run.park.id, each.id);
    if (!target || newsOf(run, target.value, each.figures).length === 0) return undefined;
    return { ...each, target, stored: await register.task(run.park.id, each.id) };
  });
  return news.filter((each) => each !== undefined);
}

type NewFigure = Pick<Actual, 'month' | 'value' | 'source' | 'why' | 'asOf'>;

/**
 * What of `figures` differs from what is known now. A figure of a period that is not over goes through
 * today; one of the whole period is news beside it even where the number is the same.
 */
function newsOf(
  { now, rules }: Run,
  target: Target,
  figures: Return['figures'],
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
