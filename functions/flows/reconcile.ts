import { Temporal } from 'temporal-polyfill';
import { wakeAtOf } from '../domain/decide.ts';
import { digestId, isSettled, LOOK_BACK } from '../domain/digest.ts';
import { DamagedRecord } from '../domain/faults.ts';
import { hasCome, localDay, nextSendInstant } from '../domain/hours.ts';
import { isLive } from '../domain/task.ts';
import { newWatch, type Watch } from '../domain/watch.ts';
import { eachPark } from './each-park.ts';
import type { Needs, Stored, StoredTask, WakingRef } from './ports.ts';
import { alone, beginRun, noteDamage, type Report, type Run } from './run.ts';
import { takeUp } from './take-up.ts';

/** What a reconcile run found in one park. */
export type Reconciled = Report & {
  /** Live tasks. */
  readonly watched: number;
  /** Records whose wake was wrong or missing and was put right. */
  readonly repaired: number;
};

/**
 * Walks every park's own records, whatever the index says: computes each wake anew from what was
 * heard, repairs it, sees to the slots that came into the horizon, and takes up what was missed.
 */
export const reconcile = (needs: Needs): Promise<ReadonlyMap<string, Reconciled>> =>
  eachPark(needs, (park) => reconcilePark(park, needs));

/**
 * Reconciles one park.
 *
 * @throws {UnknownPark}
 * @throws {UnfinishedRun} at the end, if any record failed.
 */
export async function reconcilePark(park: string, needs: Needs): Promise<Reconciled> {
  const run = await beginRun(park, needs);
  const tasks = await walkTasks(run);
  const digests = await walkDigests(run);
  await alone(run, 'watch', () => noteFigures(run, tasks));
  const due: readonly WakingRef[] = [...tasks.due, ...digests, { record: 'watch' }];
  const report = await takeUp(run, due);
  return { ...report, watched: tasks.watched, repaired: tasks.repaired };
}

type Walked = {
  readonly watched: number;
  readonly repaired: number;
  readonly due: readonly WakingRef[];
};

async function walkTasks(run: Run): Promise<Walked> {
  const due: WakingRef[] = [];
  let [watched, repairs] = [0, 0];
  for await (const stored of run.needs.register.tasks(run.park.id)) {
    if (stored instanceof DamagedRecord) {
      noteDamage(run, stored);
      continue;
    }
    const { id } = stored.task;
    watched += Number(isLive(stored.task));
    const wakeAt = await alone(run, id, () => setRight(run, stored));
    if (wakeAt === undefined) continue;
    repairs += Number(wakeAt !== stored.wakeAt);
    if (hasCome(wakeAt, run.now)) due.push({ record: 'task', id });
  }
  return { watched, repaired: repairs, due };
}

/** The wake of `stored`, put right if it was wrong, with its slot. */
async function setRight(run: Run, stored: StoredTask): Promise<StoredTask['wakeAt']> {
  const { heard } = stored;
  const nominal = wakeAtOf(stored.task, heard, run.rules);
  const isWrong = !isRight(run, stored.wakeAt, nominal);
  const wakeAt = isWrong ? nominal : stored.wakeAt;
  await run.slots(run.park.id, wakeAt);
  if (isWrong) await run.needs.register.advance(stored, { heard, wakeAt });
  return wakeAt;
}

/**
 * Whether `wakeAt` is what follows from what was heard. A wake that came outside the speaking time
 * was put off, so a past one may stand anywhere up to the next send time.
 */
function isRight(
  run: Run,
  wakeAt: Temporal.Instant | null,
  nominal: Temporal.Instant | null,
): boolean {
  if (wakeAt === null || nominal === null) return wakeAt === nominal;
  if (wakeAt.equals(nominal)) return true;
  const latest = nextSendInstant(run.now, run.rules);
  return (
    hasCome(nominal, run.now) &&
    Temporal.Instant.compare(nominal, wakeAt) <= 0 &&
    Temporal.Instant.compare(wakeAt, latest) <= 0
  );
}

async function walkDigests(run: Run): Promise<readonly WakingRef[]> {
  const today = localDay(run.now, run.rules);
  const waiting: WakingRef[] = [];
  const from = today.subtract(LOOK_BACK);
  for await (const stored of run.needs.ledger.between(run.park.id, from, today)) {
    if (stored instanceof DamagedRecord) {
      noteDamage(run, stored);
    } else if (!isSettled(stored.value)) {
      const id = digestId(stored.value);
      await alone(run, id, () => run.slots(run.park.id, stored.value.wakeAt));
      waiting.push({ record: 'digest', id });
    }
  }
  return waiting;
}

/** Leaves the figures of this walk for the office's next digest. A watch that is missing, or cannot be read, begins anew. */
async function noteFigures(run: Run, { watched, repaired }: Walked): Promise<void> {
  const { register } = run.needs;
  const read = await readWatch(run);
  const isLost = read === undefined || read === 'damaged';
  const before = isLost ? newWatch(run.park.id, run.now, run.rules) : read.value;
  const damaged = run.report.damaged.length;
  const noted: Watch = { ...before, watched, damaged, repaired: before.repaired + repaired };
  await run.slots(run.park.id, noted.wakeAt);
  if (read === 'damaged') await register.replaceWatch(noted);
  else await register.putWatch(noted, read?.version ?? 0);
}

async function readWatch(run: Run): Promise<Stored<Watch> | 'damaged' | undefined> {
  try {
    return await run.needs.register.watch(run.park.id);
  } catch (fault) {
    if (!(fault instanceof DamagedRecord)) throw fault;
    noteDamage(run, fault);
    return 'damaged';
  }
}
