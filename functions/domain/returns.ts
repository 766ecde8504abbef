import { Temporal } from 'temporal-polyfill';
import { workingDayAfter, workingDayBefore } from './calendar.ts';
import { localDay, policyOn, type Rules, sendInstant } from './hours.ts';
import type { Lamp } from './lamp.ts';
import { daysOf, rhythmOf } from './rhythm.ts';
import type { Role } from './role.ts';
import { isLive, type Task } from './task.ts';

/** What the duty to report goes by. */
type Reporting = Pick<
  Task,
  'status' | 'kind' | 'recurrence' | 'start' | 'assignment' | 'lastReport' | 'silentThrough'
>;

/** How far the asking for reports has been heard. */
export type HeardReturn = {
  /** The return day that was asked about. */
  readonly of: Temporal.PlainDate;
  /** The place of the step, in working days after it. */
  readonly order: number;
};

/** One step of asking for a report that is owed. */
export type ReturnStep = {
  /** `return-2022-06-24+1`: the return day, and the working days after it. */
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly to: readonly Role[];
  readonly asked: HeardReturn;
};

/** A return day, with those around it. A report made after `previous` is made for it. */
export type Return = {
  readonly previous: Temporal.PlainDate;
  readonly day: Temporal.PlainDate;
  readonly next: Temporal.PlainDate;
};

const FORM = /^return-(\d{4}-\d{2}-\d{2})([+-]\d+)$/;

/** The return day and the step that `rung` asks about; undefined for any other rung. */
export function askedBy(rung: string): HeardReturn | undefined {
  const [, of, order] = FORM.exec(rung) ?? [];
  return of === undefined ? undefined : { of: Temporal.PlainDate.from(of), order: Number(order) };
}

const stepId = ({ of, order }: HeardReturn): string =>
  `return-${of.toString()}${order < 0 ? '' : '+'}${order}`;

/**
 * The steps of asking for the reports that `task` owes, and was not asked for yet. A report makes up
 * for all that were owed before it. A step that would fall on the next return day or later is left
 * to that one's.
 *
 * @yields them in their order, without end while nobody reports; none for a task that is not live.
 */
export function* returnsAfter(
  task: Reporting,
  heard: HeardReturn | null,
  rules: Rules,
): Generator<ReturnStep, void> {
  if (!isLive(task) || !isAskedAtAll(task, rules)) return;
  let quiet = 0;
  for (const owed of returnsOwed(task, rules)) {
    if (isOver(owed, task, heard)) continue;
    const steps = stepsOf(owed, task, rules);
    quiet = steps.length === 0 ? quiet + 1 : 0;
    if (quiet > MAX_QUIET) return;
    yield* steps.filter((step) => isAfter(step.asked, heard));
  }
}

/** Whether any of the park's policies has a step for promises of this kind. */
const isAskedAtAll = ({ kind }: Reporting, { policies }: Rules): boolean =>
  policies.some(({ policy }) =>
    policy.returns.steps.some(({ kinds }) => !kinds || kinds.includes(kind)),
  );

/** Return days in a row without any step after which there will be none: the policy asks for nothing. */
const MAX_QUIET = 12;

/** Whether no step of this return day is left to say. */
const isOver = ({ day, next }: Return, task: Reporting, heard: HeardReturn | null): boolean =>
  isSilent(next, task) || (heard !== null && Temporal.PlainDate.compare(day, heard.of) < 0);

const isSilent = (day: Temporal.PlainDate, { silentThrough }: Reporting): boolean =>
  silentThrough !== null && Temporal.PlainDate.compare(day, silentThrough) <= 0;

const isAfter = (step: HeardReturn, heard: HeardReturn | null): boolean =>
  heard === null || (Temporal.PlainDate.compare(step.of, heard.of) || step.order - heard.order) > 0;

function stepsOf(
  { previous, day, next }: Return,
  task: Reporting,
  rules: Rules,
): readonly ReturnStep[] {
  return policyOn(day, rules).returns.steps.flatMap(({ workingDays, kinds, to }) => {
    if (kinds && !kinds.includes(task.kind)) return [];
    const on = workingDayFrom(day, workingDays, rules);
    const isOwn =
      Temporal.PlainDate.compare(on, previous) > 0 && Temporal.PlainDate.compare(on, next) < 0;
    if (isSilent(on, task) || !isOwn) return [];
    const asked = { of: day, order: workingDays };
    return [{ id: stepId(asked), at: sendInstant(on, rules), to, asked }];
  });
}

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

/** Whether `task` still owes the report for the return day `of`. */
export function owesReturn(task: Reporting, of: Temporal.PlainDate, rules: Rules): boolean {
  if (!isLive(task)) return false;
  for (const { day } of returnsOwed(task, rules)) {
    const order = Temporal.PlainDate.compare(day, of);
    if (order >= 0) return order === 0;
  }
  return false;
}

/**
 * The return days for which nothing was reported: those that a whole period precedes in which the
 * task was in hand and nothing came.
 *
 * @yields them in their order, without end.
 */
function* returnsOwed(task: Reporting, rules: Rules): Generator<Return, void> {
  const { lastReport, start } = task;
  yield* returnPeriods(task, lastReport ? localDay(lastReport.at, rules) : start, rules);
}

/**
 * The return days whose whole period the task was in hand, the period beginning on `from` or later.
 *
 * @yields them in their order, without end.
 */
export function* returnPeriods(
  task: Pick<Task, 'recurrence' | 'start' | 'assignment'>,
  from: Temporal.PlainDate,
  rules: Rules,
): Generator<Return, void> {
  const days = [localDay(task.assignment.at, rules), task.start, from];
  const since = days.reduce((a, b) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a));
  const { dayOfMonth } = policyOn(since, rules).returns;
  const monthly = { months: Array.from({ length: 12 }, (_, at) => at + 1), day: dayOfMonth };
  let [previous, day]: (Temporal.PlainDate | undefined)[] = [];
  for (const next of daysOf(rhythmOf(task.recurrence) ?? monthly, since, rules)) {
    if (previous && day) yield { previous, day, next };
    [previous, day] = [day, next];
  }
}

/**
 * The reporting axis of a task's lamp on `today`: yellow from the day after a return day that was
 * missed, red from the day it is named to others than the owner.
 */
export function reportingLamp(task: Reporting, today: Temporal.PlainDate, rules: Rules): Lamp {
  const policy = policyOn(today, rules);
  const lamp = { axis: 'reporting', policyVersion: policy.version } as const;
  if (!isLive(task)) {
    const reason = '现在不用反馈';
    return { ...lamp, colour: 'none', rule: 'reporting.held', numbers: {}, reason, toGreen: null };
  }
  const [first] = returnsOwed(task, rules).take(1);
  if (!first || Temporal.PlainDate.compare(first.day, today) >= 0) {
    const reason = '按时反馈';
    const numbers = { daysSince: 0 };
    return { ...lamp, colour: 'green', rule: 'reporting.kept', numbers, reason, toGreen: null };
  }
  const named = policy.returns.steps.findLast(({ to }) => to.some((role) => role !== 'owner'));
  const namedOn = named && workingDayFrom(first.day, named.workingDays, rules);
  const isNamed = namedOn !== undefined && Temporal.PlainDate.compare(today, namedOn) >= 0;
  const numbers = { daysSince: first.day.until(today, { largestUnit: 'day' }).days };
  const reason = `${first.day.toString()}应反馈，至今没有反馈`;
  const toGreen = '反馈进度';
  return isNamed
    ? { ...lamp, colour: 'red', rule: 'reporting.named', numbers, reason, toGreen }
    : { ...lamp, colour: 'yellow', rule: 'reporting.missed', numbers, reason, toGreen };
}
