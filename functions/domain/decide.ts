import { Temporal } from 'temporal-polyfill';
import { type Post, postFor } from './contact.ts';
import {
  isSpeakingTime,
  localDay,
  nextSendInstant,
  type Rules,
  speakingInstantFrom,
} from './hours.ts';
import { ladderOf, orderOf, type Rung } from './ladder.ts';
import { type Lamp, timeLamp } from './lamp.ts';
import { assignedRung, assignmentOf, type TaskNotice } from './notice.ts';
import type { Role } from './role.ts';
import { isLive, type Task } from './task.ts';

/** How far the ladder of a task has been heard. Only the wake run moves it on. */
export type Heard = {
  /** The due date that `rung` belongs to. */
  readonly due: Temporal.PlainDate | null;
  /** The last rung told or skipped; null before the first. */
  readonly rung: string | null;
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
  const skipped = reached.filter((step) => step !== latest).map(({ id }) => id);
  const posts = new Set(reached.flatMap(({ to }) => to).map((role) => postOf(task, role)));
  const notices = [...posts].toSorted().map(
    (post): TaskNotice => ({
      about: 'task',
      task: task.id,
      rung: latest.id,
      post,
      due: task.due,
      skipped,
      escalates: null,
    }),
  );
  return { notices, next: next?.at ?? null, heard: heardThrough(task, heard, reached), lamp };
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
  let last: string | null = null;
  for (const { at, id } of rungsOf(task, rules)) {
    if (Temporal.Instant.compare(at, instant) >= 0) break;
    last = id;
  }
  return { due: task.due, rung: last, assignment: 0 };
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

/** Something to say about a task, at the nominal instant it should be said. */
type Step = Pick<Rung, 'id' | 'at' | 'to'>;

const isRung = ({ id }: Step): boolean => assignmentOf(id) === undefined;

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
  yield* inOrder(handingOver, rungs);
}

function* inOrder(first: Step, rungs: Iterable<Step>): Generator<Step, void> {
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
  const from = isSameDue && heard.rung !== null ? orderOf(heard.rung, rules.policy) : -Infinity;
  for (const rung of rungsOf(task, rules)) if (rung.order > from) yield rung;
}

function* rungsOf(task: Task, rules: Rules): Generator<Rung, void> {
  if (task.due === null || task.kind === 'standing') return;
  yield* ladderOf({ ...task, due: task.due }, rules);
}

function heardThrough(task: Task, heard: Heard, reached: readonly Step[]): Heard {
  const rung = reached.findLast(isRung)?.id;
  const isHandedOver = reached.some((step) => !isRung(step));
  return {
    due: rung === undefined ? heard.due : task.due,
    rung: rung ?? heard.rung,
    assignment: isHandedOver ? task.assignment.number : heard.assignment,
  };
}
