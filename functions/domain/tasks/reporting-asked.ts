import { Temporal } from 'temporal-polyfill';
import { workingDayBefore, workingDayOnOrAfter } from '../calendar/working-calendar.ts';
import { policyOn, type Rules } from '../policy/hours.ts';
import type { Policy } from '../policy/policy.ts';
import {
  ASKED_AHEAD,
  isAsking,
  isStepFor,
  type ReportRecurrence,
} from '../policy/reporting-policy.ts';
import type { ReportingDay, ReportingDuty } from './reporting-day.ts';

/** How often `policy` asks for what is of the kind of `record`. */
export const askedAs = (
  { kind }: ReportingDuty,
  { returns: { asked } }: Policy,
): ReportRecurrence | 'own' => (kind === 'funding' ? 'never' : asked[kind]);

/** Whether the policy on `day` asks for what is of the kind of `record`. */
export const isAskedFor = (record: ReportingDuty, day: Temporal.PlainDate, rules: Rules): boolean =>
  askedAs(record, policyOn(day, rules)) !== 'never';

/** Whether the last of the park's policies, which asks for nothing of this kind, holds on `day`. */
export function isNeverAskedFrom(
  day: Temporal.PlainDate,
  record: ReportingDuty,
  { policies }: Rules,
): boolean {
  const last = policies.at(-1) ?? policies[0];
  const isNever = askedAs(record, last.policy) === 'never';
  return isNever && (policies.length === 1 || Temporal.PlainDate.compare(last.from, day) <= 0);
}

/**
 * The day on which a return of `record` is asked for: that of the first step that asks the owner; the
 * year's last one at the beginning of January.
 */
export function askedOn(
  { kind }: Pick<ReportingDuty, 'kind'>,
  { day, isLast }: ReportingDay,
  rules: Rules,
): Temporal.PlainDate {
  if (isLast) return workingDayOnOrAfter(day.with({ month: 1, day: 1 }), rules.calendar);
  const { steps } = policyOn(day, rules).returns;
  const first = steps.find((step) => isStepFor(kind, step) && isAsking(step));
  const ahead = first ? -first.workingDays : ASKED_AHEAD;
  return ahead === 0 ? day : workingDayBefore(day, ahead, rules.calendar);
}
