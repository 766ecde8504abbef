import { Temporal } from 'temporal-polyfill';
import type { PostId } from '../base/ids.ts';
import { Role } from '../base/role.ts';
import type { Directory } from '../contacts/contact.ts';
import { decide } from '../deadlines/decide.ts';
import { heardBefore, wakeAtOf } from '../deadlines/wakes.ts';
import { promisedTarget } from '../funding/promised-figures.ts';
import { localDay, type PolicyInForce, type Rules } from '../policy/hours.ts';
import { measured } from '../targets/measured.ts';
import type { LampColour } from '../tasks/lamp.ts';
import type { Occasion } from '../tasks/occasion.ts';
import type { Task } from '../tasks/task.ts';
import { timeLamp } from '../tasks/time-lamp.ts';
import { toldAs } from './told-as.ts';

/** One message that would go out, and why. */
export type Rehearsed = {
  readonly at: Temporal.Instant;
  readonly task: Task;
  readonly occasion: Occasion;
  readonly post: PostId;
  readonly role: Role;
  readonly lamp: LampColour;
  readonly reason: string;
};

/**
 * Every deadline notice of `tasks` from day `from` to day `to`, both included and both days of the
 * park's zone, if nothing gets done, everything is reported on and signed for, and every wake comes on time.
 */
export function rehearse(
  tasks: readonly Task[],
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  rules: Rules,
): readonly Rehearsed[] {
  const begin = from.toZonedDateTime(rules.timeZone).toInstant();
  const [first, ...later] = rules.policies;
  const prompt: Rules = { ...rules, policies: [reportedOn(first), ...later.map(reportedOn)] };
  return tasks
    .flatMap((task) => [...noticesOf(asPromised(inHand(task), begin, prompt), begin, to, prompt)])
    .toSorted(
      (a, b) =>
        Temporal.Instant.compare(a.at, b.at) ||
        byText(a.task.id, b.task.id) ||
        byText(a.post, b.post),
    );
}

/** Who reports on time is not asked after the return day; nobody knows yet who will be behind. */
const reportedOn = ({ policy, from }: PolicyInForce): PolicyInForce => {
  const steps = policy.returns.steps.filter(({ workingDays }) => workingDays <= 0);
  const returns = { ...policy.returns, steps };
  return { policy: { ...policy, returns, pace: { ...policy.pace, to: [] } }, from };
};

/** A rehearsal is about deadlines: what is still to be accepted counts as in hand. */
const inHand = (task: Task): Task => ({
  ...task,
  status: task.status === 'pendingAcceptance' ? 'inProgress' : task.status,
  assignment: { ...task.assignment, number: 0 },
});

/** A target's deadline waits for its figure; without any it is judged once that is owed. */
function asPromised(task: Task, at: Temporal.Instant, rules: Rules): Task {
  const target = task.measure ? undefined : promisedTarget(task);
  const lists = { projects: [], enterprises: [] };
  return target ? measured(task, { target, lists }, at, rules) : task;
}

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
    const { colour: lamp, reason } = timeLamp(task, localDay(at, rules), rules);
    for (const notice of decision.notices) {
      const { occasion, post, role } = notice;
      yield { at, task, occasion, post, role, lamp, reason };
    }
    heard = decision.heard;
    at = decision.next;
  }
}

/** A rehearsed notice with the contact, or without a directory the post, that would get it. */
export type Addressed = Rehearsed & { readonly contact: string };

/**
 * With a directory one contact in two roles hears once of a task, in the role nearest to the work; what
 * asks for a report is told next to that.
 */
export function addressed(
  rehearsed: readonly Rehearsed[],
  directory: Directory | null,
): readonly Addressed[] {
  const all = rehearsed.map((each) => ({
    ...each,
    contact: directory?.recipientOf(each.post)?.contact.id ?? each.post,
  }));
  const told = Map.groupBy(
    all,
    (each) => `${each.at.toString()} ${each.task.id} ${each.contact} ${toldAs(each) === 'report'}`,
  );
  return [...told.values()].map((same) =>
    same.reduce((a, b) => (rank(b.role) < rank(a.role) ? b : a)),
  );
}

const rank = (role: Role): number => Role.options.indexOf(role);

/** Order by code units, the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
