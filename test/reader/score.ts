/**
 * How well a reading agrees with labels: a small port of the project's scorer.
 * Rows match one to one, the best overlap first; optional rows and rows inside
 * an unsplit one count neither way; fields are compared leniently.
 */

type Metric = { readonly value: number | null; readonly unit: string; readonly comparator: string };

export type Gold = {
  readonly quote: string;
  readonly kind: string;
  readonly due: string | null;
  readonly duePrecision: string;
  readonly hardness: string;
  readonly metric: Metric | null;
  readonly amountCny: number | null;
  readonly owners?: readonly string[];
  readonly optional?: boolean;
  readonly splitOk?: boolean;
  readonly altQuotes?: readonly string[];
  readonly accept?: Readonly<Record<string, readonly unknown[]>>;
};

type Row = Omit<Gold, 'accept' | 'optional' | 'splitOk' | 'altQuotes'> & {
  readonly start: number;
  readonly end: number;
};

type Place = { readonly start: number; readonly end: number };

export type Score = {
  readonly f1: number;
  /** Share of matched rows whose field agrees, by field. */
  readonly fields: Readonly<Record<Field, number>>;
  readonly missed: readonly string[];
  readonly surplus: readonly string[];
};

const FIELDS = [
  'kind',
  'due',
  'duePrecision',
  'hardness',
  'metric',
  'amountCny',
  'owners',
] as const;
type Field = (typeof FIELDS)[number];

const LONGEST_CONTAINING = 200;

export function score(gold: readonly Gold[], rows: readonly Row[], text: string): Score {
  const places = gold.map((one) => placesOf(one, text));
  const pairs = matchUp(gold, rows, places);
  const matched = new Set(pairs.values());
  const unsplit = places.flatMap((spans, index) => (gold[index]?.splitOk ? spans : []));
  const surplus = rows.filter(
    (row, index) =>
      !matched.has(index) && !unsplit.some((span) => overlap(row, span) === row.end - row.start),
  );
  const missed = gold.filter((one, index) => !one.optional && !pairs.has(index));
  const kept = [...pairs].filter(([index]) => !gold[index]?.optional);
  const hits = kept.length;
  return {
    f1: (2 * hits) / (2 * hits + surplus.length + missed.length),
    fields: fieldShares(kept, gold, rows),
    missed: missed.map(({ quote }) => quote),
    surplus: surplus.map(({ quote }) => quote),
  };
}

function placesOf({ quote, altQuotes = [] }: Gold, text: string): readonly Place[] {
  return [quote, ...altQuotes].flatMap((words) => {
    const found: Place[] = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      const start = Array.from(text.slice(0, at)).length;
      found.push({ start, end: start + Array.from(words).length });
    }
    return found;
  });
}

const overlap = (a: Place, b: Place): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

function likeness(gold: Gold, row: Row, places: readonly Place[]): number {
  const kinds = new Set<unknown>([gold.kind, ...(gold.accept?.['kind'] ?? [])]);
  const alike = places.map((place) => {
    const { union, inside } = compare(row, place);
    return union >= 0.5 || (inside && kinds.has(row.kind)) ? union : 0;
  });
  return Math.max(0, ...alike);
}

/** How much of both together two stretches share, and whether one lies within the other. */
function compare(a: Place, b: Place): { readonly union: number; readonly inside: boolean } {
  const shared = overlap(a, b);
  const sizes = [a.end - a.start, b.end - b.start];
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const inside = shared > 0 && shared === least && most <= LONGEST_CONTAINING;
  return { union: shared / (least + most - shared), inside };
}

function matchUp(
  gold: readonly Gold[],
  rows: readonly Row[],
  places: readonly (readonly Place[])[],
): ReadonlyMap<number, number> {
  const likely = gold.flatMap((one, index) =>
    rows.map((row, at) => {
      const alike = likeness(one, row, places[index] ?? []);
      const agreeing = FIELDS.filter((field) => agrees(one, row, field)).length / 100;
      return { index, at, weight: alike === 0 ? 0 : alike + agreeing - (one.optional ? 0.5 : 0) };
    }),
  );
  const pairs = new Map<number, number>();
  const used = new Set<number>();
  for (const { index, at, weight } of likely.toSorted((a, b) => b.weight - a.weight)) {
    if (weight === 0 || pairs.has(index) || used.has(at)) continue;
    pairs.set(index, at);
    used.add(at);
  }
  return pairs;
}

function fieldShares(
  pairs: readonly (readonly [number, number])[],
  gold: readonly Gold[],
  rows: readonly Row[],
): Record<Field, number> {
  const share = (field: Field): number => {
    const good = pairs.filter(([index, at]) => {
      const [one, row] = [gold[index], rows[at]];
      return one && row && agrees(one, row, field);
    });
    return pairs.length === 0 ? 1 : good.length / pairs.length;
  };
  return {
    kind: share('kind'),
    due: share('due'),
    duePrecision: share('duePrecision'),
    hardness: share('hardness'),
    metric: share('metric'),
    amountCny: share('amountCny'),
    owners: share('owners'),
  };
}

function agrees(gold: Gold, row: Row, field: Field): boolean {
  if (gold[field] === undefined) return true;
  const accepted: readonly unknown[] = [gold[field], ...(gold.accept?.[field] ?? [])];
  if (field === 'metric')
    return accepted.some((one) => sameMetric(one as Metric | null, row.metric, gold));
  if (field === 'owners') {
    const own = (row.owners ?? []).toSorted().join('、');
    return accepted.some((names) => (names as readonly string[]).toSorted().join('、') === own);
  }
  return accepted.includes(row[field]) || defaultOf(gold, row, field);
}

/** An accepted other kind brings its own default deadline. */
function defaultOf({ kind, accept = {} }: Gold, row: Row, field: Field): boolean {
  if (row.kind === kind || !accept['kind']?.includes(row.kind)) return false;
  if (row.kind === 'standing') return field === 'due' ? row.due === null : field === 'duePrecision';
  return field === 'due' ? String(row.due).endsWith('-12-31') : field === 'duePrecision';
}

function sameMetric(a: Metric | null, b: Metric | null, { accept }: Gold): boolean {
  if (a === null || b === null) return a === b;
  const comparators = [a.comparator, ...(accept?.['comparator'] ?? [])];
  return a.value === b.value && a.unit === b.unit && comparators.includes(b.comparator);
}
