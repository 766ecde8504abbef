import Fraction from 'fraction.js';
import type { Temporal } from 'temporal-polyfill';
import { policyOn, type Rules } from '../policy/hours.ts';
import {
  type Limit,
  type PacePreset,
  pacePresets,
  type Thresholds,
} from '../policy/pace-presets.ts';
import type { Lamp } from '../tasks/lamp.ts';

/** Exact progress of a target against its schedule. */
export type PaceFigures = {
  /** Completed share of the goal; 1 is complete. */
  readonly completed: Fraction;
  /** Share of the goal scheduled by now (序时进度). */
  readonly scheduled: Fraction;
  /** Calendar days since `completed` was scheduled; null if unknown. */
  readonly daysLate: number | null;
};

/** The pace lamp on `today`, with the thresholds of `preset`. */
export function paceLamp(
  figures: PaceFigures,
  preset: PacePreset,
  today: Temporal.PlainDate,
  rules: Rules,
): Lamp {
  const thresholds = pacePresets[preset];
  const lamp = { axis: 'pace', policyVersion: policyOn(today, rules).version } as const;
  const behind = behindBy(figures, thresholds);
  if (behind === null) {
    const reason = '还没有可以比较的数据';
    return { ...lamp, colour: 'none', rule: 'pace.unknown', numbers: {}, reason, toGreen: null };
  }
  const numbers = {
    completed: percent(figures.completed),
    scheduled: percent(figures.scheduled),
    behind: behind.round(PLACES).toString(),
    daysLate: figures.daysLate,
  };
  const reason = `完成${numbers.completed}%，序时进度${numbers.scheduled}%`;
  const colour = colourOf(behind, thresholds);
  const toGreen = colour === 'green' ? null : wayBack(figures, thresholds);
  return { ...lamp, colour, rule: `pace.${preset}`, numbers, reason, toGreen };
}

const PLACES = 1;

/** Percentage, truncated: a goal must never look reached before it is. */
const percent = (share: Fraction): string => share.mul(100).floor(PLACES).toString();

/** Shortfall in the unit of the measure; negative if ahead. */
function behindBy(
  { completed, scheduled, daysLate }: PaceFigures,
  { measure }: Thresholds,
): Fraction | null {
  if (measure === 'days') return daysLate === null ? null : new Fraction(daysLate);
  const points = scheduled.sub(completed).mul(100);
  if (measure === 'points') return points;
  return scheduled.equals(0) ? new Fraction(0) : points.div(scheduled);
}

function colourOf(behind: Fraction, { yellow, red }: Thresholds): 'green' | 'yellow' | 'red' {
  if (isCrossed(behind, red)) return 'red';
  return isCrossed(behind, yellow) ? 'yellow' : 'green';
}

const isCrossed = (behind: Fraction, limit: Limit): boolean =>
  'over' in limit ? behind.gt(limit.over) : behind.gte(limit.from);

/** What would turn the lamp green, in the unit of the measure. */
function wayBack({ scheduled }: PaceFigures, { measure, yellow }: Thresholds): string {
  const limit = 'over' in yellow ? yellow.over : yellow.from;
  if (measure === 'days') return `滞后追回到${limit}天以内`;
  const allowed = measure === 'points' ? new Fraction(limit, 100) : scheduled.mul(limit).div(100);
  const needed = scheduled.sub(allowed).mul(100).ceil(PLACES).toString();
  return `完成率${'over' in yellow ? '达到' : '高于'}${needed}%`;
}
