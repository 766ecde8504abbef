import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { Moment } from '../domain/parsing.ts';
import type { Register, StoredTask, WriteResult } from '../flows/ports.ts';
import {
  attempt,
  type Condition,
  type Documents,
  get,
  put,
  queryAll,
  under,
  versionIs,
} from './documents.ts';
import { dynamoParks } from './dynamo-parks.ts';
import { ChangeItem, Heard, orDamaged, read, TaskItem, WatchItem, written } from './items.ts';
import { changeKey, type Key, refOf, taskKey, WAKE_INDEX, watchKey } from './table.ts';

/** The register in the one table. */
export const dynamoRegister = (documents: Documents): Register => ({
  ...dynamoParks(documents),
  ...tasksIn(documents),
  due: async (park, until) => {
    const query = {
      IndexName: WAKE_INDEX,
      KeyConditionExpression: 'park = :park AND wakeAt <= :until',
      ExpressionAttributeValues: { ':park': park, ':until': z.encode(Moment, until) },
    };
    const items = await Array.fromAsync(queryAll(documents, query));
    return items.flatMap((item) => refOf(item as Key) ?? []);
  },
  watch: async (park) => {
    const item = await get(documents, watchKey(park));
    if (!item) return undefined;
    const { version, ...value } = read(WatchItem, item);
    return { value, version };
  },
  putWatch: (watch, seen) =>
    put(
      documents,
      written(WatchItem, { ...watch, version: seen + 1 }, watchKey(watch.park)),
      versionIs(seen),
    ),
  replaceWatch: async (watch) => {
    await put(documents, written(WatchItem, { ...watch, version: 1 }, watchKey(watch.park)));
  },
});

type Tasks = Pick<Register, 'task' | 'tasks' | 'create' | 'change' | 'history' | 'advance'>;

const tasksIn = (documents: Documents): Tasks => ({
  task: async (park, id) => {
    const item = await get(documents, taskKey(park, id));
    return item && read(TaskItem, item);
  },
  tasks: async function* tasks(park) {
    for await (const item of queryAll(documents, under(`park#${park}`, 'task#'))) {
      yield orDamaged(() => read(TaskItem, item));
    }
  },
  create: (stored) => put(documents, taskItem(stored), versionIs(0)),
  change: async (before, next) => {
    const { task, lastChange } = before;
    const key = changeKey(task.park, task.id, lastChange.version);
    await put(documents, written(ChangeItem, lastChange, key));
    return put(documents, taskItem(next), unchangedSince(before));
  },
  history: async (park, id) => {
    const item = await get(documents, taskKey(park, id));
    const log = await Array.fromAsync(queryAll(documents, under(`log#${park}#${id}`, 'v')));
    const last = item ? [read(TaskItem, item).lastChange] : [];
    const archived = log.map((each) => read(ChangeItem, each));
    return [...archived.filter(({ version }) => version !== last[0]?.version), ...last];
  },
  advance: (before, to) => advance(documents, before, to),
});

/** The park stands on every task item too, as the index's partition key. */
const taskItem = (stored: StoredTask): Record<string, unknown> => {
  const { park, id } = stored.task;
  return { ...written(TaskItem, stored, taskKey(park, id)), park };
};

function advance(
  { client, table }: Documents,
  before: StoredTask,
  { heard, wakeAt }: Pick<StoredTask, 'heard' | 'wakeAt'>,
): Promise<WriteResult> {
  const { expression, values } = unchangedSince(before);
  const next = wakeAt === null ? {} : { ':next': z.encode(Moment, wakeAt) };
  return attempt(
    client.send(
      new UpdateCommand({
        TableName: table,
        Key: taskKey(before.task.park, before.task.id),
        UpdateExpression: `SET heard = :heard${wakeAt === null ? ' REMOVE wakeAt' : ', wakeAt = :next'}`,
        ConditionExpression: expression,
        ExpressionAttributeValues: { ...values, ...next, ':heard': z.encode(Heard, heard) },
      }),
    ),
  );
}

/** Neither a move nor an advance came between: both would decide anew from what is there now. */
const unchangedSince = ({ version, wakeAt }: StoredTask): Condition =>
  wakeAt === null
    ? {
        expression: 'version = :seen AND attribute_not_exists(wakeAt)',
        values: { ':seen': version },
      }
    : {
        expression: 'version = :seen AND wakeAt = :wake',
        values: { ':seen': version, ':wake': z.encode(Moment, wakeAt) },
      };
