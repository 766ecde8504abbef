import type { UnitMove } from '../../domain/contacts/unit-move.ts';
import type { UnitWish } from '../../domain/contacts/unit-wish.ts';
import { type UnitRecord, unitsIn } from '../../domain/contacts/units.ts';
import { openTasksByUnit } from '../../flows/contacts/follow-units.ts';
import { renameUnit, type UnitRequest } from '../../flows/contacts/rename-unit.ts';
import { refreshed } from '../../flows/context/open-context.ts';
import type { ParkContext } from '../../flows/context/park-context.ts';
import { finishUnitMoves } from '../../flows/wake/finish-unit-moves.ts';
import type { Portal } from '../http/portal.ts';

/** The units of the park with the open tasks that each leads. */
export async function unitsOf(
  run: ParkContext,
): Promise<readonly (UnitRecord & { readonly tasks: number })[]> {
  const tasksOf = await openTasksByUnit(run.park.id, run.ports);
  return unitsIn(run).map((unit) => ({ ...unit, tasks: tasksOf(unit.name) }));
}

/**
 * Renames a unit and lets its tasks follow. That it is renamed stays so whatever becomes of a task: what
 * cannot be done now, the next run does.
 *
 * @throws {BadInput | Conflict} as {@link renameUnit}.
 */
export async function renameFrom(
  run: ParkContext,
  request: UnitRequest,
  wish: UnitWish,
  { log }: Portal,
): Promise<UnitMove> {
  const move = await renameUnit(run, request, wish);
  const now = await refreshed(run);
  await finishUnitMoves(now);
  if (now.report.faults.length > 0) {
    log.error('tasks did not follow their unit', { faults: now.report.faults.map(({ at }) => at) });
  }
  return move;
}
