import { localDay } from '../../domain/policy/hours.ts';
import { isRestricted } from '../../domain/sources/readers.ts';
import { accountPaper } from '../../domain/years/account-paper.ts';
import { taskIn } from '../../domain/years/task-in-year.ts';
import { listedInYear, type YearAccount, yearAccount } from '../../domain/years/year-account.ts';
import { writeAccountDocument } from '../../files/write-account.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { tellApart } from '../context/tell-apart.ts';
import { readYear, standingsIn } from './read-year.ts';

/** The account of a year, and whether its numbers can still change. */
export type AccountRead = { readonly account: YearAccount; readonly isDraft: boolean };

/**
 * The account of `year`: as it was at closing, or as its numbers are at the run's instant. It is a paper
 * that anybody may read: what is restricted is counted, and not named.
 */
export async function accountOf(run: ParkContext, year: number): Promise<AccountRead> {
  const frozen = (await readYear(run, year))?.value.account ?? null;
  return frozen === null
    ? { account: await accountNow(run, year), isDraft: true }
    : { account: await stillOpen(run, frozen), isDraft: false };
}

/** The account that was frozen, without what was restricted since: that is counted as hidden. */
async function stillOpen(run: ParkContext, frozen: YearAccount): Promise<YearAccount> {
  const sources = await run.sourceRecords();
  if (sources.every(({ readers }) => readers === null)) return frozen;
  const all = (await readTasks(run)).map(({ task }) => task);
  const secret = new Set<string>(
    all.flatMap((task) => (isRestricted(task, sources) ? task.id : [])),
  );
  const isOpen = ({ id }: { readonly id: string }): boolean => !secret.has(id);
  const [carried, targets] = [frozen.carried.filter(isOpen), frozen.targets.filter(isOpen)];
  const isSame = carried.length + targets.length === frozen.carried.length + frozen.targets.length;
  if (isSame) return frozen;
  // Nothing of a closed year changes, so that what is left can be counted again.
  const counted = await accountNow(run, frozen.year);
  return { ...counted, on: frozen.on, carried, targets };
}

/** The account of `year` as its numbers are at the run's instant. */
export async function accountNow(run: ParkContext, year: number): Promise<YearAccount> {
  const sources = await run.sourceRecords();
  const all = (await readTasks(run)).map(({ task }) => task);
  const ofYear = all.filter((task) => taskIn(task, year) !== undefined);
  const open = ofYear.filter((task) => !isRestricted(task, sources));
  const named = await tellApart(run, open);
  return yearAccount({
    park: run.park.id,
    year,
    today: localDay(run.now, run.rules),
    tasks: open.map(named),
    figures: await standingsIn(run, open, year),
    hidden: listedInYear(
      ofYear.filter((task) => isRestricted(task, sources)),
      year,
    ).length,
  });
}

/** The account of `year` as a Word document. */
export async function accountDocument(run: ParkContext, year: number): Promise<Uint8Array> {
  const { account, isDraft } = await accountOf(run, year);
  return writeAccountDocument(accountPaper(account, { parkName: run.park.name, isDraft }));
}
