import { describe, expect, it } from 'vitest';
import { coveredYears, nextTurns } from '../../../functions/domain/calendar/coverage.ts';
import { stateCouncilCalendar as calendar } from '../../../functions/domain/calendar/working-calendar.ts';
import { day } from '../../support/builders.ts';

const said = (from: string, count: number): readonly string[] =>
  nextTurns(day(from), count, calendar).map(
    (turn) => `${turn.kind} ${turn.from.toString()} ${turn.to.toString()}`,
  );

describe('the next turns', () => {
  it('are the holidays with their weekends, and the make-up days', () => {
    expect(said('2022-09-05', 4)).toEqual([
      'rest 2022-09-10 2022-09-12',
      'rest 2022-10-01 2022-10-07',
      'makeUp 2022-10-08 2022-10-08',
      'makeUp 2022-10-09 2022-10-09',
    ]);
  });

  it('begin with the one that is going on', () => {
    expect(said('2022-10-03', 1)).toEqual(['rest 2022-10-01 2022-10-07']);
    expect(said('2022-10-08', 1)).toEqual(['makeUp 2022-10-08 2022-10-08']);
  });

  it('are none where no notice is known, whatever weekends there are', () => {
    expect(said('2090-01-01', 3)).toEqual([]);
  });
});

it('a year is covered by its own notice', () => {
  const years = coveredYears(calendar);
  expect(years).toContain(2022);
  expect(years).not.toContain(2090);
  expect(years).toEqual(years.toSorted((a, b) => a - b));
});
