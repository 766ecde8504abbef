import { describe, expect, it } from 'vitest';
import { daysLeftWords, dayWords } from '../../../functions/domain/base/words.ts';
import { day } from '../../support/builders.ts';

describe('words', () => {
  it('name a day and how far it is', () => {
    expect(dayWords(day('2022-06-30'), day('2022-06-15'))).toBe('6月30日（周四）');
    expect(dayWords(day('2023-01-03'), day('2022-06-15'))).toBe('2023年1月3日（周二）');
    expect(daysLeftWords(day('2022-06-30'), day('2022-06-15'))).toBe('还有15天');
  });
});
