import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Day } from '../base/parsing.ts';
import type { Role } from '../base/role.ts';
import {
  workingDayAfter,
  workingDayBefore,
  workingDayOnOrAfter,
} from '../calendar/working-calendar.ts';
import { localDay, policyOn, type Rules, sendInstant } from '../policy/hours.ts';
import { isAsking, isStepFor, type ReportingPolicy } from '../policy/reporting-policy.ts';
import type { Occasion, ReportDue } from '../tasks/occasion.ts';
import {
  askedOn,
  type ReportingDay,
  type ReportingDuty,
  reportingDays,
} from '../tasks/reporting-days.ts';
import { isSilent, returnedBy } from '../tasks/reporting-duty.ts';
import { isLive } from '../tasks/task.ts';

/** How far the asking for returns has been heard. */
export const HeardReturn = z.object({
  /** The return day that was asked about. */
  of: Day,
  /** The place of the step, in working days after it. */
  order: z.int(),
});
export type HeardReturn = Readonly<z.infer<typeof HeardReturn>>;

/** What is kept of `occasion` once it was told. */
export const heardReturn = ({ of, order }: ReportDue): HeardReturn => ({ of, order });

/** One step of asking for a return that is owed. */
export type ReturnStep = {
  readonly occasion: ReportDue;
  readonly at: Temporal.Instant;
  readonly to: readonly Role[];
};

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

type Around = ReportingDay & {
  readonly previous: Temporal.PlainDate | null;
  readonly next: ReportingDay | null;
};

/** @yields each of `days` with the day before it and the day after it. */
function* withNeighbors(days: Iterable<ReportingDay>): Generator<Around, void> {
  let previous: Temporal.PlainDate | null = null;
  let current: ReportingDay | undefined;
  for (const following of days) {
    if (current) {
      yield { ...current, previous, next: following };
      previous = current.day;
    }
    current = following;
  }
  if (current) yield { ...current, previous, next: null };
}

const isAfter = (step: HeardReturn, heard: HeardReturn | null): boolean =>
  heard === null || (Temporal.PlainDate.compare(step.of, heard.of) || step.order - heard.order) > 0;

function stepsOf(around: Around, record: ReportingDuty, rules: Rules): readonly ReturnStep[] {
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

/**
 * `steps` that were reached together without the askings that do not speak on `today`: what was not
 * asked for yet is asked for first, so that nobody is named for what was not asked of him; and what was
 * to be returned before falls away once the next return day has come, or where it was never asked for.
 */
export function spokenOf<Of extends { readonly occasion: Occasion }>(
  steps: readonly Of[],
  today: Temporal.PlainDate,
): readonly Of[] {
  const days = Map.groupBy(steps, (step) => askedIn(step)?.of.toString() ?? '');
  const last = [...days.keys()].toSorted().at(-1) ?? '';
  const isToCome = last > today.toString();
  return [...days].flatMap(([of, group]) => {
    const asking = group.filter((step) => (askedIn(step)?.order ?? 1) <= 0);
    if (of === '') return group;
    if (of === last) return asking.length > 0 ? asking : group;
    return isToCome && asking.length === 0 ? group : [];
  });
}

const askedIn = ({ occasion }: { readonly occasion: Occasion }): ReportDue | undefined =>
  occasion.kind === 'reportDue' ? occasion : undefined;

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
export function owesReturn(record: ReportingDuty, of: Temporal.PlainDate, rules: Rules): boolean {
  if (!isLive(record) || isSilent(of, record)) return false;
  for (const each of reportingDays(record, rules)) {
    const order = Temporal.PlainDate.compare(each.day, of);
    if (order >= 0) return order === 0 && !returnedBy(record, rules)(each);
  }
  return false;
}
