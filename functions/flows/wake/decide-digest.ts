import { Conflict } from '../../domain/base/faults.ts';
import type { DigestId } from '../../domain/base/ids.ts';
import type {
  Acknowledgement,
  OpenAcknowledgement,
} from '../../domain/deadlines/acknowledgement.ts';
import { noticeKey } from '../../domain/deadlines/notice.ts';
import { adopted } from '../../domain/deadlines/old-climb.ts';
import { isStillTrue } from '../../domain/deadlines/still-true.ts';
import type { TaskNotice } from '../../domain/deadlines/task-notice.ts';
import { wakeAtOf } from '../../domain/deadlines/wakes.ts';
import { type Digest, isOut } from '../../domain/messages/digest.ts';
import { hasCome } from '../../domain/policy/hours.ts';
import { measuredTask } from '../context/measured-task.ts';
import type { ParkContext } from '../context/park-context.ts';
import { signatureOf } from './replies.ts';

/**
 * Looks at a digest again. One that is not sent yet is only handed on to be sent. One that is wakes
 * only if it is older than the climbs of tasks: what it still waits for is handed over to them.
 *
 * @returns the ids of the digests to be sent.
 */
export async function settleDigest(run: ParkContext, id: DigestId): Promise<readonly DigestId[]> {
  const read = await run.ports.ledger.read(run.park.id, id);
  if (!read || !isOut(read.value)) return [id];
  const { value, version } = read;
  if (!hasCome(value.wakeAt, run.now)) return [];
  for (const answer of value.answers) {
    if (answer.open && mayHandOver(value, answer)) await handOver(run, value, answer, answer.open);
  }
  const answers = value.answers.map((answer) => ({ ...answer, open: null }));
  await run.ports.ledger.write({ ...value, answers, wakeAt: null }, version);
  run.report.decided += 1;
  return [];
}

/** Nobody is called silent about a message that may not have arrived; who signed for it has received it. */
const mayHandOver = ({ state }: Digest, { signedAt }: Acknowledgement): boolean =>
  state === 'sent' || signedAt !== null;

/** @throws {Conflict} if the task was changed at the same time: the digest wakes again. */
async function handOver(
  run: ParkContext,
  digest: Digest,
  answer: Acknowledgement,
  open: OpenAcknowledgement,
): Promise<void> {
  const notice = noticeOf(digest, answer.key);
  const read = notice && (await run.ports.register.task(run.park.id, notice.task));
  const task = read && (await measuredTask(run, read.task));
  if (!notice || !read || !task || !isStillTrue(task, notice, run.rules)) return;
  const asked = { occasion: notice.occasion, day: digest.day };
  const before = { asked, open, signature: signatureOf(run, answer) };
  const heard = { ...read.heard, ...adopted(read.heard, task, before, run.rules) };
  const wakeAt = wakeAtOf(task, heard, run.rules);
  await run.slots(run.park.id, wakeAt);
  if ((await run.ports.register.advance(read, { heard, wakeAt })) === 'lost') {
    throw new Conflict(read.task.id, '系统正在处理');
  }
}

const noticeOf = ({ notices }: Digest, key: string): TaskNotice | undefined =>
  notices.find((each): each is TaskNotice => each.about === 'task' && noticeKey(each) === key);
