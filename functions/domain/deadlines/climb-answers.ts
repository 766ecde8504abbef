import type { Temporal } from 'temporal-polyfill';
import { localDay, type Rules } from '../policy/hours.ts';
import { actName, handsOver, type Move } from '../tasks/move.ts';
import type { Occasion } from '../tasks/occasion.ts';
import type { Task } from '../tasks/task.ts';
import { movesDate } from '../tasks/terms.ts';
import { timeLamp } from '../tasks/time-lamp.ts';
import { awaitedOf } from '../tasks/waiting.ts';
import { chainOfClimb, type Silence } from './climb.ts';

/** An acknowledgement and the occasion of its notice. */
export type Signed = {
  readonly occasion: Occasion;
  readonly at: Temporal.Instant;
  readonly by: string;
};

/**
 * Acknowledging a red task requires a report, unless the office has a pending decision. A report
 * that is already due stays due since the first acknowledgement.
 */
export function afterSignature(
  { climb, answered }: Silence,
  task: Task,
  { occasion, at, by }: Signed,
  rules: Rules,
): Silence {
  const since = localDay(at, rules);
  const isPromised = isRedByDate(task, since, rules) && awaitedOf(task) === undefined;
  const level = climb && chainOfClimb(climb) === 'signFor' ? climb.level : 0;
  const promise = isPromised ? { since, level, occasion } : null;
  return {
    climb: null,
    answered: { what: actName.signFor, by, at, owes: answered?.owes ?? promise },
  };
}

/**
 * Whether `task` is red on `today` by a date that is escalated: assumed dates never are, so that
 * nothing is promised about them.
 */
export const isRedByDate = (task: Task, today: Temporal.PlainDate, rules: Rules): boolean =>
  task.duePrecision !== 'assumed-year-end' && timeLamp(task, today, rules).colour === 'red';

/** A move and its author. */
export type Made = {
  readonly move: Move;
  /** Name of the post. */
  readonly by: string;
  readonly at: Temporal.Instant;
  /** Whether the author responds for the owner's post. */
  readonly isForOwner: boolean;
};

/** Moves that count as a response of the owner's post. */
const ANSWERS: ReadonlySet<Move['act']> = new Set([
  'report',
  'submit',
  'requestExtension',
  'disown',
  'signFor',
]);

/**
 * Updates a silence about `task` after a move. A response of the owner's post ends it, and so does
 * any decision of the office or the head; an urging does not.
 */
export function afterMove(silence: Silence, task: Task, made: Made, rules: Rules): Silence {
  if (isBeside(task, made.move)) return silence;
  if (ANSWERS.has(made.move.act)) {
    return made.isForOwner ? afterAnswer(silence, task, made, rules) : silence;
  }
  if (made.move.act === 'urge') return silence;
  const { answered } = silence;
  return {
    climb: null,
    answered: handsOver(made.move) || !answered ? null : { ...answered, owes: null },
  };
}

/** Moves that neither answer nor decide what the post is asked for. */
const isBeside = (task: Task, move: Move): boolean =>
  move.act === 'support' || (move.act === 'amend' && !movesDate(task, move.terms));

function afterAnswer(silence: Silence, task: Task, { move, by, at }: Made, rules: Rules): Silence {
  if (move.act === 'signFor') {
    const occasion = silence.climb?.asked.at(-1)?.occasion ?? handOverOf(task);
    return afterSignature(silence, task, { occasion, at, by }, rules);
  }
  const share = move.act === 'report' && task.kind !== 'target' ? move.progress : null;
  const what = `${actName[move.act]}${share === null ? '' : `${share}%`}`;
  return { climb: null, answered: { what, by, at, owes: null } };
}

const handOverOf = ({ assignment }: Task): Occasion => ({
  kind: 'handOver',
  number: assignment.number,
});
