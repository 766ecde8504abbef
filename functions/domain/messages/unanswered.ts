import { Temporal } from 'temporal-polyfill';
import { tellsHandOver } from '../deadlines/handover-notice.ts';
import { noticeKey } from '../deadlines/notice.ts';
import { isStillTrue } from '../deadlines/still-true.ts';
import type { TaskNotice } from '../deadlines/task-notice.ts';
import type { Rules } from '../policy/hours.ts';
import type { Task } from '../tasks/task.ts';
import { awaitedOf } from '../tasks/waiting.ts';
import type { Digest } from './digest.ts';

/** What was sent, and the tasks as they are now; what was notified of others is not counted. */
type Known = {
  readonly digests: readonly Digest[];
  readonly tasks: ReadonlyMap<string, Task>;
};

/**
 * The tasks of each digest that still wait for an answer: what is over, was signed for under a later
 * message or was answered otherwise since does not, nor does one of which the office owes the next word.
 */
export function unansweredIn(
  { digests, tasks }: Known,
  rules: Rules,
): ReadonlyMap<Digest, readonly string[]> {
  const signedAt = lastSignatures(digests);
  const isWaiting = (notice: TaskNotice, sentAt: Temporal.Instant): boolean => {
    const task = tasks.get(notice.task);
    if (!task || awaitedOf(task) || !isStillTrue(task, notice, rules)) return false;
    if (tellsHandOver(notice) && task.status !== 'pendingAcceptance') return false;
    const answers = [...answersOf(task), ...(signedAt.get(task.id) ?? [])];
    return !answers.some((at) => Temporal.Instant.compare(at, sentAt) >= 0);
  };
  return new Map(
    digests.map((digest) => {
      const { sentAt } = digest;
      const open =
        sentAt === null ? [] : unsignedIn(digest).filter((each) => isWaiting(each, sentAt));
      return [digest, open.map(({ task }) => task)];
    }),
  );
}

/** The notices that ask for a signature, and have none. */
function unsignedIn({ notices, answers }: Digest): readonly TaskNotice[] {
  const open = new Set(answers.flatMap(({ key, signedAt }) => (signedAt === null ? [key] : [])));
  return notices
    .filter((notice) => notice.about === 'task')
    .filter((notice) => open.has(noticeKey(notice)));
}

/** When each task was signed for, whichever of its messages that was under. */
function lastSignatures(
  digests: readonly Digest[],
): ReadonlyMap<string, readonly Temporal.Instant[]> {
  const signed = digests.flatMap(({ notices, answers }) => {
    const at = new Map(answers.map(({ key, signedAt }) => [key, signedAt]));
    return notices
      .filter((notice) => notice.about === 'task')
      .map((notice) => ({ task: notice.task, at: at.get(noticeKey(notice)) ?? null }));
  });
  const byTask = Map.groupBy(signed, ({ task }) => task);
  return new Map([...byTask].map(([task, all]) => [task, all.flatMap(({ at }) => at ?? [])]));
}

/**
 * When the post of `task` answered otherwise, or the office acted: what it decided ends every silence
 * before it, and takes the request or the report that it answers out of the task.
 */
const answersOf = ({ lastReport, request, disowned, rulings }: Task): readonly Temporal.Instant[] =>
  [lastReport, request, disowned, ...rulings].flatMap((answer) => answer?.at ?? []);
