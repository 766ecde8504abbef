import { OFFICE } from '../../domain/contacts/contact.ts';
import { ownerlessWords } from '../../domain/messages/unit-remarks.ts';
import { localDay, nextSendInstant } from '../../domain/policy/hours.ts';
import { listedOf } from '../../domain/tasks/node.ts';
import { isEnded } from '../../domain/tasks/task-status.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { addNotice } from './add-notice.ts';

/** Which units have open tasks and no owner now, in words; undefined where none has. */
export async function ownerlessNow(run: ParkContext): Promise<string | undefined> {
  const open = (await readTasks(run)).map(({ task }) => task).filter((task) => !isEnded(task));
  const vacant = listedOf(open.filter(({ owner }) => !run.directory.holds(owner)));
  const byUnit = Map.groupBy(vacant, ({ leadUnit }) => leadUnit);
  if (byUnit.size === 0) return undefined;
  return ownerlessWords([...byUnit].map(([unit, tasks]) => ({ unit, tasks: tasks.length })));
}

/** Tells the office, in its next digest, that it left open tasks without an owner. */
export async function tellOwnerless(run: ParkContext): Promise<void> {
  const plannedAt = nextSendInstant(run.now, run.rules);
  const of = run.now.toString();
  const notice = { about: 'park', matter: 'ownerless', of, post: OFFICE } as const;
  await addNotice(run, notice, localDay(plannedAt, run.rules), plannedAt);
  await run.slots(run.park.id, plannedAt);
}
