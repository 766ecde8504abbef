import { Temporal } from 'temporal-polyfill';
import type { TaskRow } from '../../domain/papers/board.ts';
import type { LampColour } from '../../domain/tasks/lamp.ts';

/** Rows that stand on one spot of the year's axis. */
export type Mark = {
  /** Percent of the axis, as an SVG attribute. */
  readonly x: string;
  /** From 0, the highest. */
  readonly level: number;
  readonly colour: LampColour;
  readonly count: number;
  /** Whether the date is assumed; the shape is then hollow. */
  readonly isAssumed: boolean;
  /** What a pointer that rests on it is told. */
  readonly title: string;
};

/** Thousandths of the axis that a mark takes, alone and with its number next to it. */
const WIDTH = 15;
const WIDTH_WITH_COUNT = 34;
const THOUSAND = 1000;

/** How far into its year `day` lies at its end, in thousandths, rounded down. */
export const thousandths = (day: Temporal.PlainDate): number =>
  Math.floor((day.dayOfYear * THOUSAND) / day.daysInYear);

/** `512` as `51.2%`. */
export const axisPercent = (parts: number): string => `${Math.floor(parts / 10)}.${parts % 10}%`;

/** The end of `day` on the axis of `year`, in percent; days of other years stand at its ends. */
export function axisEnd(day: Temporal.PlainDate, year: number): string {
  if (day.year !== year) return day.year < year ? '0%' : '100%';
  return axisPercent(thousandths(day));
}

/** The middle of `day` on the axis of `year`, in thousandths. */
function middleOf(day: Temporal.PlainDate, year: number): number {
  if (day.year !== year) return day.year < year ? 0 : THOUSAND;
  return Math.floor(((2 * day.dayOfYear - 1) * THOUSAND) / (2 * day.daysInYear));
}

/** The months of `year`: where each ends, and the middle at which its name stands. */
export const axisMonths = (
  year: number,
): readonly { readonly month: number; readonly end: string; readonly middle: string }[] =>
  Array.from({ length: 12 }, (_, at) => {
    const first = Temporal.PlainDate.from({ year, month: at + 1, day: 1 });
    const last = first.with({ day: first.daysInMonth });
    const middle = first.add({ days: Math.floor(first.daysInMonth / 2) });
    return { month: at + 1, end: axisEnd(last, year), middle: axisPercent(middleOf(middle, year)) };
  });

/** More marks than these in one lane are not told apart. */
const MOST_SPOTS = 40;

/**
 * The marks of the rows that have a date; those of one day, colour and kind of date are one, with
 * their number. In a crowded lane those of one week are.
 */
export function axisMarks(rows: readonly TaskRow[], year: number): readonly Mark[] {
  const dated = rows.flatMap(({ task, lamp }) => (task.due ? [{ task, lamp, due: task.due }] : []));
  const isCrowded = new Set(dated.map(({ due }) => due.toString())).size > MOST_SPOTS;
  const spots = Map.groupBy(dated, ({ task, due, lamp }) => {
    const spot = isCrowded ? due.subtract({ days: due.dayOfWeek - 1 }) : due;
    return `${spot.toString()} ${lamp.colour} ${task.duePrecision}`;
  });
  const groups = [...spots].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  const ends: number[] = [];
  return groups.flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const middle = middleOf(first.due, year);
    const width = group.length > 1 ? WIDTH_WITH_COUNT : WIDTH;
    const free = ends.findIndex((end) => end <= middle - WIDTH / 2);
    const level = free < 0 ? ends.length : free;
    ends[level] = middle - WIDTH / 2 + width;
    return [
      {
        x: axisPercent(middle),
        level,
        colour: first.lamp.colour,
        count: group.length,
        isAssumed: first.task.duePrecision === 'assumed-year-end',
        title: titleOf(group.map(({ task }) => task.title)),
      },
    ];
  });
}

const MOST_TITLES = 5;

const titleOf = (titles: readonly string[]): string =>
  titles.length <= MOST_TITLES
    ? titles.join('；')
    : `${titles.slice(0, MOST_TITLES).join('；')}；等 ${titles.length} 项`;
