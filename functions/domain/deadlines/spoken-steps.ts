import type { Temporal } from 'temporal-polyfill';
import type { Occasion, ReportDue } from '../tasks/occasion.ts';

/**
 * `steps` that were reached together without the askings that do not speak on `today`: what was not
 * asked for yet is asked for first, so that nobody is named for what was not asked of him; and what was
 * to be returned before falls away once the next return day has come, or where it was never asked for.
 */
export function spokenOf<Of extends { readonly occasion: Occasion }>(
  steps: readonly Of[],
  today: Temporal.PlainDate,
): readonly Of[] {
  const days = Map.groupBy(steps, (step) => askedIn(step)?.of.toString() ?? '');
  const last = [...days.keys()].toSorted().at(-1) ?? '';
  const isToCome = last > today.toString();
  return [...days].flatMap(([of, group]) => {
    const asking = group.filter((step) => (askedIn(step)?.order ?? 1) <= 0);
    if (of === '') return group;
    if (of === last) return asking.length > 0 ? asking : group;
    return isToCome && asking.length === 0 ? group : [];
  });
}

const askedIn = ({ occasion }: { readonly occasion: Occasion }): ReportDue | undefined =>
  occasion.kind === 'reportDue' ? occasion : undefined;
