import { Temporal } from 'temporal-polyfill';
import { postFor } from '../contacts/contact.ts';
import { handsOverUnits, movesFrom, type UnitMove } from '../contacts/unit-move.ts';
import type { UnitNames } from '../contacts/unit-names.ts';
import type { Task } from './task.ts';
import { isAtRest } from './task-status.ts';
import { underPresentNames } from './unit-renamed.ts';

/** What moves of units make of a task. */
export type FollowedUnit = {
  readonly task: Task;
  /** The move that the history names. */
  readonly move: UnitMove;
  /** Whether it is somebody else's by that, so that nothing that was heard of its silence counts. */
  readonly isHandedOver: boolean;
  /** From and to, as the history shows it. */
  readonly said: readonly [string, string];
};

/**
 * What `moves` make of a task that is stored as `task`: it has the present names, and is handed over to an
 * owner who did not have it before. Undefined where it followed already, or is at rest.
 */
export function followedUnit(
  task: Task,
  moves: readonly UnitMove[],
  names: UnitNames,
): FollowedUnit | undefined {
  if (isAtRest(task)) return undefined;
  const named = underPresentNames(task, names);
  const handing = moves.findLast((move) => handsOver(move, task, named));
  const naming = movesOf(task, moves).at(-1);
  const move = handing ?? naming;
  if (move === undefined || (named === task && !handing)) return undefined;
  return {
    task: handing ? handedOverBy(named, handing.takenAt) : named,
    move,
    isHandedOver: handing !== undefined,
    said: saidOf(task, named),
  };
}

/** Whether `move` gave `task` to another owner, to whom it was not handed over since. */
function handsOver(move: UnitMove, stored: Task, named: Task): boolean {
  const { takenAt, to } = move;
  if (named.status === 'pendingReview') return false;
  const isOfPost = handsOverUnits(move).some((unit) => stored.owner === postFor('owner', unit));
  return (
    isOfPost &&
    named.owner === postFor('owner', to) &&
    Temporal.Instant.compare(named.assignment.at, takenAt) < 0
  );
}

/** A node of its work's owner is told with its work; what the office holds is told when it goes on. */
function handedOverBy(task: Task, at: Temporal.Instant): Task {
  const isTold = task.nodeOf?.isOwners !== true;
  const number = task.assignment.number + Number(isTold);
  const assignment = { number, at };
  const status = isTold && task.status !== 'suspended' ? 'pendingAcceptance' : task.status;
  return { ...task, status, disowned: null, assignment };
}

/** The moves that changed a name in `task`, in their order. */
function movesOf(task: Task, moves: readonly UnitMove[]): readonly UnitMove[] {
  const units = [
    task.leadUnit,
    ...task.supportingUnits,
    ...[task.owner, task.responsibleLeader].map((post) => post.split('@').at(1) ?? ''),
  ];
  const changed = new Set(units.flatMap((unit) => movesFrom(unit, moves)));
  return moves.filter((move) => changed.has(move));
}

function saidOf(before: Task, now: Task): FollowedUnit['said'] {
  if (before.leadUnit !== now.leadUnit) return [before.leadUnit, now.leadUnit];
  const [from, to] = [before.supportingUnits.join('、'), now.supportingUnits.join('、')];
  return from === to ? ['', now.leadUnit] : [`配合单位：${from}`, `配合单位：${to || '无'}`];
}
