import { localDay } from '../../domain/policy/hours.ts';
import type { ClosingLine } from '../../domain/years/closing-line.ts';
import { canTakeBack, standingOfYear, type YearRecord } from '../../domain/years/year-record.ts';
import { refuseActor } from '../context/actor.ts';
import { makerOf } from '../context/maker.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { updateRecord } from '../context/update-record.ts';
import { linesOfYear } from './closing-list.ts';
import { freezeTasks, thawTasks, type YearAuthor } from './frozen-tasks.ts';
import { newYear, readYear } from './read-year.ts';
import { accountNow } from './year-account-of.ts';
import { yearRefusal } from './year-refusal.ts';

/** The year as it is closed, or what has to be decided before. */
export type ClosedYear =
  | { readonly record: YearRecord }
  | { readonly left: readonly ClosingLine[] };

/**
 * Closes `year` (封账): from the first write on nothing of it can be changed; then what is left is
 * marked, looked through once more, and the numbers are frozen. One that was cut short goes on when it
 * is called again. Where something is left to be decided, nothing is written.
 *
 * @throws {BadInput} if the year is not over, or `by` may not.
 */
export async function closeYear(
  run: ParkContext,
  author: YearAuthor,
  year: number,
): Promise<ClosedYear> {
  refuseActor(run, author.by, 'closeYear');
  refuseRunning(run, year);
  const record = (await readYear(run, year))?.value ?? newYear(run, year);
  if (record.state === 'closed') return { record };
  const { lines } = await linesOfYear(run, await readTasks(run), record);
  if (lines.length > 0 && record.state === 'open') return { left: lines };
  const closing = await turned(run, { ...author, what: '开始封账' }, year, (before) =>
    before.state === 'open' ? { ...before, state: 'closing', closedAt: run.now } : before,
  );
  await freezeTasks(run, author, await readTasks(run), year);
  const { lines: left } = await linesOfYear(run, await readTasks(run), closing);
  if (left.length > 0) return { left: await givenUp(run, author, year, left) };
  const account = await accountNow(run, year);
  const after = await turned(run, { ...author, what: '封账' }, year, (before) =>
    before.state === 'closing' ? { ...before, state: 'closed', account } : before,
  );
  // Opened again by somebody else meanwhile: nothing of an open year stays silent.
  if (after.state === 'open') await thawTasks(run, author, await readTasks(run), year);
  return { record: after };
}

/**
 * Opens a closed `year` again, within minutes without a reason (撤回封账).
 *
 * @throws {BadInput} if it is not closed, `by` may not, or no reason is given where one is needed.
 */
export async function reopenYear(
  run: ParkContext,
  author: YearAuthor,
  year: number,
): Promise<YearRecord> {
  refuseActor(run, author.by, 'closeYear');
  const record = (await readYear(run, year))?.value;
  if (!record || record.state === 'open') {
    throw yearRefusal(year, '没有封账，不用重新打开', '请核对年份');
  }
  const isTakenBack = canTakeBack(record, run.now);
  if (!isTakenBack && author.why.trim() === '') {
    throw yearRefusal(year, '封账已经超过10分钟，重新打开须写明原因', '请写明原因');
  }
  const what = isTakenBack ? '撤回封账' : '重新打开年度';
  return opened(run, { ...author, what }, year);
}

/** What is left is planned again before the year is open, so that nothing of an open year is silent. */
async function opened(
  run: ParkContext,
  author: YearAuthor & { readonly what: string },
  year: number,
): Promise<YearRecord> {
  await thawTasks(run, author, await readTasks(run), year);
  return turned(run, author, year, (before) =>
    before.state === 'open' ? before : { ...before, state: 'open', closedAt: null, account: null },
  );
}

/** Somebody was quicker: the year is open again, with what is `left` to be decided. */
async function givenUp(
  run: ParkContext,
  author: YearAuthor,
  year: number,
  left: readonly ClosingLine[],
): Promise<readonly ClosingLine[]> {
  await opened(run, { ...author, what: '撤回封账', why: '封账时又有事项要定' }, year);
  return left;
}

/** @throws {BadInput} if `year` is not over. */
export function refuseRunning(run: ParkContext, year: number): void {
  if (standingOfYear(undefined, year, localDay(run.now, run.rules)) !== 'running') return;
  throw yearRefusal(year, '还没有过完，不能收尾', `请从${year + 1}年1月1日起办理`);
}

async function turned(
  run: ParkContext,
  author: YearAuthor & { readonly what: string },
  year: number,
  change: (before: YearRecord) => YearRecord,
): Promise<YearRecord> {
  const { park, ports } = run;
  const fresh = newYear(run, year);
  const place = { collection: ports.collections.years, park: park.id, id: fresh.id };
  let after = fresh;
  const update = (before = fresh): YearRecord => (after = change(before));
  const { what, why } = author;
  await updateRecord(place, update, { ...makerOf(run, author), what, why }, ports);
  return after;
}
