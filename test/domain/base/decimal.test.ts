import { fc, test } from '@fast-check/vitest';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  cut,
  Decimal,
  fixed,
  percent,
  shortest,
  sumOf,
} from '../../../functions/domain/base/decimal.ts';

describe('a decimal', () => {
  it.each(['0', '7.5', '-0.4', '420', '0.000001', '999999999999.999999'])(
    '%s is written again as it was',
    (text) => expect(z.encode(Decimal, Decimal.parse(text))).toBe(text),
  );

  it.each(['', '1e3', '1,000', '７', '.5', '1.', '0.0000001', '1234567890123'])(
    '“%s” is refused',
    (text) => expect(Decimal.safeParse(text).success).toBe(false),
  );

  test.prop([fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 50 })])(
    'in tenths adds up without drift, in any order',
    (tenths) => {
      const texts = tenths.map((each) => new Fraction(each, 10));
      const sum = tenths.reduce((a, b) => a + b, 0);
      expect(sumOf(texts).equals(new Fraction(sum, 10))).toBe(true);
      expect(sumOf(texts.toReversed()).equals(sumOf(texts))).toBe(true);
    },
  );
});

describe('what is shown of a number', () => {
  it.each([
    { value: '1/3', places: 1, is: '0.3' },
    { value: '0.05', places: 1, is: '0.1' },
    { value: '-0.05', places: 1, is: '-0.1' },
    { value: '-0.04', places: 1, is: '0.0' },
    { value: '2/3', places: 0, is: '1' },
    { value: '1234.5', places: 2, is: '1234.50' },
    { value: '1.005', places: 2, is: '1.01' },
  ])('$value with $places places is $is', ({ value, places, is }) => {
    expect(fixed(new Fraction(value), places)).toBe(is);
  });

  it.each([
    { value: '420', is: '420' },
    { value: '35.10', is: '35.1' },
    { value: '100', is: '100' },
    { value: '1/3', is: '0.33' },
  ])('$value shortest is $is', ({ value, is }) => {
    expect(shortest(new Fraction(value), 2)).toBe(is);
  });

  it('is a percentage with one place, cut', () => {
    expect(percent(new Fraction('0.9999'))).toBe('99.9%');
    expect(cut(new Fraction('-0.351'), 2)).toBe('-0.36');
    expect(percent(new Fraction(5, 12))).toBe('41.6%');
  });
});
