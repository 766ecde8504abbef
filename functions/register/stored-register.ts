import { z } from 'zod';
import { Moment } from '../domain/base/parsing.ts';
import { Heard } from '../domain/deadlines/heard.ts';
import type { Register, StoredTask } from '../flows/ports.ts';
import { archive, historyOf } from './change-log.ts';
import { type Condition, type ItemStore, versionIs } from './item-store.ts';
import { orDamaged, readItem, TaskItem, WatchItem, written } from './items.ts';
import { storedDirectory } from './stored-directory.ts';
import { storedHolidays } from './stored-holidays.ts';
import { storedParks } from './stored-parks.ts';
import { refOf, taskKey, watchKey } from './table.ts';
import { inVersion, isTakenBack, lastChangeIn, putNew, takeBackItem } from './taken-back.ts';

/** The register in the one table. */
export const storedRegister = (items: ItemStore): Register => ({
  ...storedParks(items),
  ...storedDirectory(items),
  ...storedHolidays(items),
  ...tasksIn(items),
  due: async (park, until) => {
    const found = await Array.fromAsync(items.waking(park, z.encode(Moment, until)));
    return found.flatMap((key) => refOf(key) ?? []);
  },
  watch: async (park) => {
    const item = await items.get(watchKey(park));
    if (!item) return undefined;
    const { version, ...value } = readItem(WatchItem, item);
    return { value, version };
  },
  putWatch: (watch, seen) =>
    items.put(
      written(WatchItem, { ...watch, version: seen + 1 }, watchKey(watch.park)),
      versionIs(seen),
    ),
  replaceWatch: async (watch) => {
    await items.put(written(WatchItem, { ...watch, version: 1 }, watchKey(watch.park)));
  },
});

type Tasks = Pick<
  Register,
  'task' | 'tasks' | 'create' | 'takeBack' | 'change' | 'history' | 'advance'
>;

const tasksIn = (items: ItemStore): Tasks => ({
  task: async (park, id) => {
    const item = await items.get(taskKey(park, id));
    return item && !isTakenBack(item) ? readItem(TaskItem, item) : undefined;
  },
  tasks: async function* tasks(park) {
    for await (const item of items.under(`park#${park}`, 'task#')) {
      if (!isTakenBack(item)) yield orDamaged(() => readItem(TaskItem, item));
    }
  },
  create: (stored) => {
    const { park, id } = stored.task;
    const at = { key: taskKey(park, id), park, record: id };
    return putNew(items, at, (version) => taskItem(inVersion(stored, version)));
  },
  takeBack: (before, change) => {
    const { park, id } = before.task;
    const at = { key: taskKey(park, id), park, record: id };
    return takeBackItem(items, at, [before.lastChange, change], unchangedSince(before));
  },
  change: async (before, next) => {
    const { task, lastChange } = before;
    await archive(items, task.park, task.id, lastChange);
    return items.put(taskItem(next), unchangedSince(before));
  },
  history: async (park, id) => {
    const item = await items.get(taskKey(park, id));
    return historyOf(items, park, id, item && lastChangeIn(item));
  },
  advance: (before, { heard, wakeAt }) => {
    const next = wakeAt === null ? undefined : z.encode(Moment, wakeAt);
    return items.update(
      taskKey(before.task.park, before.task.id),
      { heard: z.encode(Heard, heard), wakeAt: next },
      unchangedSince(before),
    );
  },
});

/** The park stands on every task item too, as the index's partition key. */
const taskItem = (stored: StoredTask): Record<string, unknown> => {
  const { park, id } = stored.task;
  return { ...written(TaskItem, stored, taskKey(park, id)), park };
};

/** Neither a move nor an advance came between: both would decide again from what is there now. */
const unchangedSince = ({ version, wakeAt }: StoredTask): Condition => [
  { version, wakeAt: wakeAt === null ? undefined : z.encode(Moment, wakeAt) },
];
