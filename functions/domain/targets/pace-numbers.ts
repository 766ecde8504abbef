import { cut, percent, shortest } from '../base/decimal.ts';
import type { Pace } from './pace.ts';
import type { PaceRow, RowState } from './pace-row.ts';
import type { Target } from './target.ts';
import { type Age, type Reported, throughWords } from './target-lamp.ts';

/** Decimals of an amount. */
export const AMOUNT_PLACES = 2;

type Numbers = Pick<
  PaceRow,
  | 'through'
  | 'asOf'
  | 'achieved'
  | 'completion'
  | 'scheduled'
  | 'lead'
  | 'index'
  | 'state'
  | 'isMet'
  | 'required'
  | 'projected'
>;

/** The numbers of a row; those that look ahead only with current values. */
export function numbersOf(pace: Pace, { rhythm }: Target, { reported }: Age): Numbers {
  const { completion, scheduled, index, isMet } = pace;
  const isCurrent = reported === 'current';
  return {
    ...achievedOf(pace),
    completion: completion && percent(completion),
    scheduled: scheduled && percent(scheduled),
    lead: leadOf(pace),
    index: index && cut(index, AMOUNT_PLACES),
    state: stateOf(pace, reported),
    isMet,
    required: isCurrent ? requiredOf(pace, rhythm) : null,
    projected: isCurrent ? projectedOf(pace) : null,
  };
}

function achievedOf({ achieved }: Pace): Pick<PaceRow, 'through' | 'asOf' | 'achieved'> {
  if (achieved === null) return { through: null, asOf: null, achieved: null };
  const { through, value } = achieved;
  return { through, asOf: throughWords(achieved), achieved: shortest(value, AMOUNT_PLACES) };
}

function stateOf({ state }: Pace, reported: Reported): RowState {
  if (reported === 'stale' || reported === 'never') return 'unreported';
  return state === 'unknown' ? 'notYet' : state;
}

function leadOf({ completion, scheduled }: Pace): PaceRow['lead'] {
  if (completion === null || scheduled === null) return null;
  const points = completion.sub(scheduled).mul(100);
  return { points: shortest(points.abs().floor(1), 1), isBehind: points.lt(0) };
}

const periodName = { monthly: 'month', quarterly: 'quarter', halfYearly: 'halfYear' } as const;

function requiredOf({ required }: Pace, rhythm: Target['rhythm']): PaceRow['required'] {
  if (required === null) return null;
  const perPeriod = shortest(required.perPeriod.ceil(AMOUNT_PLACES), AMOUNT_PLACES);
  return { perPeriod, period: periodName[rhythm], periods: required.periods };
}

function projectedOf({ projected }: Pace): PaceRow['projected'] {
  if (projected === null) return null;
  const { value, method } = projected;
  return { value: shortest(value.floor(AMOUNT_PLACES), AMOUNT_PLACES), method };
}
