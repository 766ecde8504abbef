import { Temporal } from 'temporal-polyfill';
import { workingDayAfter } from './calendar.ts';
import { localDay, policyOn, type Rules, sendInstant } from './hours.ts';
import { type Return, returnPeriods } from './returns.ts';
import type { Role } from './role.ts';
import { isLive, type Task } from './task.ts';

/** When it is looked whether a target keeps its pace: once for each return day. */
export type PaceStep = {
  /** `pace-2022-06-24`: the return day of the figures. */
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly to: readonly Role[];
  readonly paced: Temporal.PlainDate;
};

const PREFIX = 'pace-';

/** Whether `rung` tells that a target is behind its pace. */
export const isPace = (rung: string): boolean => rung.startsWith(PREFIX);

/**
 * The steps of a target after the return day `heard`: the first working day after the figures of a
 * period came, or should have come. Whether it is behind is seen when it is told.
 *
 * @yields them in their order, without end; none for what is no target or not live.
 */
export function* paceStepsAfter(
  task: Task,
  heard: Temporal.PlainDate | null,
  rules: Rules,
): Generator<PaceStep, void> {
  if (task.kind !== 'target' || !isLive(task) || !isToldAtAll(rules)) return;
  for (const period of returnPeriods(task, task.start, rules)) {
    const { day } = period;
    if (heard && Temporal.PlainDate.compare(day, heard) <= 0) continue;
    const on = workingDayAfter(figuresDay(period, task, rules), 1, rules.calendar);
    const { to } = policyOn(on, rules).pace;
    yield { id: `${PREFIX}${day.toString()}`, at: sendInstant(on, rules), to, paced: day };
  }
}

/** Whether anybody hears of it under any of the park's policies. */
const isToldAtAll = ({ policies }: Rules): boolean =>
  policies.some(({ policy }) => policy.pace.to.length > 0);

/** The day on which the figures of a period came; without them, or later, the day they were due. */
function figuresDay(
  { previous, day }: Return,
  { lastReport }: Task,
  rules: Rules,
): Temporal.PlainDate {
  const came = lastReport === null ? day : localDay(lastReport.at, rules);
  const isWithin =
    Temporal.PlainDate.compare(came, previous) > 0 && Temporal.PlainDate.compare(came, day) < 0;
  return isWithin ? came : day;
}
