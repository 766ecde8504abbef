import { Temporal } from 'temporal-polyfill';
import type { Role } from '../base/role.ts';
import { type Rules, sendInstant } from '../policy/hours.ts';
import type { Policy } from '../policy/policy.ts';
import type { LadderOccasion } from '../tasks/occasion.ts';
import type { Task } from '../tasks/task.ts';

/**
 * One step of a deadline's ladder on the day it speaks.
 *
 * `order` places it among all steps a ladder can have, so that what was heard keeps its place
 * when the policy or the calendar moves the others: days before are negative, the due date is 0,
 * working days after are positive.
 */
export type Rung = {
  readonly occasion: LadderOccasion;
  readonly order: number;
  readonly day: Temporal.PlainDate;
  readonly at: Temporal.Instant;
  readonly to: readonly Role[];
};

/** What a ladder is built from. */
export type Deadline = Pick<
  Task,
  | 'stageOf'
  | 'nodeOf'
  | 'start'
  | 'duePrecision'
  | 'silentThrough'
  | 'overdueCount'
  | 'measure'
  | 'work'
> & {
  readonly due: Temporal.PlainDate;
};

/** When a rung of `day` is sent. */
export const spokenOn = (day: Temporal.PlainDate, rules: Rules): Pick<Rung, 'day' | 'at'> => ({
  day,
  at: sendInstant(day, rules),
});

/** Whether `silentThrough` of the deadline leaves the rung standing. */
export function isStanding({ day, order }: Rung, { silentThrough }: Deadline): boolean {
  if (silentThrough === null) return true;
  const days = Temporal.PlainDate.compare(day, silentThrough);
  return days > 0 || (days === 0 && order === 0);
}

/** `policy` with the steps that it has for `deadline`: a node has its own. */
export const policyFor = ({ nodeOf }: Pick<Deadline, 'nodeOf'>, policy: Policy): Policy =>
  nodeOf === null ? policy : { ...policy, ...policy.nodes };
