import type { Temporal } from 'temporal-polyfill';
import { policyOn, type Rules } from './hours.ts';
import { type Lamp, timeLamp } from './lamp.ts';
import { paceLamp } from './pace-lamp.ts';
import { reportingLamp } from './returns.ts';
import type { Task } from './task.ts';

/**
 * The lamps of `task` on `today`, one for each axis that it has: only a target has a pace. The worst
 * of them is the task's.
 *
 * @param pace - the lamp of the target's figures; null while nobody knows them.
 */
export function taskLamps(
  task: Task,
  pace: Lamp | null,
  today: Temporal.PlainDate,
  rules: Rules,
): readonly [Lamp, ...Lamp[]] {
  const { targets } = policyOn(today, rules).pace;
  const paced = task.kind === 'target' ? [pace ?? paceLamp(null, targets, today, rules)] : [];
  return [timeLamp(task, today, rules), ...paced, reportingLamp(task, today, rules)];
}
