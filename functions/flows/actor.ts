import { forbiddenInPark, type ParkAct } from '../domain/permissions.ts';
import { BadInput } from '../domain/problem.ts';
import type { Run } from './run.ts';

/**
 * Refuses a contact that may not do `act`, or that the park does not have.
 *
 * @throws {BadInput}
 */
export function refuseActor(run: Run, id: string, act: ParkAct): void {
  const contact = run.directory.contact(id);
  const why = contact ? forbiddenInPark(contact, act) : `通讯录里没有“${id}”这个联系人`;
  if (why === undefined) return;
  throw new BadInput([{ place: `联系人 ${id}`, message: why, remedy: '请由有权限的岗位办理' }]);
}
