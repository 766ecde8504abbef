import type { Temporal } from 'temporal-polyfill';
import type { Rules } from '../policy/hours.ts';
import { colours, type Lamp } from './lamp.ts';
import { reportingLamp } from './reporting-lamp.ts';
import type { Task } from './task.ts';
import { isAhead } from './task-year.ts';
import { timeLamp } from './time-lamp.ts';

/** The lamps of a task, one for each axis that it has, and the one that speaks for it. */
export type TaskLamps = {
  readonly lamps: readonly [Lamp, ...Lamp[]];
  readonly lamp: Lamp;
};

/**
 * The lamps of `task` on `today`. Only a target has a pace. What was not reported stands next to the
 * lamp and never turns it.
 *
 * @param pace - the lamp of the target's figures; null for what has none.
 */
export function taskLamps(
  task: Task,
  pace: Lamp | null,
  today: Temporal.PlainDate,
  rules: Rules,
): TaskLamps {
  const time = timeLamp(task, today, rules);
  if (task.leftFor !== undefined) return { lamps: [time], lamp: time };
  const reporting = reportingLamp(task, today, rules);
  return pace === null || isAhead(task, today)
    ? { lamps: [time, reporting], lamp: time }
    : { lamps: [time, pace, reporting], lamp: speaking(task, time, pace) };
}

/**
 * The first of red, yellow, 未报数 and green that time or pace gives. A target without a pace lamp,
 * because nothing is owed of it yet, has none unless time is yellow or red; time alone speaks for
 * what is ended or suspended.
 */
function speaking({ status }: Task, time: Lamp, pace: Lamp): Lamp {
  if (status === 'closed' || status === 'withdrawn' || status === 'suspended') return time;
  if (pace.colour !== 'none') return rank(pace) < rank(time) ? pace : time;
  return time.colour === 'red' || time.colour === 'yellow' ? time : pace;
}

const rank = ({ colour }: Lamp): number => colours.indexOf(colour);
