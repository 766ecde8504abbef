import { Temporal } from 'temporal-polyfill';
import type { Role } from '../base/role.ts';
import { workingDayAfter, workingDayOnOrBefore } from '../calendar/working-calendar.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import type { Policy } from '../policy/policy.ts';
import { isMetWhenDue } from '../tasks/due-figure.ts';
import type { LadderOccasion } from '../tasks/occasion.ts';
import { overdueCountOf } from '../tasks/overdue-count.ts';
import { type Deadline, isStanding, type Rung, spokenOn } from './rung.ts';

/** One policy's ladder is built by this policy and the calendar alone. */
export type Build = { readonly policy: Policy; readonly rules: Rules };

/** The place of `occasion` among all steps of a ladder. */
export function orderOf(occasion: LadderOccasion, policy: Policy): number {
  switch (occasion.kind) {
    case 'before':
      return -occasion.days;
    case 'due':
      return 0;
    case 'overdue':
      return occasion.workingDays;
    case 'overdueWeekly':
      return weeklyOrder(occasion.nth, policy);
  }
}

/** The rungs before the due date and on it, in their order. */
export function rungsBefore(deadline: Deadline, { policy, rules }: Build): readonly Rung[] {
  const { start, due } = deadline;
  const span = start.until(due, { largestUnit: 'day' }).days;
  const moved = policy.before
    .filter((step) => step.spanOver === 0 || span > step.spanOver)
    .map((step): Rung => {
      const nominal = due.subtract({ days: step.daysBefore });
      const day = workingDayOnOrBefore(nominal, rules.calendar);
      return {
        occasion: beforeOrOn(step.daysBefore),
        order: -step.daysBefore,
        to: audience(step.to, deadline, policy),
        ...spokenOn(day, rules),
      };
    });
  return moved.filter(
    (rung, at) =>
      Temporal.PlainDate.compare(rung.day, start) > 0 &&
      isStanding(rung, deadline) &&
      !isLeftToNodes(rung, deadline, rules) &&
      !moved[at + 1]?.day.equals(rung.day),
  );
}

/** A work speaks only from its date on while a node is open; what was left to its nodes stays so. */
function isLeftToNodes({ order, day }: Rung, { work }: Deadline, rules: Rules): boolean {
  if (!work || order >= 0) return false;
  if (work.endedAt === null) return true;
  return Temporal.PlainDate.compare(day, localDay(work.endedAt, rules)) <= 0;
}

const beforeOrOn = (days: number): LadderOccasion =>
  days === 0 ? { kind: 'due' } : { kind: 'before', days };

/** @yields the overdue rungs; one whose days were over when the count began again is due that very day. */
export function* rungsAfter(deadline: Deadline, { policy, rules }: Build): Generator<Rung, void> {
  let { day, counted } = overdueCountOf(deadline);
  for (const { occasion, order, to } of overdueSteps(policy)) {
    if (order > counted) {
      day = workingDayAfter(day, order - counted, rules.calendar);
      counted = order;
    }
    yield { occasion, order, to: audience(to, deadline, policy), ...spokenOn(day, rules) };
  }
}

function* overdueSteps(policy: Policy): Generator<Pick<Rung, 'occasion' | 'order' | 'to'>, void> {
  for (const { workingDaysAfter, to } of policy.overdue) {
    const occasion = { kind: 'overdue', workingDays: workingDaysAfter } as const;
    yield { occasion, order: workingDaysAfter, to };
  }
  for (let nth = 1; ; nth += 1) {
    const occasion = { kind: 'overdueWeekly', nth } as const;
    yield { occasion, order: weeklyOrder(nth, policy), to: policy.weekly.to };
  }
}

const weeklyOrder = (nth: number, { overdue, weekly }: Policy): number =>
  (overdue.at(-1)?.workingDaysAfter ?? 0) + nth * weekly.everyWorkingDays;

/** Who is notified of a rung; of a target that met its goal in time only who is to report it done. */
function audience(
  to: readonly Role[],
  deadline: Deadline,
  { assumedTo, stagesAlsoTo }: Policy,
): readonly Role[] {
  const { duePrecision, stageOf } = deadline;
  if (isMetWhenDue(deadline)) return ['owner'];
  if (duePrecision === 'assumed-year-end') return assumedTo;
  return stageOf === null ? to : [...to, ...stagesAlsoTo];
}
