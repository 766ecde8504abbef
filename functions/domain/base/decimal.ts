import Fraction from 'fraction.js';
import { z } from 'zod';

/** Maximum digits before and after the decimal point. */
const MAX_WHOLE = 12;
const MAX_PLACES = 6;

const pattern = new RegExp(`^-?\\d{1,${MAX_WHOLE}}(\\.\\d{1,${MAX_PLACES}})?$`);

/** A decimal number as written, `7.5`. Exact inside the program; encoded as it was written. */
export const Decimal = z.codec(
  z.string().regex(pattern, `应是数字，整数至多 ${MAX_WHOLE} 位，小数至多 ${MAX_PLACES} 位`),
  z.instanceof(Fraction),
  { decode: (text) => new Fraction(text), encode: (value) => shortest(value, MAX_PLACES) },
);

export const ZERO = new Fraction(0);
export const ONE = new Fraction(1);

/** Sum of `values`; 0 if there are none. */
export const sumOf = (values: readonly Fraction[]): Fraction =>
  values.reduce((sum, value) => sum.add(value), ZERO);

/** `value` with exactly `places` decimals, rounding half away from zero. */
export function fixed(value: Fraction, places: number): string {
  const { s, n, d } = value;
  const scaled = (2n * n * 10n ** BigInt(places) + d) / (2n * d);
  const digits = scaled.toString().padStart(places + 1, '0');
  const sign = s < 0n && scaled > 0n ? '-' : '';
  const whole = digits.slice(0, digits.length - places);
  return places === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-places)}`;
}

/** `value` with at most `places` decimals, without trailing zeros. */
export const shortest = (value: Fraction, places: number): string =>
  fixed(value, places)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

/** A rate with `places` decimals, truncated: a goal must never look reached before it is. */
export const cut = (rate: Fraction, places: number): string => fixed(rate.floor(places), places);

/** A share as a percentage with one decimal, truncated: `41.6%`. */
export const percent = (share: Fraction): string => `${cut(share.mul(100), 1)}%`;
