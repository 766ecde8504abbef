import type { PaceRow } from './pace-row.ts';

/** Summary of all targets. */
export type PaceSummary = {
  readonly all: number;
  /** Number of targets on or ahead of schedule. */
  readonly kept: number;
  /** The target furthest behind, in percentage points; null if none is behind. */
  readonly most: (Pick<PaceRow, 'id' | 'name' | 'asOf'> & { readonly points: string }) | null;
  /** Number of targets whose values are older than the period due, or that have none. */
  readonly unreported: number;
};

/** Counts the `targets` on schedule and finds the one furthest behind. */
export function paceSummary(targets: readonly PaceRow[]): PaceSummary {
  const owing = targets.flatMap(({ id, name, asOf, lead }) =>
    lead?.isBehind ? [{ id, name, asOf, points: lead.points }] : [],
  );
  const [most] = owing.toSorted((a, b) => Number(b.points) - Number(a.points));
  const kept = targets.filter(({ state }) => state === 'ahead' || state === 'onPace').length;
  const unreported = targets.filter(({ state }) => state === 'unreported').length;
  return { all: targets.length, kept, most: most ?? null, unreported };
}
