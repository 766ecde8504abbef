import Fraction from 'fraction.js';
import { z } from 'zod';

/** Digits that a figure may have before and after its point. */
const MAX_WHOLE = 12;
const MAX_PLACES = 6;

const pattern = new RegExp(`^-?\\d{1,${MAX_WHOLE}}(\\.\\d{1,${MAX_PLACES}})?$`);

/** A decimal number as it is written, `7.5`; inside it is exact, and it is written again as it was. */
export const Decimal = z.codec(
  z.string().regex(pattern, `应是数字，整数至多 ${MAX_WHOLE} 位，小数至多 ${MAX_PLACES} 位`),
  z.instanceof(Fraction),
  { decode: (text) => new Fraction(text), encode: (value) => shortest(value, MAX_PLACES) },
);

export const ZERO = new Fraction(0);
export const ONE = new Fraction(1);

/** The sum of `values`; 0 of none. */
export const sumOf = (values: readonly Fraction[]): Fraction =>
  values.reduce((sum, value) => sum.add(value), ZERO);

/** `value` with exactly `places` digits after its point; a half goes away from zero. */
export function fixed(value: Fraction, places: number): string {
  const { s, n, d } = value;
  const scaled = (2n * n * 10n ** BigInt(places) + d) / (2n * d);
  const digits = scaled.toString().padStart(places + 1, '0');
  const sign = s < 0n && scaled > 0n ? '-' : '';
  const whole = digits.slice(0, digits.length - places);
  return places === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-places)}`;
}

/** `value` with at most `places` digits after its point, and none that say nothing. */
export const shortest = (value: Fraction, places: number): string =>
  fixed(value, places)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

/**
 * A rate with `places` digits, cut and never rounded up: what is shown as reached is reached.
 */
export const cut = (rate: Fraction, places: number): string => fixed(rate.floor(places), places);

/** A share in percent with one place, cut: `41.6%`. */
export const percent = (share: Fraction): string => `${cut(share.mul(100), 1)}%`;
