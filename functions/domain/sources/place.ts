import { SourceId } from '../base/ids.ts';
import { areaName, areaNumeral } from './plan.ts';
import type { Source } from './source.ts';
import { kindOfCode, planCode } from './source-code.ts';
import { SourceKind, sourceKindName } from './source-kind.ts';

/** What says where a task stands. */
export type Placed = {
  /** Year of the plan. */
  readonly plan: number;
  readonly area: number;
  readonly source?: SourceId;
  /** Code of the source under whose area it stands; its own unless given. */
  readonly areaSource?: SourceId;
  /** What other sources say of it, each with its own area. */
  readonly alsoFrom?: readonly { readonly source: SourceId; readonly area: number }[];
};

/** Code of the source of `task`: the annual plan of its year unless it names another. */
export const sourceIdOf = ({ source, plan }: Placed): SourceId => source ?? planCode(plan);

/** Codes of every source that `task` comes from, its own first. */
export const sourceIdsOf = (task: Placed): readonly SourceId[] => [
  sourceIdOf(task),
  ...(task.alsoFrom ?? []).map(({ source }) => source),
];

/** The source of `task` among `sources`; null where it was not kept. */
export const sourceFor = (task: Placed, sources: readonly Source[]): Source | null =>
  sources.find(({ id }) => id === sourceIdOf(task)) ?? null;

/** Tasks of one area of one source. */
export type Place<Item> = {
  /** Names the area in addresses: `p22.3`. */
  readonly key: string;
  /** Numeral of the plan's area; empty for other sources and the headline goals. */
  readonly numeral: string;
  readonly name: string;
  readonly items: readonly Item[];
};

const areaSourceOf = (task: Placed): SourceId => task.areaSource ?? sourceIdOf(task);

/** `task` under its own area, and as it stands under those of its other sources. */
const placementsOf = (task: Placed): readonly Placed[] => [
  task,
  ...(task.alsoFrom ?? []).map(({ source, area }) => ({ plan: task.plan, source, area })),
];

/** Key of the area that `task` stands under. */
export const placeKey = (task: Placed): string => `${areaSourceOf(task)}.${task.area}`;

/** Name of the area that `task` stands under; outside the annual plan it says which source it is. */
export function placeName(task: Placed, sources: readonly Source[]): string {
  const source = sources.find(({ id }) => id === areaSourceOf(task)) ?? null;
  if (source === null || source.kind === 'annualPlan') return areaName(task.area, source);
  const area = task.area === 0 ? undefined : source.areas[task.area - 1];
  return area ? `${area}（${sourceKindName[source.kind]}）` : source.title;
}

/**
 * `items` by area: the annual plan first, then by kind and code, areas in their order. One of several
 * sources stands under the area of each.
 */
export function groupedByPlace<Item>(
  items: readonly Item[],
  sources: readonly Source[],
  placed: (item: Item) => Placed,
): readonly Place<Item>[] {
  const groups = new Map<string, { readonly task: Placed; readonly items: Set<Item> }>();
  for (const item of items) {
    for (const task of placementsOf(placed(item))) {
      const key = placeKey(task);
      const group = groups.get(key) ?? { task, items: new Set<Item>() };
      groups.set(key, group);
      group.items.add(item);
    }
  }
  return [...groups]
    .toSorted(([, a], [, b]) => byPlace(a.task, b.task))
    .map(([key, { task, items: own }]) => ({
      key,
      numeral: kindOfCode(areaSourceOf(task)) === 'annualPlan' ? areaNumeral(task.area) : '',
      name: placeName(task, sources),
      items: [...own],
    }));
}

/** Orders by kind and code of the source that the area belongs to, and by area. */
export function byPlace(a: Placed, b: Placed): number {
  const [one, other] = [areaSourceOf(a), areaSourceOf(b)];
  const rank = (code: SourceId): number => SourceKind.options.indexOf(kindOfCode(code));
  return rank(one) - rank(other) || Number(one > other) - Number(one < other) || a.area - b.area;
}

/** Tasks of one source, of the area of that number in any source, or of one area of one source. */
export type PlaceFilter = {
  readonly source?: SourceId | undefined;
  readonly area?: number | undefined;
};

/** `p22.3`, `p22` or `3`. */
export const placeFilterKey = ({ source, area }: PlaceFilter): string =>
  [source, area].filter((part) => part !== undefined).join('.');

/** A place filter as {@link placeFilterKey} spells it; undefined if it is none. */
export function placeFilterIn(key: string): PlaceFilter | undefined {
  const [, source, , own, any] = /^([a-z]\d{2}[a-z]*)(\.(\d{1,2}))?$|^(\d{1,2})$/u.exec(key) ?? [];
  if (source === undefined) return any === undefined ? undefined : { area: Number(any) };
  const code = SourceId.parse(source);
  return own === undefined ? { source: code } : { source: code, area: Number(own) };
}

/** Whether `task` is in the place that `filter` says. */
export const isInPlace = (task: Placed, filter: PlaceFilter): boolean =>
  placementsOf(task).some((each) => isPlacedIn(each, filter));

const isPlacedIn = (task: Placed, { source, area }: PlaceFilter): boolean =>
  (source === undefined || (area === undefined ? sourceIdOf : areaSourceOf)(task) === source) &&
  (area === undefined || task.area === area);

/** Whether one of `sources` has the area that `place` names; 0 is the source itself. */
export function isKnownPlace({ source, area }: PlaceFilter, sources: readonly Source[]): boolean {
  const known = sources.find(({ id }) => id === source);
  return known !== undefined && area !== undefined && area <= known.areas.length;
}

/** Titles of all sources of `task`: `《计划》、《民生实事清单》`. */
export const sourceTitles = (task: Placed, sources: readonly Source[]): string =>
  sourceIdsOf(task)
    .map((code) => `《${sources.find(({ id }) => id === code)?.title ?? code}》`)
    .join('、');
