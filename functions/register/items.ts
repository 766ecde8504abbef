import { z } from 'zod';
import { DamagedRecord } from '../domain/base/faults.ts';
import { Day, Line, Moment } from '../domain/base/parsing.ts';
import { DuePrecision, Hardness, Metric, PromiseKind } from '../domain/base/promise.ts';
import { Role } from '../domain/base/role.ts';
import { Names } from '../domain/contacts/named.ts';
import { Policy } from '../domain/policy/policy.ts';
import { TaskStatus } from '../domain/tasks/task.ts';
import { GapItem } from './gap-item.ts';
import { OccasionKey, withOccasion } from './occasion-item.ts';
import type { Key } from './table.ts';

/** Items as they lie in the table, and their values: each schema reads one and writes the other. */
export const Version = z.int().positive();

export const Heard = z.object({
  due: Day.nullable(),
  order: z.number().nullable(),
  assignment: z.int().nonnegative(),
  handOver: z
    .object({ number: z.int().positive(), at: Moment, isCalled: z.boolean() })
    .nullable()
    .default(null),
  waiting: OccasionKey.nullable(),
  returned: z.object({ of: Day, order: z.int() }).nullable().default(null),
  paced: Day.nullable().default(null),
  ruling: z.int().nonnegative().default(0),
  on: Day.nullable().default(null),
  climb: z
    .object({
      asked: z.array(withOccasion(z.object({ rung: OccasionKey, day: Day }))).readonly(),
      level: z.int().nonnegative(),
      from: Day,
      isRed: z.boolean(),
      trail: z.array(z.object({ role: Role, on: Day })).readonly(),
      step: withOccasion(z.object({ rung: OccasionKey, day: Day, post: z.string() })).nullable(),
    })
    .nullable()
    .default(null),
  answered: z
    .object({
      what: z.string(),
      by: z.string(),
      at: Moment,
      owes: withOccasion(
        z.object({ since: Day, level: z.int().nonnegative(), rung: OccasionKey }),
      ).nullable(),
    })
    .nullable()
    .default(null),
});

export const ChangeItem = z.object({
  id: z.string(),
  version: Version,
  at: Moment,
  by: z.string(),
  onBehalfOf: z.string().nullable().default(null),
  names: Names.exactOptional(),
  what: z.string(),
  from: z.string(),
  to: z.string(),
  why: Line,
  via: z.string(),
});

const Task = z.object({
  id: z.string(),
  park: z.string(),
  plan: z.int(),
  area: z.int(),
  title: Line,
  shortTitle: Line,
  quote: z.string(),
  kind: PromiseKind,
  hardness: Hardness,
  leadUnit: Line,
  owner: Line,
  responsibleLeader: Line,
  start: Day,
  due: Day.nullable(),
  duePrecision: DuePrecision,
  originalDue: Day.nullable(),
  status: TaskStatus,
  metric: Metric.nullable(),
  recurrence: Line.nullable().default(null),
  amountFen: z.int().nullable(),
  stageOf: z.string().nullable().default(null),
  assignment: z.object({ number: z.int().nonnegative(), at: Moment }),
  silentThrough: Day.nullable(),
  overdueCount: z.object({ day: Day, counted: z.int().nonnegative() }).nullable().default(null),
  progress: z.int().min(0).max(100),
  lastReport: z
    .object({
      at: Moment,
      note: Line,
      progress: z.int().nullable().default(null),
      isReturned: z.boolean().default(false),
      period: Day.nullable().exactOptional(),
    })
    .nullable(),
  evidence: z.array(Line).readonly(),
  request: z
    .object({
      at: Moment,
      due: Day,
      why: Line,
      isLate: z.boolean(),
      by: Line.nullable().default(null),
    })
    .nullable(),
  disowned: z
    .object({ at: Moment, why: Line, by: Line.nullable().default(null) })
    .nullable()
    .default(null),
  rulings: z
    .array(
      z.object({
        number: z.int().positive(),
        at: Moment,
        post: Line,
        what: Line,
        by: Line.nullable().default(null),
        why: Line.default(''),
        askedAt: Moment.nullable(),
        wished: Day.nullable(),
        disputedAt: Moment.nullable().default(null),
        due: Day.nullable().default(null),
        unit: Line.nullable().default(null),
        assignment: z.int().nonnegative().default(0),
      }),
    )
    .readonly()
    .default([]),
  extensions: z
    .array(
      z.object({
        requestedAt: Moment,
        grantedAt: Moment,
        from: Day,
        to: Day,
        isLate: z.boolean(),
      }),
    )
    .readonly(),
  doneOn: Day.nullable(),
  handedInOn: Day.exactOptional(),
  handedInFor: Day.exactOptional(),
  isSelfChecked: z.boolean().exactOptional(),
});

export const TaskItem = z.object({
  task: Task,
  heard: Heard,
  wakeAt: Moment.nullable().default(null),
  version: Version,
  lastChange: ChangeItem,
});

export const WatchItem = z.object({
  park: z.string(),
  wakeAt: Moment,
  watched: z.int().nonnegative(),
  repaired: z.int().nonnegative(),
  damaged: z.int().nonnegative(),
  datesToSet: z.object({ plan: z.int(), count: z.int() }).nullable(),
  beginsOn: Day.nullable().default(null),
  toldOn: Day.nullable(),
  withoutChannel: z.array(z.string()).readonly().default([]),
  gap: GapItem.nullable().default(null),
  version: Version,
});

export const ParkItem = z.object({
  id: z.string(),
  name: Line,
  timeZone: z.string(),
});

/** It wakes until every record was planned by it. */
export const PolicyItem = z.object({
  policy: Policy,
  effectiveFrom: Moment,
  adoptedBy: z.string(),
  adoptedName: Line.exactOptional(),
  adoptedAt: Moment,
  wakeAt: Moment.nullable().default(null),
});

/**
 * The value that `item` holds.
 *
 * @throws {DamagedRecord} with the item's key, if this version of the program did not write it.
 */
export function read<Value>(schema: z.ZodType<Value>, item: Record<string, unknown>): Value {
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
