import { Temporal } from 'temporal-polyfill';
import { inTime, wakeAtOf } from '../../domain/deadlines/wakes.ts';
import {
  type Digest,
  digestId,
  isOut,
  isSettled,
  LOOK_BACK,
} from '../../domain/messages/digest.ts';
import {
  hasCome,
  localDay,
  nextSendInstant,
  speakingInstantFrom,
} from '../../domain/policy/hours.ts';
import { isLive } from '../../domain/tasks/task-status.ts';
import { isAhead } from '../../domain/tasks/task-year.ts';
import { readable } from '../context/damaged.ts';
import { measuredTask } from '../context/measured-task.ts';
import { alone, type ParkContext } from '../context/park-context.ts';
import type { Stored, StoredTask, WakingRef } from '../ports.ts';

/** What a walk over the tasks of a park found. */
export type Walked = {
  /** Live tasks of years that have begun. */
  readonly watched: number;
  /** Tasks whose wake was wrong or missing. */
  readonly repaired: number;
  /** What is due now. */
  readonly due: readonly WakingRef[];
};

/**
 * Computes the wake of every task again from what was heard, as far as it can have been heard by now,
 * with its slot first. Walking again changes nothing.
 */
export async function planTasks(run: ParkContext): Promise<Walked> {
  const due: WakingRef[] = [];
  const today = localDay(run.now, run.rules);
  let [watched, repairs] = [0, 0];
  for await (const stored of readable(run, run.ports.register.tasks(run.park.id))) {
    const { id } = stored.task;
    watched += Number(isLive(stored.task) && !isAhead(stored.task, today));
    const wakeAt = await alone(run, id, () => setTaskRight(run, stored));
    if (wakeAt === undefined) continue;
    repairs += Number(wakeAt !== stored.wakeAt);
    if (hasCome(wakeAt, run.now)) due.push({ record: 'task', id });
  }
  return { watched, repaired: repairs, due };
}

/** The wake of `stored`, put right if it was wrong, with its slot. */
async function setTaskRight(run: ParkContext, stored: StoredTask): Promise<StoredTask['wakeAt']> {
  const task = await measuredTask(run, stored.task);
  const heard = inTime(task, stored.heard, run.now, run.rules);
  const nominal = wakeAtOf(task, heard, run.rules);
  const isWrong = heard !== stored.heard || !isRight(run, stored.wakeAt, nominal);
  const wakeAt = isWrong ? nominal : stored.wakeAt;
  await run.slots(run.park.id, wakeAt);
  if (isWrong) await run.ports.register.advance(stored, { heard, wakeAt });
  return wakeAt;
}

/**
 * Whether `wakeAt` is what follows from what was heard. A wake that came outside the speaking time
 * was put off, so a past one may stand anywhere up to the next instant at which messages may be sent.
 */
function isRight(
  run: ParkContext,
  wakeAt: Temporal.Instant | null,
  nominal: Temporal.Instant | null,
): boolean {
  if (wakeAt === null || nominal === null) return wakeAt === nominal;
  if (wakeAt.equals(nominal)) return true;
  const latest = speakingInstantFrom(run.now, run.rules);
  return (
    hasCome(nominal, run.now) &&
    Temporal.Instant.compare(nominal, wakeAt) <= 0 &&
    Temporal.Instant.compare(wakeAt, latest) <= 0
  );
}

/**
 * The same for the digests that nobody is done with.
 *
 * @returns each of them, whether it is due or not.
 */
export async function planDigests(run: ParkContext): Promise<readonly WakingRef[]> {
  const today = localDay(run.now, run.rules);
  const waiting: WakingRef[] = [];
  const from = today.subtract(LOOK_BACK);
  for await (const stored of readable(run, run.ports.ledger.between(run.park.id, from, today))) {
    if (isSettled(stored.value)) continue;
    const id = digestId(stored.value);
    await alone(run, id, () => setDigestRight(run, stored));
    waiting.push({ record: 'digest', id });
  }
  return waiting;
}

/**
 * One that is to be sent waits for its next attempt, or the next send time: whatever would wait longer
 * was put off by a clock that had jumped ahead, or over a day that is a working day by now.
 */
async function setDigestRight(run: ParkContext, { value, version }: Stored<Digest>): Promise<void> {
  const next = nextSendInstant(run.now, run.rules);
  const isFar = !hasCome(value.wakeAt, next);
  const isWrong = !isOut(value) && isFar;
  const wakeAt = isWrong ? next : value.wakeAt;
  await run.slots(run.park.id, wakeAt);
  if (isWrong) await run.ports.ledger.write({ ...value, wakeAt }, version);
}
