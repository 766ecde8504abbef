import type { Temporal } from 'temporal-polyfill';
import { decide } from '../domain/decide.ts';
import { hasCome, localDay } from '../domain/hours.ts';
import type { Notice } from '../domain/notice.ts';
import { firstWorkingDayOf } from '../domain/period.ts';
import { sheetPeriod } from '../domain/sheet-notices.ts';
import { decideWatch } from '../domain/watch.ts';
import { addNotice } from './add-notice.ts';
import { planBy } from './adopt-policy.ts';
import { measuredTask } from './measured-task.ts';
import type { WakingRef } from './ports.ts';
import { alone, type Run } from './run.ts';
import { settleAnswers } from './settle-answers.ts';

/**
 * Decides each of `refs` that is due, puts what is to be said into the ledger and only then moves
 * the record on.
 *
 * @returns the ids of the digests to look at: those that were filled and those among `refs`.
 */
export async function settle(run: Run, refs: readonly WakingRef[]): Promise<ReadonlySet<string>> {
  const digests = new Set<string>();
  for (const ref of refs) {
    const filled = await alone(run, nameOf(ref), () => settleOne(run, ref));
    for (const id of filled ?? []) digests.add(id);
  }
  return digests;
}

const nameOf = (ref: WakingRef): string => ('id' in ref ? ref.id : ref.record);

async function settleOne(run: Run, ref: WakingRef): Promise<readonly string[]> {
  if (ref.record === 'task') return settleTask(run, ref.id);
  if (ref.record === 'digest') return settleAnswers(run, ref.id);
  if (ref.record === 'watch') return settleWatch(run);
  await planBy(run, ref.version);
  return [];
}

async function settleTask(run: Run, id: string): Promise<readonly string[]> {
  const { register } = run.needs;
  const read = await register.task(run.park.id, id);
  if (!read || !hasCome(read.wakeAt, run.now)) return [];
  const task = await measuredTask(run, read.task);
  const { notices, next, heard } = decide(task, read.heard, run.now, run.rules);
  const filled = await addAll(run, notices, read.wakeAt);
  await run.slots(run.park.id, next);
  await register.advance(read, { heard, wakeAt: next });
  run.report.decided += 1;
  return filled;
}

async function settleWatch(run: Run): Promise<readonly string[]> {
  const { register } = run.needs;
  const read = await register.watch(run.park.id);
  if (!read || !hasCome(read.value.wakeAt, run.now)) return [];
  const { notices, next } = decideWatch(read.value, run.now, run.rules, run.contacts);
  const filled = await addAll(run, notices, read.value.wakeAt);
  await run.slots(run.park.id, next.wakeAt);
  await register.putWatch(next, read.version);
  run.report.decided += 1;
  return filled;
}

/** What is said of a task has its own planned instant, what is said of the park that of its watch. */
async function addAll(
  run: Run,
  notices: readonly Notice[],
  wakeAt: Temporal.Instant,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const notice of notices) {
    const plannedAt = notice.about === 'task' ? notice.plannedAt : wakeAt;
    ids.push(await addNotice(run, notice, dayOf(run, notice, plannedAt), plannedAt));
  }
  return ids;
}

/** A sheet lies under the first day of its period whenever it is told, so that it is found again. */
function dayOf(run: Run, notice: Notice, plannedAt: Temporal.Instant): Temporal.PlainDate {
  const period = notice.about === 'park' ? sheetPeriod(notice) : undefined;
  if (period === undefined) return localDay(plannedAt, run.rules);
  return firstWorkingDayOf(period, localDay(run.now, run.rules), run.rules.calendar);
}
