import { Temporal } from 'temporal-polyfill';
import type { Rules } from '../policy/hours.ts';
import { isStepFor } from '../policy/reporting-policy.ts';
import type { ReportingDuty } from '../tasks/reporting-day.ts';
import { reportingDays } from '../tasks/reporting-days.ts';
import { isSilent, returnedBy } from '../tasks/reporting-duty.ts';
import { isLive } from '../tasks/task-status.ts';
import { type HeardReturn, isAfter } from './heard-return.ts';
import { type Around, withNeighbors } from './neighboring-days.ts';
import { type ReturnStep, stepsOf } from './steps-of-return.ts';

/**
 * The steps of asking for the returns that `record` owes, and was not asked for yet. Each return day
 * that is not silent is asked for by it, be it late; a step that would fall on the next return day or
 * later is left to that one's.
 *
 * @yields them in their order; none for a record that is not live.
 */
export function* returnsAfter(
  record: ReportingDuty,
  heard: HeardReturn | null,
  rules: Rules,
): Generator<ReturnStep, void> {
  if (!isLive(record) || !isAskedAtAll(record, rules)) return;
  const isMade = returnedBy(record, rules);
  let quiet = 0;
  for (const around of withNeighbors(reportingDays(record, rules))) {
    if (isMade(around) || isOver(around, record, heard)) continue;
    const steps = stepsOf(around, record, rules);
    quiet = steps.length === 0 ? quiet + 1 : 0;
    if (quiet > MAX_QUIET) return;
    yield* steps.filter((step) => isAfter(step.occasion, heard));
  }
}

/** Whether no step of this return day is left to say. */
const isOver = ({ day }: Around, record: ReportingDuty, heard: HeardReturn | null): boolean =>
  isSilent(day, record) || (heard !== null && Temporal.PlainDate.compare(day, heard.of) < 0);

/** Whether any of the park's policies has a step for promises of this kind. */
const isAskedAtAll = ({ kind }: ReportingDuty, { policies }: Rules): boolean =>
  policies.some(({ policy }) => policy.returns.steps.some((step) => isStepFor(kind, step)));

/** Return days in a row without any step after which there will be none: the policy asks for nothing. */
const MAX_QUIET = 12;

/** Whether `record` still owes what was asked for on the return day `of`. */
export function owesReturn(record: ReportingDuty, of: Temporal.PlainDate, rules: Rules): boolean {
  if (!isLive(record) || isSilent(of, record)) return false;
  for (const each of reportingDays(record, rules)) {
    const order = Temporal.PlainDate.compare(each.day, of);
    if (order >= 0) return order === 0 && !returnedBy(record, rules)(each);
  }
  return false;
}
