import type { Contact } from '../domain/contact.ts';
import type { Act } from '../domain/moves.ts';
import { type Acting, actingAs, forbiddenInPark, type ParkAct } from '../domain/permissions.ts';
import { BadInput } from '../domain/problem.ts';
import type { Task } from '../domain/task.ts';
import type { Run } from './run.ts';

/**
 * Refuses a contact that may not do `act`, or that the park does not have.
 *
 * @throws {BadInput}
 */
export function refuseActor({ directory }: Pick<Run, 'directory'>, id: string, act: ParkAct): void {
  const contact = directory.contact(id);
  const why = contact ? forbiddenInPark(contact, act) : `通讯录里没有“${id}”这个联系人`;
  if (why === undefined) return;
  throw new BadInput([{ place: `联系人 ${id}`, message: why, remedy: '请由有权限的岗位办理' }]);
}

/**
 * Who does `act` with `task` when `by` does it: `by` itself, or the one for whom it stands in.
 *
 * @throws {BadInput} if neither may, or the park has no such contact.
 */
export function actorFor(run: Run, task: Task, by: string, act: Act): Contact {
  const contact = run.directory.contact(by);
  const acting: Acting = contact
    ? actingAs(contact, run.directory.standsInFor(by), act, task)
    : { refusal: `通讯录里没有“${by}”这个联系人` };
  if ('as' in acting) return acting.as;
  const remedy = '请由有权限的岗位办理';
  throw new BadInput([{ place: `事项 ${task.id}`, message: acting.refusal, remedy }]);
}
