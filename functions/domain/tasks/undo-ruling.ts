import type { Temporal } from 'temporal-polyfill';
import { postFor } from '../contacts/contact.ts';
import { actName } from './move.ts';
import type { Ruling } from './ruling.ts';
import type { Task } from './task.ts';
import { isLive, statusName } from './task-status.ts';

/** A post that was notified of the move, and which of its nodes the move took along. */
export type ToldOf = Pick<Ruling, 'post' | 'nodes'>;

/** Who takes back what, when and why. */
export type TakingBack = {
  /** Number of the ruling. */
  readonly number: number;
  readonly at: Temporal.Instant;
  /** Name of the post. */
  readonly by: string;
  readonly why: string;
  /** The move that is taken back, as the history calls it. */
  readonly what: string;
};

/** That a move of which `told` was notified was taken back, which left `task` as it was before. */
export const undoRuling = (task: Task, { what, ...made }: TakingBack, told: ToldOf): Ruling => ({
  ...made,
  ...told,
  at: made.at.round('second'),
  what: `撤回${what}`,
  askedAt: null,
  wished: null,
  disputedAt: null,
  due: task.due,
  unit: task.leadUnit,
  assignment: 0,
  undoes: {
    what,
    status: task.status,
    isOwner: told.post === task.owner,
    isAsked: task.request !== null,
    isDisputed: task.disowned !== null,
  },
});

/** Whether `task` still is with who had it when what `ruling` tells was taken back, and in hand as then. */
export const isAsAfterUndo = (task: Task, { undoes, unit, post }: Ruling): boolean =>
  undoes !== undefined &&
  unit === task.leadUnit &&
  undoes.isOwner === (post === task.owner) &&
  isLive(task) === isLive(undoes) &&
  (isLive(task) || task.status === undoes.status);

/** `撤回了“改派”，这一项仍由本岗位负责`; `day` writes a date. */
export function undoneWords(
  { undoes, due, unit, post }: Ruling,
  day: (of: Temporal.PlainDate) => string,
): string {
  if (undoes === undefined) return '';
  const dated = due === null ? '' : `，期限仍是${day(due)}`;
  const now = undoes.isOwner ? `这一项${stateWords(undoes)}${dated}` : awayWords(unit, post);
  const asked = undoes.isAsked ? '，延期申请仍待批复' : '';
  const disputed = undoes.isDisputed ? '，所提异议仍待答复' : '';
  return `撤回了“${undoes.what}”，${now}${asked}${disputed}`;
}

const stateWords = ({ what, status }: NonNullable<Ruling['undoes']>): string => {
  if (!isLive({ status })) return `仍是“${statusName[status]}”`;
  return HANDS_OVER.has(what) ? '仍由本岗位负责' : '仍照常督办';
};

const HANDS_OVER: ReadonlySet<string> = new Set([actName.reassign, actName.assign]);

/** What is said to a post that does not own the task. */
const awayWords = (unit: string | null, post: string): string =>
  unit === null || post === postFor('owner', unit)
    ? '这一项仍由本单位原来的岗位负责'
    : `这一项仍由${unit}负责`;
