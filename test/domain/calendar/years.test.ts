import { expect, it } from 'vitest';
import {
  stateCouncilCalendar as calendar,
  isWorkingDay,
} from '../../../functions/domain/calendar/working-calendar.ts';
import { day } from '../../support/builders.ts';

/**
 * What the State Council's notices say of each year, month-day: the days off with the weekends between
 * them, and the weekend days worked in exchange. 2013 is here because other tables miss two of its days.
 */
const notices = [
  {
    year: 2013,
    off: '01-01/01-03 02-09/02-15 04-04/04-06 04-29/05-01 06-10/06-12 09-19/09-21 10-01/10-07',
    worked: '01-05 01-06 02-16 02-17 04-07 04-27 04-28 06-08 06-09 09-22 09-29 10-12',
  },
  {
    year: 2014,
    off: '01-01/01-01 01-31/02-06 04-05/04-07 05-01/05-03 05-31/06-02 09-06/09-08 10-01/10-07',
    worked: '01-26 02-08 05-04 09-28 10-11',
  },
  {
    year: 2015,
    off: '01-01/01-03 02-18/02-24 04-04/04-06 05-01/05-03 06-20/06-22 09-03/09-05 09-26/09-27 10-01/10-07',
    worked: '01-04 02-15 02-28 09-06 10-10',
  },
  {
    year: 2016,
    off: '01-01/01-03 02-07/02-13 04-02/04-04 04-30/05-02 06-09/06-11 09-15/09-17 10-01/10-07',
    worked: '02-06 02-14 06-12 09-18 10-08 10-09',
  },
  {
    year: 2017,
    off: '01-01/01-02 01-27/02-02 04-02/04-04 04-29/05-01 05-28/05-30 10-01/10-08',
    worked: '01-22 02-04 04-01 05-27 09-30',
  },
  {
    year: 2018,
    off: '01-01/01-01 02-15/02-21 04-05/04-07 04-29/05-01 06-16/06-18 09-22/09-24 10-01/10-07 12-30/12-31',
    worked: '02-11 02-24 04-08 04-28 09-29 09-30 12-29',
  },
  {
    year: 2019,
    off: '01-01/01-01 02-04/02-10 04-05/04-07 05-01/05-04 06-07/06-09 09-13/09-15 10-01/10-07',
    worked: '02-02 02-03 04-28 05-05 09-29 10-12',
  },
  {
    // The Spring Festival was made longer in that January.
    year: 2020,
    off: '01-01/01-01 01-24/02-02 04-04/04-06 05-01/05-05 06-25/06-27 10-01/10-08',
    worked: '01-19 04-26 05-09 06-28 09-27 10-10',
  },
  {
    year: 2021,
    off: '01-01/01-03 02-11/02-17 04-03/04-05 05-01/05-05 06-12/06-14 09-19/09-21 10-01/10-07',
    worked: '02-07 02-20 04-25 05-08 09-18 09-26 10-09',
  },
  {
    year: 2022,
    off: '01-01/01-03 01-31/02-06 04-03/04-05 04-30/05-04 06-03/06-05 09-10/09-12 10-01/10-07 12-31/12-31',
    worked: '01-29 01-30 04-02 04-24 05-07 10-08 10-09',
  },
  {
    year: 2023,
    off: '01-01/01-02 01-21/01-27 04-05/04-05 04-29/05-03 06-22/06-24 09-29/10-06 12-30/12-31',
    worked: '01-28 01-29 04-23 05-06 06-25 10-07 10-08',
  },
  {
    year: 2024,
    off: '01-01/01-01 02-10/02-17 04-04/04-06 05-01/05-05 06-08/06-10 09-15/09-17 10-01/10-07',
    worked: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  {
    year: 2025,
    off: '01-01/01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08',
    worked: '01-26 02-08 04-27 09-28 10-11',
  },
  {
    year: 2026,
    off: '01-01/01-03 02-15/02-23 04-04/04-06 05-01/05-05 06-19/06-21 09-25/09-27 10-01/10-07',
    worked: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
] as const;

it.each(notices)(
  'every day of $year is worked or off as its notice says',
  ({ year, off, worked }) => {
    const turns = off.split(' ').map((turn) => turn.split('/'));
    const isWorked = (text: string, dayOfWeek: number): boolean => {
      if (worked.split(' ').includes(text)) return true;
      return dayOfWeek < 6 && !turns.some(([from = '', to = '']) => from <= text && text <= to);
    };
    const wrong: string[] = [];
    for (let each = day(`${year}-01-01`); each.year === year; each = each.add({ days: 1 })) {
      const said = isWorked(each.toString().slice(5), each.dayOfWeek);
      if (isWorkingDay(each, calendar) !== said) wrong.push(each.toString());
    }
    expect(wrong).toEqual([]);
  },
);
