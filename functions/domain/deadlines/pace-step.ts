import { Temporal } from 'temporal-polyfill';
import type { Role } from '../base/role.ts';
import { workingDayAfter } from '../calendar/working-calendar.ts';
import { localDay, policyOn, type Rules, sendInstant } from '../policy/hours.ts';
import type { BehindPace } from '../tasks/occasion.ts';
import { reportingDays } from '../tasks/reporting-days.ts';
import type { Task } from '../tasks/task.ts';
import { isLive } from '../tasks/task-status.ts';

/** When it is looked whether a target keeps its pace: once for each return day. */
export type PaceStep = {
  readonly occasion: BehindPace;
  readonly at: Temporal.Instant;
  readonly to: readonly Role[];
};

/**
 * The steps of a target after the return day `heard`: the first working day after the figures of a
 * period came, or should have come. Whether it is behind is seen when it is told.
 *
 * @yields them in their order; none for what is no target or not live.
 */
export function* paceStepsAfter(
  task: Task,
  heard: Temporal.PlainDate | null,
  rules: Rules,
): Generator<PaceStep, void> {
  if (task.kind !== 'target' || !isLive(task) || !isToldAtAll(rules)) return;
  for (const { day } of reportingDays(task, rules)) {
    if (heard && Temporal.PlainDate.compare(day, heard) <= 0) continue;
    const on = workingDayAfter(figuresDay(day, task, rules), 1, rules.calendar);
    const { to } = policyOn(on, rules).pace;
    yield { occasion: { kind: 'behindPace', of: day }, at: sendInstant(on, rules), to };
  }
}

/** Whether anybody is notified of it under any of the park's policies. */
const isToldAtAll = ({ policies }: Rules): boolean =>
  policies.some(({ policy }) => policy.pace.to.length > 0);

/** The day on which the figures of a return day came; without them, or later, that day itself. */
function figuresDay(
  day: Temporal.PlainDate,
  { lastReport }: Task,
  rules: Rules,
): Temporal.PlainDate {
  if (!lastReport?.period?.equals(day)) return day;
  const came = localDay(lastReport.at, rules);
  return Temporal.PlainDate.compare(came, day) < 0 ? came : day;
}
