import type { PaceRow } from './pace-report.ts';

/** How the targets stand together. */
export type PaceSummary = {
  readonly all: number;
  /** Those that keep their schedule or are ahead of it. */
  readonly kept: number;
  /** The one that owes most to its schedule, and how many points; null where none owes any. */
  readonly most: (Pick<PaceRow, 'id' | 'name' | 'asOf'> & { readonly points: string }) | null;
  /** Those whose figures are older than the period that is owed, or were never returned. */
  readonly unreported: number;
};

/** How many of `targets` keep their schedule, and the one that owes most to it. */
export function paceSummary(targets: readonly PaceRow[]): PaceSummary {
  const owing = targets.flatMap(({ id, name, asOf, lead }) =>
    lead?.isBehind ? [{ id, name, asOf, points: lead.points }] : [],
  );
  const [most] = owing.toSorted((a, b) => Number(b.points) - Number(a.points));
  const kept = targets.filter(({ state }) => state === 'ahead' || state === 'onPace').length;
  const unreported = targets.filter(({ state }) => state === 'unreported').length;
  return { all: targets.length, kept, most: most ?? null, unreported };
}
