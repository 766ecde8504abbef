import { BadInput, OwnWork } from '../../domain/base/problems.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import { policyAt } from '../../domain/policy/hours.ts';
import { isOffices } from '../../domain/tasks/in-charge.ts';
import type { Act } from '../../domain/tasks/move.ts';
import type { Checker } from '../../domain/tasks/owned.ts';
import { forbiddenInPark, type ParkAct } from '../../domain/tasks/park-permissions.ts';
import { type Acting, actingAs } from '../../domain/tasks/permissions.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { ParkContext } from './park-context.ts';

/**
 * Refuses a contact that may not do `act`, or that the park does not have.
 *
 * @throws {BadInput}
 */
export function refuseActor(
  { directory }: Pick<ParkContext, 'directory'>,
  id: string,
  act: ParkAct,
): void {
  const contact = directory.contact(id);
  const why = contact ? forbiddenInPark(contact, act) : `通讯录里没有“${id}”这个联系人`;
  if (why === undefined) return;
  throw new BadInput([{ place: `联系人 ${id}`, message: why, remedy: '请由有权限的岗位办理' }]);
}

/**
 * Who does `act` with `task` when `by` does it: `by` itself, or the one for whom it stands in.
 *
 * @throws {OwnWork} if it would decide about its own work.
 * @throws {BadInput} if neither may, or the park has no such contact.
 */
export function actorFor(run: ParkContext, task: Task, by: string, act: Act): Contact {
  const contact = run.directory.contact(by);
  const acting: Acting = contact
    ? actingOf(run, contact, act, task)
    : { refusal: `通讯录里没有“${by}”这个联系人`, isOwnWork: false };
  if ('as' in acting) return acting.as;
  const { refusal: message, isOwnWork } = acting;
  const place = `事项 ${task.id}`;
  if (isOwnWork) throw new OwnWork([{ place, message, remedy: '确需代办的，请园区办另设代收人' }]);
  throw new BadInput([{ place, message, remedy: '请由有权限的岗位办理' }]);
}

/** As whom `contact` may do `act` with `task` now, by the directory and the policy. */
export const actingOf = (run: ParkContext, contact: Contact, act: Act, task: Task): Acting =>
  actingAs(contact, run.directory.standsInFor(contact.id), act, {
    ...task,
    checker: checkerOf(run, task),
  });

/**
 * Who decides in the office's place about `task`, if the office answers for it. Of a report to others
 * (报送) they judge themselves.
 */
export const checkerOf = ({ directory, rules, now }: ParkContext, task: Task): Checker =>
  task.answers === undefined && isOffices(task, directory)
    ? policyAt(now, rules).officeCheckedBy
    : null;
