import { Temporal } from 'temporal-polyfill';
import type { Post } from './contact.ts';
import { decide, heardBefore, wakeAtOf } from './decide.ts';
import { localDay, type Rules } from './hours.ts';
import { stepOf } from './ladder.ts';
import type { LampColour } from './lamp.ts';
import type { Role } from './role.ts';
import type { Task } from './task.ts';

/** One message that would go out, and why. */
export type Rehearsed = {
  readonly at: Temporal.Instant;
  readonly task: Task;
  /** The rung as the policy names it. */
  readonly rung: string;
  readonly post: Post;
  readonly role: Role;
  readonly lamp: LampColour;
  readonly reason: string;
};

/**
 * Every deadline notice of `tasks` from day `from` to day `to`, both included and both days of the
 * park's zone, if nothing gets done, everything is signed for and every wake comes on time.
 */
export function rehearse(
  tasks: readonly Task[],
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  rules: Rules,
): readonly Rehearsed[] {
  const begin = from.toZonedDateTime(rules.timeZone).toInstant();
  return tasks
    .flatMap((task) => [...noticesOf(inHand(task), begin, to, rules)])
    .toSorted(
      (a, b) =>
        Temporal.Instant.compare(a.at, b.at) ||
        byText(a.task.id, b.task.id) ||
        byText(a.post, b.post),
    );
}

/** A rehearsal is about deadlines: what is still to be accepted counts as in hand. */
const inHand = (task: Task): Task => ({
  ...task,
  status: task.status === 'pendingAcceptance' ? 'inProgress' : task.status,
  assignment: { ...task.assignment, number: 0 },
});

function* noticesOf(
  task: Task,
  begin: Temporal.Instant,
  to: Temporal.PlainDate,
  rules: Rules,
): Generator<Rehearsed, void> {
  let heard = heardBefore(task, begin, rules);
  let at = wakeAtOf(task, heard, rules);
  while (at !== null && Temporal.PlainDate.compare(localDay(at, rules), to) <= 0) {
    const decision = decide(task, heard, at, rules);
    const { colour: lamp, reason } = decision.lamp;
    for (const notice of decision.notices) {
      const { post, role } = notice;
      yield { at, task, rung: stepOf(notice.rung), post, role, lamp, reason };
    }
    heard = decision.heard;
    at = decision.next;
  }
}

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
