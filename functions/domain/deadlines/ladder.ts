import { Temporal } from 'temporal-polyfill';
import type { Role } from '../base/role.ts';
import {
  workingDayAfter,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from '../calendar/working-calendar.ts';
import { type Rules, sendInstant } from '../policy/hours.ts';
import type { Policy } from '../policy/policy.ts';
import { isMetWhenDue } from '../tasks/due-figure.ts';
import type { LadderOccasion } from '../tasks/occasion.ts';
import { overdueCountOf } from '../tasks/overdue-count.ts';
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
  'stageOf' | 'start' | 'duePrecision' | 'silentThrough' | 'overdueCount' | 'measure'
> & {
  readonly due: Temporal.PlainDate;
};

/** One policy's ladder is built by this policy and the calendar alone. */
type Build = { readonly policy: Policy; readonly rules: Rules };

/**
 * The rungs of `deadline`, without end: the weekly one repeats until somebody stops asking. Each day
 * has the rungs of the policy that governs it, so that a new policy does not ask again for what lies
 * before it; but who would have heard of an overdue task by now hears on its first working day.
 *
 * @yields each rung in its order; those that fall away are not among them.
 */
export function* ladderOf(deadline: Deadline, rules: Rules): Generator<Rung, void> {
  let heard = 0;
  for (const [at, { policy, from }] of rules.policies.entries()) {
    const ladder = ladderBy(deadline, { policy, rules });
    const own = at === 0 ? ladder : since(from, ladder, heard, rules);
    const until = rules.policies[at + 1]?.from;
    for (const rung of own) {
      if (until && Temporal.PlainDate.compare(rung.day, until) >= 0) break;
      heard = Math.max(heard, rung.order);
      yield rung;
    }
  }
}

/** @yields the rungs from day `from` on, and before them the last overdue one in arrears, if any. */
function* since(
  from: Temporal.PlainDate,
  ladder: Iterable<Rung>,
  heard: number,
  rules: Rules,
): Generator<Rung, void> {
  let arrears: Rung | undefined;
  for (const rung of ladder) {
    if (Temporal.PlainDate.compare(rung.day, from) >= 0) {
      if (arrears) yield { ...arrears, ...on(workingDayOnOrAfter(from, rules.calendar), rules) };
      arrears = undefined;
      yield rung;
    } else if (rung.order > heard && rung.occasion.kind !== 'overdueWeekly') {
      arrears = rung;
    }
  }
}

function* ladderBy(deadline: Deadline, build: Build): Generator<Rung, void> {
  yield* rungsBefore(deadline, build);
  for (const rung of rungsAfter(deadline, build)) {
    if (deadline.overdueCount !== null || isStanding(rung, deadline)) yield rung;
  }
}

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

function rungsBefore(deadline: Deadline, { policy, rules }: Build): readonly Rung[] {
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
        ...on(day, rules),
      };
    });
  return moved.filter(
    (rung, at) =>
      Temporal.PlainDate.compare(rung.day, start) > 0 &&
      isStanding(rung, deadline) &&
      !moved[at + 1]?.day.equals(rung.day),
  );
}

const beforeOrOn = (days: number): LadderOccasion =>
  days === 0 ? { kind: 'due' } : { kind: 'before', days };

/** @yields the overdue rungs; one whose days were over when the count began again is due that very day. */
function* rungsAfter(deadline: Deadline, { policy, rules }: Build): Generator<Rung, void> {
  let { day, counted } = overdueCountOf(deadline);
  for (const { occasion, order, to } of overdueSteps(policy)) {
    if (order > counted) {
      day = workingDayAfter(day, order - counted, rules.calendar);
      counted = order;
    }
    yield { occasion, order, to: audience(to, deadline, policy), ...on(day, rules) };
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

const on = (day: Temporal.PlainDate, rules: Rules): Pick<Rung, 'day' | 'at'> => ({
  day,
  at: sendInstant(day, rules),
});

function isStanding({ day, order }: Rung, { silentThrough }: Deadline): boolean {
  if (silentThrough === null) return true;
  const days = Temporal.PlainDate.compare(day, silentThrough);
  return days > 0 || (days === 0 && order === 0);
}
