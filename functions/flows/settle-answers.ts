import { type Answer, answerWakeAt, decideAnswer } from '../domain/answer.ts';
import { type Digest, withAnswers } from '../domain/digest.ts';
import { hasCome, isSpeakingTime, localDay, nextSendInstant } from '../domain/hours.ts';
import { noticeKey, type TaskNotice } from '../domain/notice.ts';
import { addNotice } from './add-notice.ts';
import { measuredTask } from './measured-task.ts';
import type { Run } from './run.ts';

/**
 * Looks at a digest again. One that is not sent yet is only handed on to be sent. Of one that is,
 * each answer that is due is decided: the notices to the next post come first, then the digest
 * moves on.
 *
 * @returns the ids of the digests to be sent.
 */
export async function settleAnswers(run: Run, id: string): Promise<readonly string[]> {
  const read = await run.needs.ledger.read(run.park.id, id);
  if (read?.value.state !== 'sent') return [id];
  const { value, version } = read;
  if (!hasCome(value.wakeAt, run.now)) return [];
  if (!isSpeakingTime(run.now, run.rules)) {
    const wakeAt = nextSendInstant(run.now, run.rules);
    await run.slots(run.park.id, wakeAt);
    await run.needs.ledger.write({ ...value, wakeAt }, version);
    return [];
  }
  const filled: string[] = [];
  const answers: Answer[] = [];
  for (const answer of value.answers) {
    const nominal = answerWakeAt(answer, run.rules);
    const step = hasCome(nominal, run.now) ? await climb(run, value, id, answer) : { answer };
    answers.push(step.answer);
    if (step.filled !== undefined) filled.push(step.filled);
  }
  const next = withAnswers(value, answers, run.rules);
  await run.slots(run.park.id, next.wakeAt);
  await run.needs.ledger.write(next, version);
  run.report.decided += 1;
  return filled;
}

type Step = { readonly answer: Answer; readonly filled?: string };

async function climb(run: Run, digest: Digest, source: string, answer: Answer): Promise<Step> {
  const notice = noticeOf(digest, answer.key);
  if (!notice) return { answer: { ...answer, isSettled: true } };
  const read = await run.needs.register.task(run.park.id, notice.task);
  const task = read && (await measuredTask(run, read.task));
  const about = { task, notice, source };
  const decision = decideAnswer(answer, about, run.now, run.rules);
  if (!decision.notice) return { answer: decision.answer };
  const { plannedAt } = decision.notice;
  return {
    answer: decision.answer,
    filled: await addNotice(run, decision.notice, localDay(plannedAt, run.rules), plannedAt),
  };
}

const noticeOf = ({ notices }: Digest, key: string): TaskNotice | undefined =>
  notices.find((each): each is TaskNotice => each.about === 'task' && noticeKey(each) === key);
