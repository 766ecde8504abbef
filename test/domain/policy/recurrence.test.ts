import { describe, expect, it } from 'vitest';
import { daysOf, recurrenceOf } from '../../../functions/domain/policy/recurrence.ts';
import { day, rules } from '../../support/builders.ts';

const days = (words: string, from: string, count: number): readonly string[] => {
  const rhythm = recurrenceOf(words);
  if (!rhythm) throw new Error(`${words} sets no rhythm`);
  return daysOf(rhythm, day(from), rules)
    .take(count)
    .map((each) => each.day.toString())
    .toArray();
};

describe('a rhythm in the words of a plan', () => {
  it.each([
    { words: '每月5日前', from: '2022-08-06', is: ['2022-09-05', '2022-09-30', '2022-11-04'] },
    { words: '每个月十日前', from: '2022-08-01', is: ['2022-08-10', '2022-09-09'] },
    { words: '每月前10天', from: '2022-08-01', is: ['2022-08-10'] },
    { words: '每月28日前', from: '2022-01-01', is: ['2022-01-28', '2022-02-28'] },
    { words: '每月底', from: '2022-01-01', is: ['2022-01-30', '2022-02-28', '2022-03-31'] },
    { words: '每月末前', from: '2024-02-01', is: ['2024-02-29'] },
    { words: '每季度末', from: '2022-01-01', is: ['2022-03-31', '2022-06-30', '2022-09-30'] },
    { words: '每季度末月25日前', from: '2022-01-01', is: ['2022-03-25', '2022-06-24'] },
    { words: '每季度首月10日前', from: '2022-01-01', is: ['2022-01-10', '2022-04-08'] },
    { words: '每季末月的25日', from: '2022-01-01', is: ['2022-03-25', '2022-06-24'] },
    { words: '每季度最后一个月25日前', from: '2022-01-01', is: ['2022-03-25'] },
    { words: '每季度末25日前', from: '2022-01-01', is: ['2022-03-25'] },
    { words: '每季度第二个月10日', from: '2022-01-01', is: ['2022-02-10', '2022-05-10'] },
    { words: '每季度首月', from: '2022-01-01', is: ['2022-01-30', '2022-04-29'] },
    { words: '每半年末月20日前', from: '2022-01-01', is: ['2022-06-20', '2022-12-20'] },
    { words: '每年6月底前', from: '2022-01-01', is: ['2022-06-30', '2023-06-30'] },
    { words: '每年11月25日前', from: '2022-01-01', is: ['2022-11-25'] },
    // Without a day of its own it is the park's, the 25th.
    { words: '按季度', from: '2022-01-01', is: ['2022-03-25', '2022-06-24'] },
    { words: '每半年', from: '2022-01-01', is: ['2022-06-24', '2022-12-23'] },
    { words: '每半月', from: '2022-09-01', is: ['2022-09-15', '2022-09-30', '2022-10-14'] },
    // The week of 31 January 2022 was Spring Festival: no working day, no return.
    { words: '每周五', from: '2022-01-24', is: ['2022-01-28', '2022-02-11'] },
    { words: '每周五', from: '2022-09-26', is: ['2022-09-30', '2022-10-14'] },
    { words: '每周一', from: '2022-09-06', is: ['2022-09-09', '2022-09-19'] },
    { words: '每星期天', from: '2022-06-06', is: ['2022-06-10', '2022-06-17'] },
    { words: '每周', from: '2022-06-06', is: ['2022-06-10'] },
  ])('$words from $from: $is', ({ words, from, is }) => {
    expect(days(words, from, is.length)).toEqual(is);
  });

  it.each(['每月', '每年', '每日', '随时', '', '每月0日', '每月32日', '每年13月'])(
    '%s names no day',
    (words) => {
      expect(recurrenceOf(words)).toBeUndefined();
    },
  );

  it('that nobody wrote is none', () => expect(recurrenceOf(null)).toBeUndefined());
});
