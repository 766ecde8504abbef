import { promisedInstrument, promisedTarget } from '../../domain/funding/promised-figures.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { ParkContext } from '../context/park-context.ts';
import { type Author, nextOf } from '../context/update-record.ts';

/** Stores the targets and the money that `tasks` promise. What is stored stays: it may have figures. */
export async function keepPromised(
  { ports }: ParkContext,
  tasks: readonly Task[],
  author: Author,
): Promise<void> {
  const { targets, instruments } = ports.collections;
  for (const task of tasks) {
    const target = promisedTarget(task);
    if (target) await targets.put(undefined, nextOf(undefined, target, author, ports));
    const money = promisedInstrument(task);
    if (money) await instruments.put(undefined, nextOf(undefined, money, author, ports));
  }
}
