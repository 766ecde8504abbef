import { localDay } from '../../domain/policy/hours.ts';
import { isRestricted } from '../../domain/sources/readers.ts';
import { paceRow } from '../../domain/targets/pace-report.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { accountPaper } from '../../domain/years/account-paper.ts';
import type { TargetStanding } from '../../domain/years/target-results.ts';
import { taskIn } from '../../domain/years/task-in-year.ts';
import { listedInYear, type YearAccount, yearAccount } from '../../domain/years/year-account.ts';
import { writeAccountDocument } from '../../files/write-account.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { tellApart } from '../context/tell-apart.ts';
import { figuresOfTasks } from '../targets/pace-words.ts';

/** The account of a year, and whether its numbers can still change. */
export type AccountRead = { readonly account: YearAccount; readonly isDraft: boolean };

/**
 * The account of `year` as of the run's instant. It is a paper that anybody may read: what is
 * restricted is counted, and not named.
 */
export async function accountOf(run: ParkContext, year: number): Promise<AccountRead> {
  const sources = await run.sourceRecords();
  const all = (await readTasks(run)).map(({ task }) => task);
  const ofYear = all.filter((task) => taskIn(task, year) !== undefined);
  const open = ofYear.filter((task) => !isRestricted(task, sources));
  const named = await tellApart(run, open);
  const account = yearAccount({
    park: run.park.id,
    year,
    today: localDay(run.now, run.rules),
    tasks: open.map(named),
    figures: await standingsOf(run, open, year),
    hidden: listedInYear(
      ofYear.filter((task) => isRestricted(task, sources)),
      year,
    ).length,
  });
  return { account, isDraft: true };
}

/** The account of `year` as a Word document. */
export async function accountDocument(run: ParkContext, year: number): Promise<Uint8Array> {
  const { account, isDraft } = await accountOf(run, year);
  return writeAccountDocument(accountPaper(account, { parkName: run.park.name, isDraft }));
}

async function standingsOf(
  run: ParkContext,
  tasks: readonly Task[],
  year: number,
): Promise<ReadonlyMap<string, TargetStanding>> {
  const then = new Map(tasks.map((task) => [task.id, taskIn(task, year) ?? task]));
  const { targets, ...lists } = await figuresOfTasks(run, then);
  return new Map(
    targets.map((target) => {
      const row = paceRow({ target, lists }, then.get(target.id), run.now, run.rules);
      return [target.id, { target, row }] as const;
    }),
  );
}
