import type { Temporal } from 'temporal-polyfill';
import type { DigestId, TaskId } from '../../domain/base/ids.ts';
import { firstWorkingDayOf } from '../../domain/calendar/period.ts';
import { OFFICE } from '../../domain/contacts/contact.ts';
import { decideTask } from '../../domain/deadlines/decide.ts';
import type { Notice } from '../../domain/deadlines/notice.ts';
import { briefingPeriod } from '../../domain/messages/briefing-notices.ts';
import { type Audience, decideHeartbeat } from '../../domain/messages/decide-heartbeat.ts';
import { hasCome, localDay } from '../../domain/policy/hours.ts';
import { measuredTask } from '../context/measured-task.ts';
import { alone, type ParkContext } from '../context/park-context.ts';
import { unreachedNow, withoutChannel } from '../context/unreached.ts';
import { settleFamily, workIdOf } from '../nodes/settle-family.ts';
import type { StoredTask, WakingRef } from '../ports.ts';
import { addNotice } from './add-notice.ts';
import { settleDigest } from './decide-digest.ts';
import { planBy, planByHolidays } from './plan-by-policy.ts';
import { type ReadDigest, remembering, repliesOf } from './replies.ts';

/**
 * Decides each of `refs` that is due, puts what is to be said into the ledger and only then moves
 * the record on. The digests that were filled, and those among `refs`, are left to be sent.
 */
export async function decideDue(run: ParkContext, refs: readonly WakingRef[]): Promise<void> {
  const reading = remembering(run);
  for (const ref of refs) {
    const filled = await alone(run, nameOf(ref), () => settleOne(run, ref, reading));
    for (const id of filled ?? []) run.opened.add(id);
  }
}

const nameOf = (ref: WakingRef): string => ('id' in ref ? ref.id : ref.record);

async function settleOne(
  run: ParkContext,
  ref: WakingRef,
  reading: ReadDigest,
): Promise<readonly DigestId[]> {
  if (ref.record === 'task') return settleTask(run, ref.id, reading);
  if (ref.record === 'digest') return settleDigest(run, ref.id);
  if (ref.record === 'watch') return settleWatch(run);
  if (ref.record === 'holidays') await planByHolidays(run);
  else await planBy(run, ref.version);
  return [];
}

async function settleTask(
  run: ParkContext,
  id: TaskId,
  reading: ReadDigest,
): Promise<readonly DigestId[]> {
  const { register } = run.ports;
  const read = await settledRead(run, id);
  if (!read || !hasCome(read.wakeAt, run.now)) return [];
  const replies = await repliesOf(run, read, reading);
  const task = await measuredTask(run, read.task);
  const { notices, next, heard } = decideTask({ ...read, task, replies }, run.now, run.rules);
  const filled = await addAll(run, notices, read.wakeAt);
  await run.slots(run.park.id, next);
  await register.advance(read, { heard, wakeAt: next });
  run.report.decided += 1;
  return filled;
}

/** The task `id`, once what its work or its nodes left unfinished is done; only if it is due. */
async function settledRead(run: ParkContext, id: TaskId): Promise<StoredTask | undefined> {
  const { register } = run.ports;
  const read = await register.task(run.park.id, id);
  if (!read || !hasCome(read.wakeAt, run.now)) return undefined;
  const work = workIdOf(read.task);
  if (work === undefined) return read;
  await settleFamily(run, work);
  return register.task(run.park.id, id);
}

async function settleWatch(run: ParkContext): Promise<readonly DigestId[]> {
  const { register } = run.ports;
  const read = await register.watch(run.park.id);
  if (!read || !hasCome(read.value.wakeAt, run.now)) return [];
  const { notices, next } = decideHeartbeat(read.value, run.now, run.rules, await audienceOf(run));
  const filled = await addAll(run, notices, read.value.wakeAt);
  await run.slots(run.park.id, next.wakeAt);
  await register.putWatch(next, read.version);
  run.report.decided += 1;
  return filled;
}

async function audienceOf(run: ParkContext): Promise<Audience> {
  const office = run.directory.recipientOf(OFFICE)?.contact;
  const isTold = office !== undefined && (await unreachedNow(run, office)) === null;
  const lacking = isTold ? withoutChannel(run).map(({ id }) => id) : null;
  return { contacts: run.contacts, withoutChannel: lacking };
}

/** What is said of a task has its own planned instant, what is said of the park that of its watch. */
async function addAll(
  run: ParkContext,
  notices: readonly Notice[],
  wakeAt: Temporal.Instant,
): Promise<readonly DigestId[]> {
  const ids: DigestId[] = [];
  for (const notice of notices) {
    const plannedAt = notice.about === 'task' ? notice.plannedAt : wakeAt;
    ids.push(await addNotice(run, notice, dayOf(run, notice, plannedAt), plannedAt));
  }
  return ids;
}

/** A sheet lies under the first day of its period whenever it is told, so that it is found again. */
function dayOf(run: ParkContext, notice: Notice, plannedAt: Temporal.Instant): Temporal.PlainDate {
  const period = notice.about === 'park' ? briefingPeriod(notice) : undefined;
  if (period === undefined) return localDay(plannedAt, run.rules);
  return firstWorkingDayOf(period, localDay(run.now, run.rules), run.rules.calendar);
}
