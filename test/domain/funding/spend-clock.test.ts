import { describe, expect, it } from 'vitest';
import { percent } from '../../../functions/domain/base/decimal.ts';
import { spendClocks } from '../../../functions/domain/funding/spend-clock.ts';
import { day } from '../../support/builders.ts';
import { aStep, wan } from '../../support/figures.ts';

const issued = aStep({ stage: 'issued', amountFen: wan(6000), doneOn: day('2022-03-25') });
const spent = aStep({ stage: 'spent', amountFen: wan(1500), doneOn: day('2022-05-13') });

describe('the spend clock of a bond', () => {
  it.each([
    { today: '2022-03-25', months: 0, expected: '0.0%' },
    { today: '2022-04-29', months: 0, expected: '0.0%' },
    { today: '2022-04-30', months: 1, expected: '16.6%' },
    { today: '2022-06-15', months: 2, expected: '33.3%' },
    { today: '2022-09-29', months: 5, expected: '83.3%' },
    { today: '2022-09-30', months: 6, expected: '100.0%' },
    { today: '2023-01-01', months: 6, expected: '100.0%' },
  ])('on $today has $months months behind it', ({ today, months, expected }) => {
    const [clock] = spendClocks([issued, spent], day(today));
    expect(clock).toMatchObject({ months, of: 6, issuedFen: wan(6000), spentFen: wan(1500) });
    expect(clock?.until.toString()).toBe('2022-09-30');
    expect(clock && percent(clock.reading.expected)).toBe(expected);
    expect(clock && percent(clock.reading.attained)).toBe('25.0%');
  });

  it('runs for each batch alone, from its first issue', () => {
    const second = [
      aStep({
        stage: 'issued',
        batch: 2,
        part: 1,
        amountFen: wan(7000),
        doneOn: day('2022-08-31'),
      }),
      aStep({
        stage: 'issued',
        batch: 2,
        part: 2,
        amountFen: wan(5000),
        doneOn: day('2022-09-20'),
      }),
    ];
    const clocks = spendClocks([issued, spent, ...second], day('2022-10-31'));
    expect(clocks.map(({ batch, months, issuedFen }) => [batch, months, issuedFen])).toEqual([
      [1, 6, wan(6000)],
      [2, 2, wan(12_000)],
    ]);
  });

  it('does not run before anything was issued', () => {
    expect(spendClocks([{ ...issued, doneOn: null }], day('2022-06-15'))).toEqual([]);
  });
});
