import { Temporal } from 'temporal-polyfill';
import type { Role } from '../base/role.ts';
import {
  workingDayAfter,
  workingDayBefore,
  workingDayOnOrAfter,
} from '../calendar/working-calendar.ts';
import { localDay, policyOn, type Rules, sendInstant } from '../policy/hours.ts';
import { isAsking, isStepFor, type ReportingPolicy } from '../policy/reporting-policy.ts';
import type { ReportDue } from '../tasks/occasion.ts';
import { askedOn } from '../tasks/reporting-asked.ts';
import type { ReportingDuty } from '../tasks/reporting-day.ts';
import type { Around } from './neighboring-days.ts';

/** One step of asking for a return that is owed. */
export type ReturnStep = {
  readonly occasion: ReportDue;
  readonly at: Temporal.Instant;
  readonly to: readonly Role[];
};

/** The steps of asking for the return of one return day, in their order. */
export function stepsOf(
  around: Around,
  record: ReportingDuty,
  rules: Rules,
): readonly ReturnStep[] {
  const own = policyOn(around.day, rules).returns.steps.filter((step) =>
    isStepFor(record.kind, step),
  );
  // The year's last period has one day of asking, however often the policy asks ahead.
  const first = own.find(isAsking);
  const wanted = own.filter((step) => !around.isLast || !isAhead(step) || step === first);
  const days = wanted.map((step) => dayOf(step, around, record, rules));
  return wanted.flatMap((step, at) => {
    const [on, next] = [days[at], days[at + 1]];
    // Of two that were moved to one day the one nearest to the return day speaks.
    if (!on || next?.equals(on)) return [];
    const occasion = { kind: 'reportDue', of: around.day, order: step.workingDays } as const;
    return [{ occasion, at: sendInstant(on, rules), to: step.to }];
  });
}

type PolicyStep = ReportingPolicy['steps'][number];

const isAhead = ({ workingDays }: PolicyStep): boolean => workingDays <= 0;

/** The day of `step`; undefined where it falls away. */
function dayOf(
  step: PolicyStep,
  around: Around,
  record: ReportingDuty,
  rules: Rules,
): Temporal.PlainDate | undefined {
  const { day, isLast } = around;
  if (isAhead(step)) {
    const on = isLast
      ? askedOn(record, around, rules)
      : workingDayFrom(day, step.workingDays, rules);
    return laterOf(on, firstFree(around, record, rules));
  }
  const on = workingDayFrom(day, step.workingDays, rules);
  return isOvertaken(on, around, record, rules) ? undefined : on;
}

/** Whether the next return day has come on `on`, or what it wants has been asked for before. */
function isOvertaken(
  on: Temporal.PlainDate,
  { day, next }: Around,
  record: ReportingDuty,
  rules: Rules,
): boolean {
  if (next === null) return false;
  const asked = laterOf(askedOn(record, next, rules), workingDayAfter(day, 1, rules.calendar));
  return [next.day.subtract({ days: 1 }), asked].some(
    (last) => Temporal.PlainDate.compare(on, last) > 0,
  );
}

/**
 * The first day on which a return can be asked for: after the one before it, the handover, and
 * what is silent.
 */
function firstFree(
  { previous }: Around,
  { silentThrough, assignment }: ReportingDuty,
  rules: Rules,
): Temporal.PlainDate {
  const past = [previous, silentThrough].filter((day) => day !== null);
  const last = past.reduce(laterOf, localDay(assignment.at, rules));
  return workingDayOnOrAfter(last.add({ days: 1 }), rules.calendar);
}

const laterOf = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(a, b) > 0 ? a : b;

function workingDayFrom(
  day: Temporal.PlainDate,
  workingDays: number,
  { calendar }: Rules,
): Temporal.PlainDate {
  if (workingDays === 0) return day;
  return workingDays > 0
    ? workingDayAfter(day, workingDays, calendar)
    : workingDayBefore(day, -workingDays, calendar);
}
