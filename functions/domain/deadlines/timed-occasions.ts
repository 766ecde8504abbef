import { Temporal } from 'temporal-polyfill';
import type { PostId } from '../base/ids.ts';
import { nextSendInstant, type Rules } from '../policy/hours.ts';
import { allClosedAt } from '../tasks/kin.ts';
import { type ByKind, byKind, type Occasion } from '../tasks/occasion.ts';
import type { Task } from '../tasks/task.ts';
import { isLive } from '../tasks/task-status.ts';
import { urgeInForce } from '../tasks/urging.ts';
import { waitingsAfter } from '../tasks/waiting.ts';
import { waitingHandOver } from './hand-over.ts';
import type { HandOver, Heard } from './heard.ts';
import { heardReturn } from './heard-return.ts';
import { ladderOf } from './ladder.ts';
import { paceStepsAfter } from './pace-step.ts';
import { returnsAfter } from './reporting-steps.ts';
import type { Rung } from './rung.ts';
import { firstTelling, laterOf } from './year-start.ts';

/** An occasion with the instant it is to be told at and who is notified of it. */
export type TimedOccasion = Pick<Rung, 'at' | 'to'> & {
  readonly occasion: Occasion;
  /** Its place on the ladder; absent for what is not of the ladder. */
  readonly order?: number;
  /** Who is notified of a ruling, whatever the task's posts are now. */
  readonly post?: PostId;
};

/** The occasions of a task that were not heard yet: those that have come at `now`, and the next one. */
export function occasionsAt(
  task: Task,
  heard: Heard,
  now: Temporal.Instant,
  rules: Rules,
): { readonly reached: readonly TimedOccasion[]; readonly next: TimedOccasion | undefined } {
  const reached: TimedOccasion[] = [];
  for (const step of occasionsAfter(task, heard, rules)) {
    if (Temporal.Instant.compare(step.at, now) > 0) return { reached, next: step };
    reached.push(step);
  }
  return { reached, next: undefined };
}

/**
 * @yields the occasions of a task that were not heard yet, by their instant: none comes before the
 *   year of the task.
 */
export function* occasionsAfter(
  task: Task,
  heard: Heard,
  rules: Rules,
): Generator<TimedOccasion, void> {
  const earliest = firstTelling(task, rules);
  for (const step of nominalAfter(task, heard, rules)) {
    const at = laterOf(step.at, earliest);
    yield at === step.at ? step : { ...step, at };
  }
}

/** @yields the same at the instants that date and policy give. */
function* nominalAfter(task: Task, heard: Heard, rules: Rules): Generator<TimedOccasion, void> {
  const forOffice = waitingsAfter(task, heard.waiting, rules).map(
    (waiting): TimedOccasion => ({ ...waiting, to: ['office'] }),
  );
  const handOver = waitingHandOver(task, heard, rules);
  const forOwner: readonly TimedOccasion[] =
    handOver === null ? [] : [{ occasion: handOverOf(handOver), at: handOver.at, to: ['owner'] }];
  const rungs = isLive(task) ? unheardRungs(task, heard, rules) : [];
  const returns = returnsAfter(task, heard.returned, rules);
  const pace = paceStepsAfter(task, heard.paced, rules);
  const done = nodesDoneAfter(task, heard, rules);
  const rulings = rulingsAfter(task, heard, rules);
  const urging = urgingAfter(task, heard, handOver);
  const ofOwner = merged(merged(forOwner, urging), done);
  const said = merged(merged(forOffice, rulings), ofOwner);
  yield* merged(said, merged(merged(rungs, returns), pace));
}

const handOverOf = ({ number }: HandOver): Occasion => ({ kind: 'handOver', number });

/**
 * The last urging, if it was not told yet; it replaces earlier ones. It is not told before the handover
 * of its task.
 */
function urgingAfter(
  task: Task,
  heard: Heard,
  handOver: HandOver | null,
): readonly TimedOccasion[] {
  const urge = urgeInForce(task);
  if (!urge || urge.number <= (heard.urged ?? 0)) return [];
  const { number, tellAt } = urge;
  const isFirst = handOver === null || Temporal.Instant.compare(handOver.at, tellAt) <= 0;
  return [
    { occasion: { kind: 'urge', number }, at: isFirst ? tellAt : handOver.at, to: ['owner'] },
  ];
}

/**
 * What was decided and not told yet: told in the next digest. Nothing of it is news to a post that has
 * not even heard of the task, and asked for nothing.
 */
const rulingsAfter = ({ rulings }: Task, heard: Heard, rules: Rules): readonly TimedOccasion[] =>
  rulings
    .filter(({ number }) => number > heard.ruling)
    .filter(
      ({ assignment, askedAt, disputedAt }) =>
        assignment <= heard.assignment || askedAt !== null || disputedAt !== null,
    )
    .map(({ number, at, post }) => ({
      occasion: { kind: 'decision', number },
      at: nextSendInstant(at, rules),
      to: [],
      post,
    }));

/** That every node of a work in hand is closed, told in the next digest, once. */
function nodesDoneAfter(task: Task, heard: Heard, rules: Rules): readonly TimedOccasion[] {
  const since = task.work && allClosedAt(task.work);
  if (!since || !isLive(task) || heard.nodesDone === since.toString()) return [];
  const occasion = { kind: 'nodesDone', since: since.toString() } as const;
  return [{ occasion, at: nextSendInstant(since, rules), to: ['owner'] }];
}

/** @yields the occasions of both, each of which is in order, in order; of two at one instant `a`'s first. */
function* merged(
  a: Iterable<TimedOccasion>,
  b: Iterable<TimedOccasion>,
): Generator<TimedOccasion, void> {
  const [as, bs] = [Iterator.from(a), Iterator.from(b)];
  let [nextA, nextB] = [as.next(), bs.next()];
  while (!nextA.done && !nextB.done) {
    if (Temporal.Instant.compare(nextA.value.at, nextB.value.at) <= 0) {
      yield nextA.value;
      nextA = as.next();
    } else {
      yield nextB.value;
      nextB = bs.next();
    }
  }
  for (; !nextA.done; nextA = as.next()) yield nextA.value;
  for (; !nextB.done; nextB = bs.next()) yield nextB.value;
}

function* unheardRungs(task: Task, heard: Heard, rules: Rules): Generator<Rung, void> {
  const isSameDue = heard.due !== null && task.due !== null && heard.due.equals(task.due);
  const from = isSameDue && heard.order !== null ? heard.order : -Infinity;
  for (const rung of rungsOf(task, rules)) if (rung.order > from) yield rung;
}

/** @yields every rung that the deadline of `task` has. */
export function* rungsOf(task: Task, rules: Rules): Generator<Rung, void> {
  if (task.due === null || task.kind === 'standing') return;
  yield* ladderOf({ ...task, due: task.due }, rules);
}

/** `heard` with all that was `reached`. */
export const heardThrough = (task: Task, heard: Heard, reached: readonly TimedOccasion[]): Heard =>
  Object.assign({ ...heard }, ...reached.map((step) => heardOf(task, step))) as Heard;

/** What is kept of `step` once it was told. */
function heardOf(task: Task, { occasion, order }: TimedOccasion): Partial<Heard> {
  const rung = order === undefined ? {} : { due: task.due, order };
  const kept: ByKind<Partial<Heard>> = {
    before: () => rung,
    due: () => rung,
    overdue: () => rung,
    overdueWeekly: () => rung,
    handOver: () => ({ assignment: task.assignment.number, handOver: null }),
    awaitsOffice: (waiting) => ({ waiting }),
    reportDue: (asked) => ({ returned: heardReturn(asked) }),
    behindPace: ({ of }) => ({ paced: of }),
    decision: ({ number }) => ({ ruling: number }),
    urge: ({ number }) => ({ urged: number }),
    nodesDone: ({ since }) => ({ nodesDone: since }),
    unanswered: () => ({}),
    unknown: () => ({}),
  };
  return byKind(occasion, kept);
}
