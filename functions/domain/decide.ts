import { Temporal } from 'temporal-polyfill';
import { type Post, postFor } from './contact.ts';
import {
  isSpeakingTime,
  localDay,
  nextSendInstant,
  type Rules,
  speakingInstantFrom,
} from './hours.ts';
import { ladderOf, type Rung, stepOf } from './ladder.ts';
import { type Lamp, timeLamp } from './lamp.ts';
import { assignedRung, type TaskNotice } from './notice.ts';
import { Role } from './role.ts';
import { isLive, type Task } from './task.ts';

/** How far the ladder of a task has been heard. Only the wake run moves it on. */
export type Heard = {
  /** The due date that `rung` belongs to. */
  readonly due: Temporal.PlainDate | null;
  /**
   * The place of the last rung told or skipped; null before the first. A place, not a name: it
   * stays where it was when the policy moves or renames the others.
   */
  readonly order: number | null;
  /** The last handing over that was told. */
  readonly assignment: number;
};

/** What is to be said about a task now, and when to look again. */
export type Decision = {
  readonly notices: readonly TaskNotice[];
  /** Strictly after the instant decided at; null when nothing will be due unless somebody acts. */
  readonly next: Temporal.Instant | null;
  readonly heard: Heard;
  readonly lamp: Lamp;
};

/**
 * Decides about one task at `now`. Pure and total.
 *
 * A run that comes late speaks once, with the latest rung reached, to everyone whom that or a
 * skipped rung names. Outside the park's speaking time nothing is said and the next send time
 * is the answer.
 */
export function decide(task: Task, heard: Heard, now: Temporal.Instant, rules: Rules): Decision {
  const lamp = timeLamp(task, localDay(now, rules), rules);
  const { reached, next } = stepsAt(task, heard, now, rules);
  const latest = reached.findLast(isRung) ?? reached.at(-1);
  if (!latest) return { notices: [], next: next?.at ?? null, heard, lamp };
  if (!isSpeakingTime(now, rules)) {
    return { notices: [], next: nextSendInstant(now, rules), heard, lamp };
  }
  const skipped = withoutRepeats(reached.filter((step) => step !== latest).map(({ id }) => id));
  const notices = audience(task, reached).map(
    ([post, role]): TaskNotice => ({
      about: 'task',
      task: task.id,
      rung: latest.id,
      post,
      role,
      due: task.due,
      skipped,
      escalates: null,
    }),
  );
  return { notices, next: next?.at ?? null, heard: heardThrough(task, heard, reached), lamp };
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
 * What counts as heard when a task is entered at `instant`: all rungs before it. One that falls
 * on the very instant is still to come.
 */
export function heardBefore(task: Task, instant: Temporal.Instant, rules: Rules): Heard {
  let last: number | null = null;
  for (const { at, order } of rungsOf(task, rules)) {
    if (Temporal.Instant.compare(at, instant) >= 0) break;
    last = order;
  }
  return { due: task.due, order: last, assignment: 0 };
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
type Step = Pick<Rung, 'id' | 'at' | 'to'> & { readonly order?: number };

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

/** @yields the steps of a live task that were not heard yet, by their instant. */
function* stepsAfter(task: Task, heard: Heard, rules: Rules): Generator<Step, void> {
  if (!isLive(task)) return;
  const { assignment } = task;
  const rungs = unheardRungs(task, heard, rules);
  if (assignment.number <= heard.assignment) {
    yield* rungs;
    return;
  }
  const handingOver: Step = {
    id: assignedRung(assignment.number),
    at: speakingInstantFrom(assignment.at, rules),
    to: ['owner'],
  };
  yield* byInstant(handingOver, rungs);
}

function* byInstant(first: Step, rungs: Iterable<Step>): Generator<Step, void> {
  let waiting: Step | undefined = first;
  for (const rung of rungs) {
    if (waiting && Temporal.Instant.compare(waiting.at, rung.at) <= 0) {
      yield waiting;
      waiting = undefined;
    }
    yield rung;
  }
  if (waiting) yield waiting;
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

function heardThrough(task: Task, heard: Heard, reached: readonly Step[]): Heard {
  const order = reached.findLast(isRung)?.order;
  const isHandedOver = reached.some((step) => !isRung(step));
  return {
    due: order === undefined ? heard.due : task.due,
    order: order ?? heard.order,
    assignment: isHandedOver ? task.assignment.number : heard.assignment,
  };
}
