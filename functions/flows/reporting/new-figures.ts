import type { Temporal } from 'temporal-polyfill';
import { monthsOver } from '../../domain/calendar/reporting-months.ts';
import { localDay, type Rules } from '../../domain/policy/hours.ts';
import { corrects } from '../../domain/targets/figure-check.ts';
import {
  type Actual,
  knownAt,
  type Target,
  type TargetReport,
} from '../../domain/targets/target.ts';

type NewFigure = Pick<Actual, 'month' | 'value' | 'source' | 'why' | 'asOf'>;

/**
 * What of `figures` differs from what is known at `now`. A figure of a period
 * that is not over goes through today; one of the whole period is news next to it even where the number
 * is the same.
 */
export function newsOf(
  target: Target,
  figures: TargetReport['figures'],
  { now, rules }: { readonly now: Temporal.Instant; readonly rules: Rules },
): readonly NewFigure[] {
  const known = knownAt(target, now);
  const today = localDay(now, rules);
  return figures.flatMap(({ month, value, source, why }) => {
    const before = known.get(month);
    const asOf = month > monthsOver(today, target.plan) ? today : null;
    const isSame = before?.value.equals(value) && (before.asOf === null || asOf !== null);
    if (isSame) return [];
    return [{ month, value, source, asOf, why: corrects(before, { value }) ? why : '' }];
  });
}
