import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { MAX_RULINGS, nextRuling } from '../tasks/decisions.ts';
import { type Act, actName, type Move } from '../tasks/move.ts';
import { Task } from '../tasks/task.ts';
import type { GivenNumbers } from '../tasks/task-parts.ts';
import { type TakingBack, type ToldOf, undoRuling } from '../tasks/undo-ruling.ts';
import { nextUrge } from '../tasks/urging.ts';
import { Heard } from './heard.ts';

/** How long a move can be taken back (撤回). */
export const UNDO_WITHIN = Temporal.Duration.from({ minutes: 10 });

/**
 * What a move that can be taken back found, written together with it. Every later change of the task drops it, so
 * that a task that was moved since is never put back.
 */
export const Undo = z.object({
  /** Version of the record that the move wrote. */
  version: z.int().positive(),
  /** Of a node that followed its work: the version of the work that it followed. */
  work: z.int().positive().exactOptional(),
  act: z.enum(Object.keys(actName) as [Act, ...Act[]]),
  task: Task,
  heard: Heard,
});
export type Undo = Readonly<z.infer<typeof Undo>>;

const UNDONE_ALONE: ReadonlySet<Act> = new Set(['withdraw', 'suspend', 'reassign']);

/** Whether `move` can be taken back: all that one confirmation brought about can, also when joined promises. */
export const mayBeUndone = (move: Move, isOfBulk: boolean): boolean =>
  isOfBulk ||
  UNDONE_ALONE.has(move.act) ||
  (move.act === 'amend' && move.terms.joins !== undefined);

/** Id of the change that takes back the move which wrote `version` of a task. */
export const undoId = (version: number): string => `undo/${version}`;

/** Until when what was done at `at` can be taken back. */
export const undoUntil = (at: Temporal.Instant): Temporal.Instant => at.add(UNDO_WITHIN);

/** Whether what was done at `at` can no longer be taken back at `now`. */
export const isUndoOver = (at: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, undoUntil(at)) > 0;

/** What of `undo` no longer is undone, and what can be done instead, in Chinese. */
export const insteadOfUndo: { readonly [Of in Act]?: string } = {
  withdraw: '仍要督办的，请登记为新事项',
  suspend: '仍要推进的，请办“恢复”',
  reassign: '请再办一次“改派”',
  assign: '交办错了的，请办“改派”',
  redate: '请重新“核定期限”',
  amend: '并入的一项，请在事项页上“拆分”',
};

/** A task and what was notified of it. */
type Standing = { readonly task: Task; readonly heard: Heard };

/** Who takes a move back and when, and the posts that were notified of it. */
export type TakenBack = Omit<TakingBack, 'number'> & { readonly told: readonly ToldOf[] };

/**
 * A task as it was before the move that `undo` belongs to, which made it `now`. What falls due in
 * between is due again, and what is told is not told again. Numbers that were given are not given
 * again. Posts that were notified of the move are told that it was taken back.
 */
export function takenBack(
  now: Standing,
  undo: Pick<Undo, 'task' | 'heard'>,
  { told, ...made }: TakenBack,
): Standing {
  const { heard } = now;
  const task = { ...undo.task, given: givenBy([now.task, undo.task]) };
  const number = nextRuling(task);
  const rulings = told.map((each) => undoRuling(task, { ...made, number }, each));
  const urged = Math.max(undo.heard.urged ?? 0, heard.urged ?? 0);
  const ruling = Math.max(undo.heard.ruling, heard.ruling);
  return {
    task: { ...task, rulings: [...task.rulings, ...rulings].slice(-MAX_RULINGS) },
    heard: { ...undo.heard, ruling, ...(urged > 0 && { urged }) },
  };
}

/** The highest numbers that `states` of one task were ever given. */
const givenBy = (states: readonly Task[]): GivenNumbers => ({
  assignment: Math.max(
    ...states.map(({ assignment, given }) => Math.max(assignment.number, given?.assignment ?? 0)),
  ),
  ruling: Math.max(...states.map((each) => nextRuling(each) - 1)),
  urge: Math.max(...states.map((each) => nextUrge(each) - 1)),
});
