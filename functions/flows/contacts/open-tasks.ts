import { isReadable } from '../../domain/base/faults.ts';
import type { CountsTasks } from '../../domain/contacts/units.ts';
import { listedOf } from '../../domain/tasks/node.ts';
import { isAtRest } from '../../domain/tasks/task-status.ts';
import type { Ports } from '../ports.ts';

/** How many open tasks each unit leads; nodes go with their work. */
export async function openTasksByUnit(
  park: string,
  { register }: Pick<Ports, 'register'>,
): Promise<CountsTasks> {
  const read = (await Array.fromAsync(register.tasks(park))).filter(isReadable);
  const open = listedOf(read.map(({ task }) => task)).filter((task) => !isAtRest(task));
  const counts = Map.groupBy(open, ({ leadUnit }) => leadUnit);
  return (unit) => counts.get(unit)?.length ?? 0;
}
