import type { Contact } from '../../domain/contacts/contact.ts';
import type { UnitMove } from '../../domain/contacts/unit-move.ts';
import type { UnitWish } from '../../domain/contacts/unit-wish.ts';
import { type UnitRecord, unitsIn } from '../../domain/contacts/units.ts';
import { listedOf } from '../../domain/tasks/node.ts';
import { isAtRest } from '../../domain/tasks/task-status.ts';
import { renameUnit, type UnitRequest } from '../../flows/contacts/rename-unit.ts';
import { refreshed } from '../../flows/context/open-context.ts';
import { type ParkContext, readTasks } from '../../flows/context/park-context.ts';
import { sightOf } from '../../flows/context/sight.ts';
import { finishUnitMoves } from '../../flows/wake/finish-unit-moves.ts';
import type { Portal } from '../http/portal.ts';

/** A unit with the open tasks that it leads, as far as the viewer may see them. */
export type UnitSeen = UnitRecord & {
  readonly tasks: number;
  /** Those that are left out because their source is restricted. */
  readonly hidden: number;
};

/** The units of the park as `viewer` may see them. */
export async function unitsOf(run: ParkContext, viewer: Contact): Promise<readonly UnitSeen[]> {
  const { sees, isHidden } = await sightOf(run, viewer);
  const all = listedOf((await readTasks(run)).map(({ task }) => task));
  const open = Map.groupBy(
    all.filter((task) => !isAtRest(task)),
    ({ leadUnit }) => leadUnit,
  );
  return unitsIn(run).map((unit) => {
    const own = open.get(unit.name) ?? [];
    return { ...unit, tasks: own.filter(sees).length, hidden: own.filter(isHidden).length };
  });
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
