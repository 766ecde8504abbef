import type { Temporal } from 'temporal-polyfill';
import { ANY_NUMBER, numberOf } from '../base/numerals.ts';
import { isWorkingDay, workingDayOnOrBefore } from '../calendar/working-calendar.ts';
import { policyOn, type Rules } from './hours.ts';
import type { ReportRecurrence } from './reporting-policy.ts';

/** Days of a recurring report, before they are moved to working days. */
export type Recurrence =
  | {
      /** Months of the year, 1 to 12. */
      readonly months: readonly number[];
      /**
       * Days of the month in ascending order; days beyond its end mean its last day. Null for the
       * park's reporting day.
       */
      readonly days: readonly number[] | null;
    }
  | {
      /** 1 is Monday. */
      readonly weekday: number;
    };

const EVERY_MONTH: readonly number[] = Array.from({ length: 12 }, (_, at) => at + 1);
const HALF_YEARS = [6, 12];
const LAST_DAY = 31;
const WEEKDAYS = '一二三四五六日';
const FRIDAY = 5;
const DAYS_OF_WEEK = 7;

/** Month `place` of each quarter. */
const ofEachQuarter = (place: number): readonly number[] =>
  EVERY_MONTH.filter((month) => (month - place) % 3 === 0);

/** The park's reporting day in every month, and in the last month of each quarter. */
export const monthly: Recurrence = { months: EVERY_MONTH, days: null };
const quarterly: Recurrence = { months: ofEachQuarter(3), days: null };

/** Months in which each recurrence of a policy reports. */
export const monthsOfRecurrence: Readonly<Record<ReportRecurrence, readonly number[]>> = {
  monthly: EVERY_MONTH,
  quarterly: ofEachQuarter(3),
  halfYearly: HALF_YEARS,
  never: [],
};

type Groups = Readonly<Record<string, string | undefined>>;

/** `rhythm` returns undefined for a month or day that does not exist. */
type Form = {
  readonly pattern: RegExp;
  readonly rhythm: (groups: Groups) => Recurrence | undefined;
};

const DAY = `(?<day>${ANY_NUMBER})[日号]`;

/** Patterns in order of precedence: 每月5日前, 每季度末月25日前, 每年6月底, 每周五, 每半年. */
const forms: readonly Form[] = [
  {
    pattern: new RegExp(`每个?月(?:前)?(?<day>${ANY_NUMBER})[日号天]`),
    rhythm: ({ day }) => dated(EVERY_MONTH, day),
  },
  { pattern: /每个?月(?:底|末)/, rhythm: () => ({ months: EVERY_MONTH, days: [LAST_DAY] }) },
  { pattern: /每半个?月/, rhythm: () => ({ months: EVERY_MONTH, days: [15, LAST_DAY] }) },
  {
    pattern: new RegExp(
      `每个?季度?(?:(?<first>首月|第[一1]个月)|(?<second>第[二2]个月)|[底末]月?|第[三3]个月|最后一?个月)的?(?:${DAY})?`,
    ),
    rhythm: ({ first, second, day }) => dated(ofEachQuarter(first ? 1 : second ? 2 : 3), day),
  },
  { pattern: /每个?季|[按逐]季/, rhythm: () => quarterly },
  {
    pattern: new RegExp(`每半年(?:末月?的?)?(?:${DAY})?`),
    rhythm: ({ day }) =>
      day === undefined ? { months: HALF_YEARS, days: null } : dated(HALF_YEARS, day),
  },
  {
    pattern: new RegExp(`每年(?<month>${ANY_NUMBER})月(?:${DAY})?`),
    rhythm: ({ month = '', day }) =>
      EVERY_MONTH.includes(numberOf(month)) ? dated([numberOf(month)], day) : undefined,
  },
  {
    pattern: /每个?(?:周|星期)(?<weekday>[一二三四五六日天])/,
    rhythm: ({ weekday = '' }) => ({ weekday: weekdayOf(weekday) }),
  },
  { pattern: /(?:每个?|[按逐])(?:周|星期)/, rhythm: () => ({ weekday: FRIDAY }) },
];

/** `day` of each of `months`; the last day of the month if `day` is omitted. */
function dated(months: readonly number[], day?: string): Recurrence | undefined {
  const number = day === undefined ? LAST_DAY : numberOf(day);
  const isDay = Number.isInteger(number) && number >= 1 && number <= LAST_DAY;
  return isDay ? { months, days: [number] } : undefined;
}

const weekdayOf = (character: string): number =>
  character === '天' ? WEEKDAYS.length : WEEKDAYS.indexOf(character) + 1;

/** The recurrence that `words` of a plan state (`每月5日前`); undefined if they state none. */
export function recurrenceOf(words: string | null): Recurrence | undefined {
  for (const { pattern, rhythm } of words === null ? [] : forms) {
    const found = pattern.exec(words ?? '');
    if (found) return rhythm(found.groups ?? {});
  }
  return undefined;
}

/** A day as stated, and the working day it is moved to. */
export type RecurrenceDay = {
  readonly nominal: Temporal.PlainDate;
  readonly day: Temporal.PlainDate;
};

/**
 * Days of `rhythm` from `from` on, each moved to the last working day on or before it. Skips weeks
 * without a working day.
 *
 * @yields days in ascending order, without end.
 */
export function* daysOf(
  rhythm: Recurrence,
  from: Temporal.PlainDate,
  rules: Rules,
): Generator<RecurrenceDay, void> {
  let last: Temporal.PlainDate | undefined;
  for (const nominal of nominalDays(rhythm, from, rules)) {
    const day = workingDayOnOrBefore(nominal, rules.calendar);
    if (day.since(last ?? from).sign < 0 || last?.equals(day)) continue;
    last = day;
    yield { nominal, day };
  }
}

function* nominalDays(
  rhythm: Recurrence,
  from: Temporal.PlainDate,
  rules: Rules,
): Generator<Temporal.PlainDate, void> {
  if ('weekday' in rhythm) {
    const ahead = (rhythm.weekday - from.dayOfWeek + DAYS_OF_WEEK) % DAYS_OF_WEEK;
    for (let day = from.add({ days: ahead }); ; day = day.add({ days: DAYS_OF_WEEK })) {
      if (hasWorkingDay(day, rules)) yield day;
    }
  }
  for (let month = from.toPlainYearMonth(); ; month = month.add({ months: 1 })) {
    if (!rhythm.months.includes(month.month)) continue;
    const own = rhythm.days ?? [policyOn(month.toPlainDate({ day: 1 }), rules).returns.dayOfMonth];
    for (const day of own) yield month.toPlainDate({ day });
  }
}

/** Whether the week of `day` has a working day. */
function hasWorkingDay(day: Temporal.PlainDate, { calendar }: Rules): boolean {
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  return Array.from({ length: DAYS_OF_WEEK }, (_, at) => monday.add({ days: at })).some((each) =>
    isWorkingDay(each, calendar),
  );
}
