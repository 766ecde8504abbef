import { Temporal } from 'temporal-polyfill';
import { workingDayAfter, workingDayBefore } from './calendar.ts';
import { policyOn, type Rules, sendInstant } from './hours.ts';
import type { Policy } from './policy.ts';
import {
  askedOn,
  isSilent,
  type Return,
  type Returning,
  returnDays,
  returnedBy,
} from './returns.ts';
import type { Role } from './role.ts';
import { isLive } from './task.ts';

/** How far the asking for returns has been heard. */
export type HeardReturn = {
  /** The return day that was asked about. */
  readonly of: Temporal.PlainDate;
  /** The place of the step, in working days after it. */
  readonly order: number;
};

/** One step of asking for a return that is owed. */
export type ReturnStep = {
  /** `return-2022-06-24+1`: the return day, and the working days after it. */
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly to: readonly Role[];
  readonly asked: HeardReturn;
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
 * The steps of asking for the returns that `record` owes, and was not asked for yet. A step that would
 * fall on the next return day or later is left to that one's.
 *
 * @yields them in their order; none for a record that is not live.
 */
export function* returnsAfter(
  record: Returning,
  heard: HeardReturn | null,
  rules: Rules,
): Generator<ReturnStep, void> {
  if (!isLive(record) || !isAskedAtAll(record, rules)) return;
  const isMade = returnedBy(record, rules);
  let quiet = 0;
  for (const around of withNeighbours(returnDays(record, rules))) {
    if (isMade(around) || isOver(around, record, heard)) continue;
    const steps = stepsOf(around, record, rules);
    quiet = steps.length === 0 ? quiet + 1 : 0;
    if (quiet > MAX_QUIET) return;
    yield* steps.filter((step) => isAfter(step.asked, heard));
  }
}

/** Whether no step of this return day is left to say. */
const isOver = ({ day, next }: Around, record: Returning, heard: HeardReturn | null): boolean =>
  (next !== null && isSilent(next, record)) ||
  (heard !== null && Temporal.PlainDate.compare(day, heard.of) < 0);

/** Whether any of the park's policies has a step for promises of this kind. */
const isAskedAtAll = ({ kind }: Returning, { policies }: Rules): boolean =>
  policies.some(({ policy }) =>
    policy.returns.steps.some(({ kinds }) => !kinds || kinds.includes(kind)),
  );

/** Return days in a row without any step after which there will be none: the policy asks for nothing. */
const MAX_QUIET = 12;

type Around = Return & {
  readonly previous: Temporal.PlainDate | null;
  readonly next: Temporal.PlainDate | null;
};

/** @yields each of `days` with the day before it and the day after it. */
function* withNeighbours(days: Iterable<Return>): Generator<Around, void> {
  let previous: Temporal.PlainDate | null = null;
  let current: Return | undefined;
  for (const following of days) {
    if (current) {
      yield { ...current, previous, next: following.day };
      previous = current.day;
    }
    current = following;
  }
  if (current) yield { ...current, previous, next: null };
}

const isAfter = (step: HeardReturn, heard: HeardReturn | null): boolean =>
  heard === null || (Temporal.PlainDate.compare(step.of, heard.of) || step.order - heard.order) > 0;

function stepsOf(around: Around, record: Returning, rules: Rules): readonly ReturnStep[] {
  const { steps } = policyOn(around.day, rules).returns;
  const own = steps.filter(({ kinds }) => !kinds || kinds.includes(record.kind));
  // The year's last period has one day of asking, however often the policy asks ahead.
  const ahead = own.find(isAhead);
  const wanted = own.filter((step) => !around.isLast || !isAhead(step) || step === ahead);
  return wanted.flatMap((step) => {
    const on = dayOf(step, around, rules);
    if (isSilent(on, record) || !isBetween(on, around)) return [];
    const asked = { of: around.day, order: step.workingDays };
    return [{ id: stepId(asked), at: sendInstant(on, rules), to: step.to, asked }];
  });
}

type PolicyStep = Policy['returns']['steps'][number];

const isAhead = ({ workingDays }: PolicyStep): boolean => workingDays < 0;

const dayOf = (step: PolicyStep, of: Return, rules: Rules): Temporal.PlainDate =>
  isAhead(step) && of.isLast ? askedOn(of, rules) : workingDayFrom(of.day, step.workingDays, rules);

/** A step on the return day before, or on the next one, is left to that one's. */
const isBetween = (on: Temporal.PlainDate, { previous, next }: Around): boolean =>
  (previous === null || Temporal.PlainDate.compare(on, previous) > 0) &&
  (next === null || Temporal.PlainDate.compare(on, next) < 0);

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

/** Whether `record` still owes what was asked for on the return day `of`. */
export function owesReturn(record: Returning, of: Temporal.PlainDate, rules: Rules): boolean {
  if (!isLive(record)) return false;
  for (const each of returnDays(record, rules)) {
    const order = Temporal.PlainDate.compare(each.day, of);
    if (order >= 0) return order === 0 && !returnedBy(record, rules)(each);
  }
  return false;
}
