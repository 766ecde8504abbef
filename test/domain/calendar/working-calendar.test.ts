import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { lawfulHolidays } from '../../../functions/domain/calendar/festivals.ts';
import {
  stateCouncilCalendar as calendar,
  coversYear,
  isWorkingDay,
  workingDayAfter,
  workingDayOnOrBefore,
} from '../../../functions/domain/calendar/working-calendar.ts';
import { day } from '../../support/builders.ts';

/** 国办发明电〔2021〕11号, 〔2024〕12号 and the notice of 4 November 2025: off and, in exchange, worked. */
const notices = [
  { off: ['2022-01-01', '2022-01-03'], worked: [] },
  { off: ['2022-01-31', '2022-02-06'], worked: ['2022-01-29', '2022-01-30'] },
  { off: ['2022-04-03', '2022-04-05'], worked: ['2022-04-02'] },
  { off: ['2022-04-30', '2022-05-04'], worked: ['2022-04-24', '2022-05-07'] },
  { off: ['2022-06-03', '2022-06-05'], worked: [] },
  { off: ['2022-09-10', '2022-09-12'], worked: [] },
  { off: ['2022-10-01', '2022-10-07'], worked: ['2022-10-08', '2022-10-09'] },
  { off: ['2025-01-28', '2025-02-04'], worked: ['2025-01-26', '2025-02-08'] },
  { off: ['2025-05-01', '2025-05-05'], worked: ['2025-04-27'] },
  { off: ['2025-10-01', '2025-10-08'], worked: ['2025-09-28', '2025-10-11'] },
  { off: ['2026-01-01', '2026-01-03'], worked: ['2026-01-04'] },
  { off: ['2026-02-15', '2026-02-23'], worked: ['2026-02-14', '2026-02-28'] },
  { off: ['2026-10-01', '2026-10-07'], worked: ['2026-09-20', '2026-10-10'] },
] as const;

describe('the calendar of the State Council', () => {
  it.each(notices)('rests from $off.0 to $off.1', ({ off: [first, last], worked }) => {
    const days = Array.from({ length: day(first).until(day(last)).days + 1 }, (_, number) =>
      day(first).add({ days: number }),
    );
    expect(days.filter((each) => isWorkingDay(each, calendar)).map(String)).toEqual([]);
    expect(worked.filter((each) => isWorkingDay(day(each), calendar))).toEqual(worked);
  });

  it('is the same in every time zone of the process', () => {
    const script = `
      import { isWorkingDay, stateCouncilCalendar as c } from './functions/domain/calendar/working-calendar.ts';
      import { Temporal } from 'temporal-polyfill';
      let d = Temporal.PlainDate.from('2022-01-01'), found = '';
      for (; d.year < 2027; d = d.add({ days: 1 })) found += Number(isWorkingDay(d, c));
      process.stdout.write(found);`;
    const years = ['America/New_York', 'Asia/Shanghai', 'UTC'].map(
      (TZ) =>
        spawnSync('node', ['--input-type=module', '-e', script], {
          env: { ...process.env, TZ },
          encoding: 'utf8',
        }).stdout,
    );
    expect(years[0]).toHaveLength(1826);
    expect(new Set(years).size).toBe(1);
  });

  it.each([
    { year: 2022, known: true },
    { year: 2026, known: true },
    { year: 2035, known: false },
  ])('knows whether it has the notice for $year', ({ year, known }) => {
    expect(coversYear(year, calendar)).toBe(known);
  });

  it.each([
    { off: ['2027-01-01'], first: '2027-01-04' },
    { off: ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'], first: '2027-02-09' },
    { off: ['2027-04-05'], first: '2027-04-06' },
    { off: ['2029-05-01', '2029-05-02'], first: '2029-05-03' },
    { off: ['2027-06-09'], first: '2027-06-10' },
    { off: ['2027-09-15'], first: '2027-09-16' },
    { off: ['2027-10-01', '2027-10-02', '2027-10-03'], first: '2027-10-04' },
  ])('rests by law on $off without a notice, and works on $first', ({ off, first }) => {
    const before = { restDays: new Set<string>(), makeUpDays: new Set<string>() };
    expect(off.filter((each) => isWorkingDay(day(each), before))).toEqual([]);
    expect(workingDayAfter(day(off.at(-1) ?? ''), 1, before).toString()).toBe(first);
  });

  it('rests by law on days that every notice so far has named', () => {
    const restDays = calendar.restDays;
    for (const year of [2025, 2026]) {
      expect([...lawfulHolidays(year)].filter((each) => !restDays.has(each))).toEqual([]);
    }
  });

  it('takes other weekdays as worked where there is no notice', () => {
    expect(isWorkingDay(day('2035-10-04'), calendar)).toBe(true);
    expect(isWorkingDay(day('2035-10-06'), calendar)).toBe(false);
  });

  it.each([
    { from: '2022-06-05', before: '2022-06-02' },
    { from: '2022-10-03', before: '2022-09-30' },
    { from: '2022-06-15', before: '2022-06-15' },
  ])('finds the working day on or before $from', ({ from, before }) => {
    expect(workingDayOnOrBefore(day(from), calendar).toString()).toBe(before);
  });

  it.each([
    { from: '2022-06-02', count: 1, day: '2022-06-06' },
    { from: '2022-09-30', count: 3, day: '2022-10-10' },
    { from: '2022-12-31', count: 1, day: '2023-01-03' },
    { from: '2022-10-08', count: 1, day: '2022-10-09' },
  ])('counts $count working days after $from', ({ from, count, day: expected }) => {
    expect(workingDayAfter(day(from), count, calendar).toString()).toBe(expected);
  });

  it.each([0, -1, 1.5])('refuses to count %s working days', (count) => {
    expect(() => workingDayAfter(day('2022-06-02'), count, calendar)).toThrow(RangeError);
  });
});
