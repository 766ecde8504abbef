import { Temporal } from 'temporal-polyfill';
import { type Post, postFor } from './contact.ts';
import { isSpeakingTime, nextSendInstant, type Rules, speakingInstantFrom } from './hours.ts';
import { ladderOf, type Rung, stepOf } from './ladder.ts';
import { assignedRung, assignmentOf, type TaskNotice } from './notice.ts';
import { paceStepsAfter } from './pace-step.ts';
import { type HeardReturn, returnsAfter } from './return-steps.ts';
import { Role } from './role.ts';
import { isLive, type Task } from './task.ts';
import { isWaiting, waitingOf } from './waiting.ts';

/** How far the ladder of a task has been heard. Only the wake run moves it on. */
export type Heard = {
  /** The due date that `order` belongs to. */
  readonly due: Temporal.PlainDate | null;
  /**
   * The place of the last rung told or skipped; null before the first. A place, not a name: it
   * stays where it was when the policy moves or renames the others.
   */
  readonly order: number | null;
  /** The last handing over that was told. */
  readonly assignment: number;
  /** The last thing that waited for the office and of which it was told. */
  readonly waiting: string | null;
  /** The last step of asking for a report. */
  readonly returned: HeardReturn | null;
  /** The last return day after which the pace of a target was looked at. */
  readonly paced: Temporal.PlainDate | null;
};

/** What is to be said about a task now, and when to look again. */
export type Decision = {
  readonly notices: readonly TaskNotice[];
  /** Strictly after the instant decided at; null when nothing will be due unless somebody acts. */
  readonly next: Temporal.Instant | null;
  readonly heard: Heard;
};

/**
 * Decides about one task at `now`. Pure and total.
 *
 * A run that comes late speaks once, with the latest rung reached, to everyone whom that or a
 * skipped rung names. Outside the park's speaking time nothing is said and the next send time
 * is the answer.
 */
export function decide(task: Task, heard: Heard, now: Temporal.Instant, rules: Rules): Decision {
  const { reached, next } = stepsAt(task, heard, now, rules);
  if (reached.length === 0) return { notices: [], next: next?.at ?? null, heard };
  if (!isSpeakingTime(now, rules)) {
    return { notices: [], next: nextSendInstant(now, rules), heard };
  }
  const matters = Map.groupBy(reached, matterOf);
  const notices = [...matters.values()].flatMap((steps) => noticesOf(task, steps));
  return { notices, next: next?.at ?? null, heard: heardThrough(task, heard, reached) };
}

/** What a step is about: each matter is told by itself. */
function matterOf({ id, asked, paced }: Step): 'said' | 'waiting' | 'returns' | 'pace' {
  if (paced) return 'pace';
  if (asked) return 'returns';
  return isWaiting(id) ? 'waiting' : 'said';
}

/** One notice for each post that `steps` name, with the last rung among them; the others were missed. */
function noticesOf(task: Task, steps: readonly Step[]): readonly TaskNotice[] {
  const latest = steps.findLast(isRung) ?? steps.at(-1);
  const first = steps.find(isRung) ?? steps[0];
  if (!latest || !first) return [];
  const earlier = steps
    .filter((step) => step !== latest && !step.asked && !step.paced)
    .map(({ id }) => id);
  const skipped = withoutRepeats(earlier);
  return audience(task, steps).map(([post, role]) => ({
    about: 'task',
    task: task.id,
    rung: latest.id,
    post,
    role,
    due: task.due,
    plannedAt: first.at,
    skipped,
    escalates: null,
  }));
}

/** Each post that a step names, once, in the role nearest to the work. */
function audience(task: Task, steps: readonly Step[]): readonly (readonly [Post, Role])[] {
  const named = new Set(steps.flatMap(({ to }) => to));
  const posts = new Map<Post, Role>();
  for (const role of Role.options.filter((each) => named.has(each))) {
    const post = postOf(task, role);
    if (!posts.has(post)) posts.set(post, role);
  }
  return [...posts].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Of the weekly rungs that were missed only the last is listed: the others said the same. */
function withoutRepeats(ids: readonly string[]): readonly string[] {
  const last = ids.findLastIndex((id) => stepOf(id) !== id);
  return ids.filter((id, at) => stepOf(id) === id || at === last);
}

/**
 * When the task has to be looked at next, going by what was heard alone: the first step not heard
 * yet, also if it is past. Null when there is none.
 */
export function wakeAtOf(task: Task, heard: Heard, rules: Rules): Temporal.Instant | null {
  const [first] = stepsAfter(task, heard, rules);
  return first?.at ?? null;
}

/**
 * What counts as heard when a task is entered at `instant`: all rungs and all asking for reports
 * before it. What falls on the very instant is still to come.
 */
export function heardBefore(task: Task, instant: Temporal.Instant, rules: Rules): Heard {
  const order = lastBefore(instant, rungsOf(task, rules))?.order ?? null;
  const returned = lastBefore(instant, returnsAfter(task, null, rules))?.asked ?? null;
  const paced = lastBefore(instant, paceStepsAfter(task, null, rules))?.paced ?? null;
  return { due: task.due, order, assignment: 0, waiting: null, returned, paced };
}

/** The last of `steps`, which are in order, that lies before `instant`. */
function lastBefore<Of extends { readonly at: Temporal.Instant }>(
  instant: Temporal.Instant,
  steps: Iterable<Of>,
): Of | undefined {
  let last: Of | undefined;
  for (const step of steps) {
    if (Temporal.Instant.compare(step.at, instant) >= 0) break;
    last = step;
  }
  return last;
}

/** The post that `role` is for this task. */
export function postOf(
  task: Pick<Task, 'owner' | 'responsibleLeader' | 'leadUnit'>,
  role: Role,
): Post {
  if (role === 'owner') return task.owner;
  if (role === 'responsibleLeader') return task.responsibleLeader;
  return postFor(role, task.leadUnit);
}

/** Something to say about a task, at the nominal instant it should be said; only a rung has a place. */
type Step = Pick<Rung, 'id' | 'at' | 'to'> & {
  readonly order?: number;
  readonly asked?: HeardReturn;
  readonly paced?: Temporal.PlainDate;
};

const isRung = ({ order }: Step): boolean => order !== undefined;

function stepsAt(
  task: Task,
  heard: Heard,
  now: Temporal.Instant,
  rules: Rules,
): { readonly reached: readonly Step[]; readonly next: Step | undefined } {
  const reached: Step[] = [];
  for (const step of stepsAfter(task, heard, rules)) {
    if (Temporal.Instant.compare(step.at, now) > 0) return { reached, next: step };
    reached.push(step);
  }
  return { reached, next: undefined };
}

/** @yields the steps of a task that were not heard yet, by their instant. */
function* stepsAfter(task: Task, heard: Heard, rules: Rules): Generator<Step, void> {
  const { assignment } = task;
  const waiting = waitingOf(task, rules);
  const isNews = waiting !== undefined && waiting.id !== heard.waiting;
  const forOffice: readonly Step[] = isNews ? [{ ...waiting, to: ['office'] }] : [];
  const isHandedOver = isLive(task) && assignment.number > heard.assignment;
  const forOwner: readonly Step[] = isHandedOver
    ? [
        {
          id: assignedRung(assignment.number),
          at: speakingInstantFrom(assignment.at, rules),
          to: ['owner'],
        },
      ]
    : [];
  const rungs = isLive(task) ? unheardRungs(task, heard, rules) : [];
  const returns = returnsAfter(task, heard.returned, rules);
  const pace = paceStepsAfter(task, heard.paced, rules);
  yield* merged(merged(forOffice, forOwner), merged(merged(rungs, returns), pace));
}

/** @yields the steps of both, each of which is in order, in order; of two at one instant `a`'s first. */
function* merged(a: Iterable<Step>, b: Iterable<Step>): Generator<Step, void> {
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

function* rungsOf(task: Task, rules: Rules): Generator<Rung, void> {
  if (task.due === null || task.kind === 'standing') return;
  yield* ladderOf({ ...task, due: task.due }, rules);
}

/** What the last of `steps` that has any has. */
const last = <Of>(steps: readonly Step[], of: (step: Step) => Of | undefined): Of | undefined =>
  steps.map(of).findLast((each) => each !== undefined);

function heardThrough(task: Task, heard: Heard, reached: readonly Step[]): Heard {
  const order = last(reached, (step) => step.order);
  const isHandedOver = reached.some(({ id }) => assignmentOf(id) !== undefined);
  return {
    due: order === undefined ? heard.due : task.due,
    order: order ?? heard.order,
    assignment: isHandedOver ? task.assignment.number : heard.assignment,
    waiting: last(reached, ({ id }) => (isWaiting(id) ? id : undefined)) ?? heard.waiting,
    returned: last(reached, (step) => step.asked) ?? heard.returned,
    paced: last(reached, (step) => step.paced) ?? heard.paced,
  };
}
