import type { LampColour } from '../tasks/lamp.ts';
import type { TaskRow } from './board.ts';

/** Number of rows by color and, independently, with missed reports (未反馈). */
export type Counts = Readonly<Record<LampColour, number>> & {
  readonly all: number;
  readonly unreturned: number;
  /** Closed tasks for which the office verified its own work (自核). */
  readonly selfChecked: number;
};

/** Whether a report is missed, of it or of one of its nodes, which is shown next to the lamp. */
export const isUnreturned = ({ lamps, nodes = [] }: TaskRow): boolean =>
  nodes.some(isUnreturned) ||
  lamps.some(
    ({ axis, colour }) => axis === 'reporting' && (colour === 'yellow' || colour === 'red'),
  );

/** `，未反馈3项`; empty if no report was missed. */
export const unreturnedWords = ({ unreturned }: Pick<Counts, 'unreturned'>): string =>
  unreturned === 0 ? '' : `，未反馈${unreturned}项`;

/**
 * Total number of tasks, with withdrawn tasks counted separately:
 * `工作188项，其中撤销1项，已办结5项（其中园区办自核1项）`.
 */
export function allWords({
  all,
  done,
  withdrawn,
  selfChecked,
}: Pick<Counts, 'all' | 'done' | 'withdrawn' | 'selfChecked'>): string {
  const ended = withdrawn === 0 ? '' : `，其中撤销${withdrawn}项`;
  const own = selfChecked === 0 ? '' : `（其中园区办自核${selfChecked}项）`;
  return `工作${all}项${ended}，已办结${done}项${own}`;
}

/** Number of `rows` by color. */
export function countsOf(rows: readonly TaskRow[]): Counts {
  const counts = {
    red: 0,
    yellow: 0,
    unreported: 0,
    green: 0,
    none: 0,
    done: 0,
    withdrawn: 0,
    all: rows.length,
    unreturned: rows.filter(isUnreturned).length,
    selfChecked: rows.filter(({ task }) => task.status === 'closed' && task.isSelfChecked).length,
  };
  for (const { lamp } of rows) counts[lamp.colour] += 1;
  return counts;
}
