import type { PostId } from '../base/ids.ts';
import { postFor } from '../contacts/contact.ts';
import type { At } from './date-moves.ts';
import type { Task } from './task.ts';

/** The unit that takes over a task; its owner's post unless another is named. */
type Taker = { readonly leadUnit: string; readonly owner?: PostId };

/** `task` handed over to another unit, whose leader answers for it from then on. */
export function reassigned(
  task: Task,
  { leadUnit, owner = postFor('owner', leadUnit) }: Taker,
  at: At,
): Task {
  const responsibleLeader =
    leadUnit === task.leadUnit ? task.responsibleLeader : postFor('responsibleLeader', leadUnit);
  return handedOver({ ...task, leadUnit, responsibleLeader }, owner, at);
}

/** `task` handed over to the post `owner`, which also settles a dispute. */
export const handedOver = (task: Task, owner: PostId, { now }: At): Task => ({
  ...task,
  disowned: null,
  owner,
  assignment: {
    number: Math.max(task.assignment.number, task.given?.assignment ?? 0) + 1,
    at: now.round('second'),
  },
});
