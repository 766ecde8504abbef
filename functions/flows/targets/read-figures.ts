import type { FundingStep } from '../../domain/funding/funding.ts';
import type { ParkFigures } from '../../domain/funding/park-figures.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { readable } from '../context/damaged.ts';
import type { TaskSight } from '../context/sight.ts';
import type { Collection, Ports, Versioned } from '../ports.ts';

/** The numbers of a park and the tasks that they belong to. */
export type FiguresRead = {
  readonly figures: ParkFigures;
  readonly tasks: ReadonlyMap<string, Task>;
  /** The steps of money among them, by their ids, with what a later write must still find. */
  readonly steps: ReadonlyMap<string, Versioned<FundingStep>>;
  /** Keys of records that cannot be read and are not among them. */
  readonly damaged: readonly string[];
};

/** Those of `all` that belong to promises which one may see. */
export const readableOf = <Each extends { readonly id: string }>(
  all: readonly Each[],
  { tasks }: Pick<FiguresRead, 'tasks'>,
  { sees }: Pick<TaskSight, 'sees'>,
): readonly Each[] =>
  all.filter(({ id }) => {
    const promise = tasks.get(id);
    return promise !== undefined && sees(promise);
  });

/** Reads all numbers of `park` as they are now. */
export async function readFigures(
  park: string,
  { collections, register }: Pick<Ports, 'collections' | 'register'>,
): Promise<FiguresRead> {
  const noting = { report: { damaged: [] } };
  const kept = async <Value>(collection: Collection<Value>): Promise<readonly Versioned<Value>[]> =>
    Array.fromAsync(readable(noting, await collection.all(park)));
  const whole = async <Value>(collection: Collection<Value>): Promise<readonly Value[]> =>
    (await kept(collection)).map(({ value }) => value);
  const all = await Array.fromAsync(readable(noting, register.tasks(park)));
  const tasks = new Map(all.map(({ task }) => [task.id, task]));
  const steps = await kept(collections.steps);
  const figures = {
    targets: await whole(collections.targets),
    projects: await whole(collections.projects),
    enterprises: await whole(collections.enterprises),
    instruments: await whole(collections.instruments),
    steps: steps.map(({ value }) => value),
  };
  const byId = new Map(steps.map((each) => [each.value.id, each]));
  return { figures, tasks, steps: byId, damaged: noting.report.damaged };
}
