import { z } from 'zod';
import { DamagedRecord } from '../domain/base/faults.ts';
import { Moment } from '../domain/base/parsing.ts';
import { Change } from '../domain/contacts/change.ts';
import { Heard } from '../domain/deadlines/heard.ts';
import { Undo } from '../domain/deadlines/undo.ts';
import { Digest } from '../domain/messages/digest.ts';
import { Heartbeat } from '../domain/messages/heartbeat.ts';
import { PolicyVersion } from '../domain/policy/policy-version.ts';
import { Task } from '../domain/tasks/task.ts';
import type { Key } from './table.ts';

/** Items as they lie in the table, and their values: each schema reads one and writes the other. */
export const Version = Change.shape.version;

export const TaskItem = z.object({
  task: Task,
  heard: Heard,
  wakeAt: Moment.nullable().default(null),
  version: Version,
  lastChange: Change,
  undo: Undo.exactOptional(),
});

/** A digest with all that proves it. */
export const DigestItem = Digest.extend({ version: Version });

export const WatchItem = Heartbeat.extend({ version: Version });

/** It wakes until every record was planned by it. */
export const PolicyItem = PolicyVersion.extend({ wakeAt: Moment.nullable().default(null) });

/**
 * The value that `item` holds.
 *
 * @throws {DamagedRecord} with the item's key, if this version of the program did not write it.
 */
export function readItem<Value>(schema: z.ZodType<Value>, item: Record<string, unknown>): Value {
  const parsed = schema.safeParse(item);
  if (parsed.success) return parsed.data;
  throw new DamagedRecord(`${String(item['pk'])} / ${String(item['sk'])}`, { cause: parsed.error });
}

/** The item that holds `value` under `key`. An absent wake is no attribute, so that the index stays sparse. */
export function written<Schema extends z.ZodType>(
  schema: Schema,
  value: z.output<Schema>,
  key: Key,
): Record<string, unknown> {
  const item = z.encode(schema, value) as Record<string, unknown>;
  const { wakeAt, ...rest } = item;
  return { ...rest, ...key, ...(wakeAt === null || wakeAt === undefined ? {} : { wakeAt }) };
}

/** What `parse` answers, or the damage it meets, for walks that must not stop there. */
export function orDamaged<Value>(parse: () => Value): Value | DamagedRecord {
  try {
    return parse();
  } catch (fault) {
    if (fault instanceof DamagedRecord) return fault;
    throw fault;
  }
}
