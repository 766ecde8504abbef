import { describe, expect, it } from 'vitest';
import { daysLeftWords, dayWords, moneyWords } from '../../../functions/domain/base/words.ts';
import { day } from '../../support/builders.ts';

describe('words', () => {
  it.each([
    { yuan: 300_000_000, words: '3亿元' },
    { yuan: 20_000_000, words: '2000万元' },
    { yuan: 125_000_000, words: '1.25亿元' },
    { yuan: 42_000_000_000, words: '420亿元' },
    { yuan: 100_000_001, words: '1.00000001亿元' },
    { yuan: 15_500, words: '1.55万元' },
    { yuan: 800, words: '800元' },
  ])('give $yuan yuan as $words', ({ yuan, words }) => {
    expect(moneyWords(yuan)).toBe(words);
  });

  it('name a day and how far it is', () => {
    expect(dayWords(day('2022-06-30'), day('2022-06-15'))).toBe('6月30日（周四）');
    expect(dayWords(day('2023-01-03'), day('2022-06-15'))).toBe('2023年1月3日（周二）');
    expect(daysLeftWords(day('2022-06-30'), day('2022-06-15'))).toBe('还有15天');
  });
});
