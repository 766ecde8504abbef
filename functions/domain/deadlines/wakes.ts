import { Temporal } from 'temporal-polyfill';
import { hasCome, localDay, type Rules, speakingInstantFrom } from '../policy/hours.ts';
import type { Task } from '../tasks/task.ts';
import { waitingsAfter } from '../tasks/waiting.ts';
import { type Climb, NO_SILENCE } from './climb.ts';
import { climbWakeAt } from './climb-wake.ts';
import type { Heard } from './heard.ts';
import { heardReturn } from './heard-return.ts';
import { paceStepsAfter } from './pace-step.ts';
import { returnsAfter } from './reporting-steps.ts';
import type { Rung } from './rung.ts';
import { occasionsAfter, rungsOf } from './timed-occasions.ts';

/**
 * When the task has to be looked at next, following what was heard alone: the first step not heard
 * yet, or that of its climb, also if it is past. Null when there is none.
 */
export function wakeAtOf(task: Task, heard: Heard, rules: Rules): Temporal.Instant | null {
  const [first] = occasionsAfter(task, heard, rules);
  return earlier(first?.at ?? null, climbWakeAt(heard, task, rules));
}

/**
 * What counts as heard when a task is entered at `instant`: all rungs and all asking for reports
 * before it. What falls on the exact instant is still to come, and so is the due date of that day.
 */
export function heardBefore(task: Task, instant: Temporal.Instant, rules: Rules): Heard {
  const today = localDay(instant, rules);
  const isOver = ({ day, order }: Rung): boolean => order !== 0 || !day.equals(today);
  const order = lastBefore(instant, rungsOf(task, rules).filter(isOver))?.order ?? null;
  const asked = lastBefore(instant, returnsAfter(task, null, rules))?.occasion;
  const paced = lastBefore(instant, paceStepsAfter(task, null, rules))?.occasion.of ?? null;
  const heard = { due: task.due, order, returned: asked ? heardReturn(asked) : null, paced };
  return {
    ...heard,
    assignment: 0,
    handOver: null,
    waiting: null,
    ruling: 0,
    on: null,
    ...NO_SILENCE,
  };
}

/**
 * `heard` as it can be at `now`. What was heard on a day that is still to come was heard by a clock
 * that had jumped ahead: what lies between is to be told when its time comes.
 */
export function inTime(task: Task, heard: Heard, now: Temporal.Instant, rules: Rules): Heard {
  const today = localDay(now, rules);
  if (heard.on === null || !isAfter(heard.on, today)) return heard;
  const { assignment, handOver, ruling, urged, nodesDone, answered } = heard;
  const waiting = lastBefore(now, waitingsAfter(task, null, rules))?.occasion ?? null;
  const climb = heard.climb && climbInTime(heard.climb, today);
  const told = {
    ...(urged !== undefined && { urged }),
    ...(nodesDone !== undefined && { nodesDone }),
  };
  const kept = { assignment, handOver, ruling, ...told, answered, waiting, climb, on: today };
  return { ...heardBefore(task, now, rules), ...kept };
}

/** The climb as it was by `today`, to go on from there; null where it began later. */
function climbInTime(climb: Climb, today: Temporal.PlainDate): Climb | null {
  const asked = climb.asked.filter(({ day }) => !isAfter(day, today));
  const trail = climb.trail.filter(({ on }) => !isAfter(on, today));
  return asked.length === 0 ? null : { ...climb, asked, trail, from: today };
}

const isAfter = (day: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, today) > 0;

/**
 * Whether `wakeAt` is what follows from what was heard. A wake that came outside the speaking time
 * was put off, so a past one may stand anywhere up to the next instant at which messages
 * may be sent.
 */
export function isRightWake(
  { wakeAt, nominal }: Readonly<Record<'wakeAt' | 'nominal', Temporal.Instant | null>>,
  now: Temporal.Instant,
  rules: Rules,
): boolean {
  if (wakeAt === null || nominal === null) return wakeAt === nominal;
  if (wakeAt.equals(nominal)) return true;
  const latest = speakingInstantFrom(now, rules);
  return (
    hasCome(nominal, now) &&
    Temporal.Instant.compare(nominal, wakeAt) <= 0 &&
    Temporal.Instant.compare(wakeAt, latest) <= 0
  );
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

/** The earlier of two instants, of which null never comes. */
export function earlier(
  a: Temporal.Instant | null,
  b: Temporal.Instant | null,
): Temporal.Instant | null {
  if (a === null || b === null) return a ?? b;
  return Temporal.Instant.compare(a, b) <= 0 ? a : b;
}
