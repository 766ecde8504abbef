import { Temporal } from 'temporal-polyfill';
import { workingDayAfter } from '../calendar/working-calendar.ts';
import { policyOn, type Rules } from '../policy/hours.ts';
import { isStepFor } from '../policy/reporting-policy.ts';
import type { Lamp } from './lamp.ts';
import type { ReportingDuty } from './reporting-day.ts';
import { reportingDays } from './reporting-days.ts';
import { missedReturn } from './reporting-duty.ts';
import { isLive } from './task-status.ts';

/**
 * The reporting axis on `today`: yellow from the day after a return day that was missed, red from the
 * day it is named to others than the owner. It stands next to the record's lamp and never turns it.
 */
export function reportingLamp(
  record: ReportingDuty,
  today: Temporal.PlainDate,
  rules: Rules,
): Lamp {
  const policy = policyOn(today, rules);
  const lamp = {
    axis: 'reporting',
    policyVersion: policy.version,
    numbers: {},
    toGreen: null,
  } as const;
  const [first] = isLive(record) ? reportingDays(record, rules).take(1) : [];
  if (!first) {
    return { ...lamp, colour: 'none', rule: 'reporting.held', reason: '现在不用反馈' };
  }
  const missed = missedReturn(record, today, rules);
  if (!missed) {
    const hasBegun = Temporal.PlainDate.compare(first.day, today) < 0;
    return hasBegun
      ? { ...lamp, colour: 'green', rule: 'reporting.kept', reason: '按时反馈' }
      : { ...lamp, colour: 'none', rule: 'reporting.notYet', reason: '还没到第一次反馈日' };
  }
  const { day } = missed;
  const isNamed = isNamedBy(record, day, today, rules);
  const numbers = { daysSince: day.until(today, { largestUnit: 'day' }).days };
  const reason = `${day.toString()}应反馈，至今没有反馈`;
  const said = { ...lamp, numbers, reason, toGreen: '反馈进度' };
  return isNamed
    ? { ...said, colour: 'red', rule: 'reporting.named' }
    : { ...said, colour: 'yellow', rule: 'reporting.missed' };
}

/** Whether a return of `record` missed on `day` was named to others than the owner by `today`. */
function isNamedBy(
  { kind }: ReportingDuty,
  day: Temporal.PlainDate,
  today: Temporal.PlainDate,
  rules: Rules,
): boolean {
  const { steps } = policyOn(today, rules).returns;
  const named = steps.find(
    (step) =>
      isStepFor(kind, step) && step.workingDays > 0 && step.to.some((role) => role !== 'owner'),
  );
  if (!named) return false;
  const on = workingDayAfter(day, named.workingDays, rules.calendar);
  return Temporal.PlainDate.compare(today, on) >= 0;
}
