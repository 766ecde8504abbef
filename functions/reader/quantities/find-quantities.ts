import { numberOf } from '../../domain/base/numerals.ts';
import type { TextSpan } from '../text/mapped-text.ts';
import { type Comparator, comparatorOf, falls } from './comparators.ts';
import { isCount } from './is-count.ts';
import { NUMBERED, RANKED, SHARED } from './number-patterns.ts';
import { type NumberContext, type QuantitySort, sortRules } from './quantity-sorts.ts';

export type Quantity = TextSpan & {
  readonly sort: QuantitySort;
  readonly value: number;
  readonly unit: string;
  readonly comparator: Comparator;
  readonly rule: string;
};

/** Numbers inside a quoted name are no quantities: “1235”行动. A quoted list of numbers is. */
const withoutNames = (text: string): string =>
  text.replace(/“[^“”]{1,40}”/gu, (name) =>
    listsNumbers(name) ? name : `“${'□'.repeat(name.length - 2)}”`,
  );

/** 3个、5个: whether 、 separates numbers. */
export const listsNumbers = (text: string): boolean =>
  text.split('、').filter((part) => /\d/u.test(part)).length >= 2;

/** The quantities in `printed`, in order, including ranks. */
export function findQuantities(printed: string): readonly Quantity[] {
  const text = withoutNames(printed);
  const ranks = [...text.matchAll(RANKED)].flatMap((match) => rankOf(match));
  const shares = [...text.matchAll(SHARED)].flatMap((match) => shareOf(match, text));
  const numbers = [
    ...shares,
    ...[...text.matchAll(NUMBERED)].flatMap((match) => quantityOf(match, text)),
  ];
  const apart = numbers.filter(isFreeOf(ranks, text.length));
  return [...ranks, ...apart].toSorted((a, b) => a.start - b.start);
}

/** Predicate for ranges that overlap none of `spans`. */
function isFreeOf(spans: readonly TextSpan[], length: number): (one: TextSpan) => boolean {
  const taken = new Uint8Array(length);
  for (const { start, end } of spans) taken.fill(1, start, end);
  return ({ start, end }) => !taken.subarray(start, end).includes(1);
}

function rankOf(match: RegExpExecArray): readonly Quantity[] {
  const value = numberOf(match.groups?.['number'] ?? match.groups?.['place'] ?? '');
  if (!(value > 0)) return [];
  const span = { start: match.index, end: match.index + match[0].length };
  const rule = 'quantity.rank';
  return [{ ...span, sort: 'rank', value, unit: '位', comparator: 'rank-le', rule }];
}

function quantityOf(match: RegExpExecArray, text: string): readonly Quantity[] {
  const around = surroundings(match, text);
  const number = match.groups?.['number'] ?? '';
  if (!isCount({ number, whole: match[0] }, around)) return [];
  return sorted(match, around, numberOf(number));
}

function shareOf(match: RegExpExecArray, text: string): readonly Quantity[] {
  const { number, tenths } = match.groups ?? {};
  const value = number === undefined ? numberOf(tenths ?? '') * 10 : numberOf(number);
  return value > 0 ? sorted(match, { ...surroundings(match, text), unit: '%' }, value) : [];
}

function sorted(match: RegExpExecArray, around: NumberContext, value: number): readonly Quantity[] {
  const rule = sortRules.find(({ holds }) => holds(around));
  if (!rule) return [];
  return [
    {
      start: match.index,
      end: match.index + match[0].length + boundIn(around.after),
      sort: rule.sort,
      value: falls(rule.sort, around) ? -value : value,
      unit: WHOLE_UNITS[around.unit] ?? around.unit,
      comparator: comparatorOf(rule.sort, around),
      rule: rule.id,
    },
  ];
}

/** The words around a number, as far as any rule looks. */
function surroundings(match: RegExpExecArray, text: string): NumberContext {
  const [start, end] = [match.index, match.index + match[0].length];
  return {
    before: text.slice(Math.max(0, start - 48), start),
    after: text.slice(end, end + 32),
    unit: match.groups?.['unit'] ?? '',
  };
}

const boundIn = (after: string): number => BOUND.exec(after)?.[0].length ?? 0;

const BOUND = /^及?(?:以上|以内|以下|之内|左右)/u;

/** Abbreviated units. */
const WHOLE_UNITS: Readonly<Record<string, string>> = { 亿: '亿元', 百分点: '个百分点' };
