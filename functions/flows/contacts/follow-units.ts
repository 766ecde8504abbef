import type { Temporal } from 'temporal-polyfill';
import type { Change } from '../../domain/contacts/change.ts';
import type { DirectoryRecord } from '../../domain/contacts/directory-record.ts';
import type { UnitMove } from '../../domain/contacts/unit-move.ts';
import { unitNamesOf } from '../../domain/contacts/unit-names.ts';
import { unitMoveWhat, unitMoveWords } from '../../domain/contacts/unit-words.ts';
import { withDueMoves } from '../../domain/contacts/units.ts';
import { NO_SILENCE } from '../../domain/deadlines/climb.ts';
import { wakeAtOf } from '../../domain/deadlines/wakes.ts';
import { type FollowedUnit, followedUnit } from '../../domain/tasks/unit-followed.ts';
import { readable } from '../context/damaged.ts';
import { makerOf } from '../context/maker.ts';
import { measuredTask } from '../context/measured-task.ts';
import { alone, type ParkContext } from '../context/park-context.ts';
import { isNear } from '../context/slots.ts';
import { LOST, untilWritten } from '../context/until-written.ts';
import type { StoredTask } from '../ports.ts';
import { changeDirectory, type DirectoryChange } from './change-directory.ts';

/** Whether units were renamed or merged and something still has to follow. */
export const hasUnfinishedMoves = ({ unitMoves }: Pick<ParkContext, 'unitMoves'>): boolean =>
  unitMoves.some(({ state }) => state === 'moving');

/**
 * Lets every task in force follow the units that were renamed or merged, each in a write of its own with
 * a line of its history. What was cut short is finished by the next call; done again it changes nothing.
 * What cannot be written is noted as a fault.
 *
 * @returns the moves as they are kept now.
 */
export async function followUnits(run: ParkContext): Promise<readonly UnitMove[]> {
  const moves = await keepDueMoves(run);
  const toldAt: Temporal.Instant[] = [];
  const { register } = run.storedPorts;
  for await (const stored of readable(run, register.tasks(run.park.id))) {
    const wakeAt = await alone(run, stored.task.id, () => followOne(run, stored, moves));
    if (wakeAt) toldAt.push(wakeAt);
  }
  for (const at of new Map(toldAt.map((each) => [each.toString(), each])).values()) {
    if (isNear(at, run.now)) {
      await alone(run, 'wake queue', () => run.ports.clock.wakeSoon(run.park.id, at));
    }
  }
  return moves;
}

/** Keeps moves whose day has come as in effect, with a line of the directory's history. */
async function keepDueMoves(run: ParkContext): Promise<readonly UnitMove[]> {
  const { park, now, storedPorts } = run;
  const kept = (await storedPorts.register.directory(park.id)).value;
  const due = withDueMoves(kept, now).unitMoves.filter((move) => !kept.unitMoves.includes(move));
  if (due.length === 0) return kept.unitMoves;
  const to = due.map((move) => unitMoveWords(move)).join('；');
  // Any change of the directory puts them in effect; this one changes nothing else.
  const taken = (record: DirectoryRecord): DirectoryChange => ({
    record: { ...record },
    what: '单位更名生效',
    from: '',
    to,
  });
  const changed = await changeDirectory({ park: park.id, via: '系统' }, taken, storedPorts);
  return changed.now.unitMoves;
}

/** @returns when its handover is told, if it is handed over by that. */
function followOne(
  run: ParkContext,
  stored: StoredTask,
  moves: readonly UnitMove[],
): Promise<Temporal.Instant | null> {
  const { register } = run.storedPorts;
  let read: StoredTask | undefined = stored;
  const attempt = async (): Promise<Temporal.Instant | null | typeof LOST> => {
    const followed = read && followedUnit(read.task, moves, unitNamesOf(moves));
    if (!read || !followed) return null;
    const next = await afterFollowing(run, read, followed);
    await run.slots(run.park.id, next.wakeAt);
    if ((await register.change(read, next)) === 'written') {
      return followed.isHandedOver ? next.wakeAt : null;
    }
    read = await register.task(run.park.id, stored.task.id);
    return LOST;
  };
  return untilWritten(attempt, () => {
    throw new Error(`${stored.task.id}: the change of its unit was overtaken`);
  });
}

/** What was heard, the silence and the next wake stay, unless the task is somebody else's now. */
async function afterFollowing(
  run: ParkContext,
  read: StoredTask,
  { task, move, isHandedOver, said: [from, to] }: FollowedUnit,
): Promise<StoredTask> {
  const version = read.version + 1;
  const heard = isHandedOver ? { ...read.heard, ...NO_SILENCE } : read.heard;
  const lastChange: Change = {
    ...makerOf(run, { by: move.by, via: '单位更名' }),
    id: run.ports.newId(),
    version,
    at: run.now,
    onBehalfOf: null,
    what: unitMoveWhat(move),
    from,
    to: isHandedOver ? `${to}，由新的责任人签收` : to,
    why: unitMoveWords(move),
  };
  if (!isHandedOver) return { ...read, task, version, lastChange };
  const wakeAt = wakeAtOf(await measuredTask(run, task), heard, run.rules);
  return { task, heard, wakeAt, version, lastChange };
}
