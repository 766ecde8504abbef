import type { PostId } from '../../domain/base/ids.ts';
import {
  handOverWords,
  isToldSoon,
  LONGEST_WAIT,
  waitingHandOver,
} from '../../domain/deadlines/hand-over.ts';
import type { HandOver } from '../../domain/deadlines/heard.ts';
import { handedOverAt } from '../../domain/deadlines/year-start.ts';
import { hasCome } from '../../domain/policy/hours.ts';
import { inParallel } from '../context/in-parallel.ts';
import { type ParkContext, readWhole } from '../context/park-context.ts';
import type { StoredTask } from '../ports.ts';

/** When the handover of `stored` that waits is told to whom, in words; null where none waits. */
export function whenTold(run: ParkContext, stored: StoredTask): string | null {
  const waiting = waitingFor(run, stored);
  const { owner, leadUnit } = stored.task;
  const receiver = run.directory.recipientOf(owner)?.contact.post ?? leadUnit;
  const { now, rules } = run;
  return waiting && handOverWords(waiting, { receiver, now, timeZone: rules.timeZone });
}

/** What waits for a message of the next minutes and is not among `handed`; nothing where those are not told soon. */
export async function waitingNow(
  run: ParkContext,
  handed: readonly StoredTask[],
): Promise<readonly StoredTask[]> {
  if (!handed.some(({ task }) => isToldSoon(handedOverAt(task, run.rules), run.rules))) return [];
  const known = new Set(handed.map(({ task }) => task.id));
  const refs = await run.ports.register.due(run.park.id, run.now.add(LONGEST_WAIT));
  const ids = refs.flatMap((ref) => (ref.record === 'task' && !known.has(ref.id) ? [ref.id] : []));
  const read = await inParallel([...new Set(ids)], (id) => readWhole(run, id));
  return read.flatMap((each) => (each && isOpen(run, each) ? [each] : []));
}

/** Whether the message that tells the handover of `stored` still waits for more. */
function isOpen(run: ParkContext, stored: StoredTask): boolean {
  const handOver = waitingFor(run, stored);
  return (
    handOver !== null &&
    isToldSoon(handedOverAt(stored.task, run.rules), run.rules) &&
    !hasCome(handOver.at, run.now)
  );
}

/** The handover of the task that still waits to be told; null where none does. */
export const waitingFor = ({ rules }: ParkContext, { task, heard }: StoredTask): HandOver | null =>
  waitingHandOver(task, heard, rules);

/** Id of the contact that receives for `post`; the post itself where nobody does. */
export const receiverOf = ({ directory }: ParkContext, post: PostId): string =>
  directory.recipientOf(post)?.contact.id ?? post;
