import { z } from 'zod';
import { Day, Label } from '../base/parsing.ts';
import { postFor } from '../contacts/contact.ts';
import type { NodeWish } from '../tasks/node.ts';
import type { Task } from '../tasks/task.ts';

const WEIGHT = '应是 1 到 100 的整数';

/** A node as a form, a command or the API names it. */
export const NodeInput = z.object({
  title: Label,
  due: Day,
  /** The unit whose owner has it; that of the work where none is given. */
  unit: Label.exactOptional(),
  weight: z.int(WEIGHT).min(1, WEIGHT).max(100, WEIGHT).nullable().default(null),
});
export type NodeInput = z.output<typeof NodeInput>;

/** The node of `work` that is meant: without a unit, or with the work's own, its owner is the work's. */
export function nodeWish({ title, due, unit, weight }: NodeInput, work: Task): NodeWish {
  const leadUnit = unit ?? work.leadUnit;
  const owner = leadUnit === work.leadUnit ? work.owner : postFor('owner', leadUnit);
  return { title, due, leadUnit, owner, weight };
}
