import type { Temporal } from 'temporal-polyfill';
import { workingDayOnOrBefore } from './calendar.ts';
import type { Rules } from './hours.ts';
import { ANY_NUMBER, numberOf } from './numerals.ts';

/** The days on which something is to be told again and again, before they are moved off rest days. */
export type Rhythm =
  | {
      /** Months of the year, from 1. */
      readonly months: readonly number[];
      /** Of the month; one that the month does not have is its last. */
      readonly day: number;
    }
  | {
      /** 1 is Monday. */
      readonly weekday: number;
    };

const EVERY_MONTH: readonly number[] = Array.from({ length: 12 }, (_, at) => at + 1);
const LAST_DAY = 31;
const WEEKDAYS = '一二三四五六日';
const FRIDAY = 5;

/** Every third month, beginning with month `place` of the quarter. */
const ofEachQuarter = (place: number): readonly number[] =>
  EVERY_MONTH.filter((month) => (month - place) % 3 === 0);

type Form = { readonly pattern: RegExp; readonly rhythm: (number: number, text: string) => Rhythm };

/** The first that fits says when: 每月5日前, 每季度末月25日前, 每周五, 每半年. */
const forms: readonly Form[] = [
  {
    pattern: new RegExp(`每个?月(?:前)?(${ANY_NUMBER})[日号天]`),
    rhythm: (day) => ({ months: EVERY_MONTH, day }),
  },
  { pattern: /每个?月(?:底|末)/, rhythm: () => ({ months: EVERY_MONTH, day: LAST_DAY }) },
  {
    pattern: new RegExp(`每(?:个)?季度?首月(${ANY_NUMBER})[日号]`),
    rhythm: (day) => ({ months: ofEachQuarter(1), day }),
  },
  {
    pattern: new RegExp(`每(?:个)?季度?末月(${ANY_NUMBER})[日号]`),
    rhythm: (day) => ({ months: ofEachQuarter(3), day }),
  },
  {
    pattern: /每个?季|[按逐]季/,
    rhythm: () => ({ months: ofEachQuarter(3), day: LAST_DAY }),
  },
  { pattern: /每半年/, rhythm: () => ({ months: [6, 12], day: LAST_DAY }) },
  {
    pattern: /每个?(?:周|星期)([一二三四五六日天])/,
    rhythm: (_, text) => ({ weekday: weekdayOf(text.at(-1) ?? '') }),
  },
  { pattern: /(?:每个?|[按逐])(?:周|星期)/, rhythm: () => ({ weekday: FRIDAY }) },
];

const weekdayOf = (character: string): number =>
  character === '天' ? WEEKDAYS.length : WEEKDAYS.indexOf(character) + 1;

/** The rhythm that a plan's own words (`每月5日前`) set; undefined where they name no day. */
export function rhythmOf(words: string | null): Rhythm | undefined {
  for (const { pattern, rhythm } of words === null ? [] : forms) {
    const [found, number = ''] = pattern.exec(words ?? '') ?? [];
    if (found !== undefined) return rhythm(numberOf(number), found);
  }
  return undefined;
}

/**
 * The days of `rhythm` from `from` on, each moved to the working day before it where it is none.
 *
 * @yields each day once, in order, without end.
 */
export function* daysOf(
  rhythm: Rhythm,
  from: Temporal.PlainDate,
  { calendar }: Rules,
): Generator<Temporal.PlainDate, void> {
  let last: Temporal.PlainDate | undefined;
  for (const nominal of nominalDays(rhythm, from)) {
    const day = workingDayOnOrBefore(nominal, calendar);
    if (day.since(last ?? from).sign < 0 || last?.equals(day)) continue;
    last = day;
    yield day;
  }
}

function* nominalDays(
  rhythm: Rhythm,
  from: Temporal.PlainDate,
): Generator<Temporal.PlainDate, void> {
  if ('weekday' in rhythm) {
    let day = from.add({ days: (rhythm.weekday - from.dayOfWeek + 7) % 7 });
    for (; ; day = day.add({ days: 7 })) yield day;
  }
  for (let month = from.toPlainYearMonth(); ; month = month.add({ months: 1 })) {
    if (rhythm.months.includes(month.month)) yield month.toPlainDate({ day: rhythm.day });
  }
}
