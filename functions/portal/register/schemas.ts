import { z } from 'zod';
import { Change } from '../../domain/contacts/change.ts';
import type { TaskRow } from '../../domain/papers/board.ts';
import { colours, type Lamp } from '../../domain/tasks/lamp.ts';
import { Task } from '../../domain/tasks/task.ts';
import { pageEnds } from '../api/paging.ts';

/** What the API returns: each schema is its type, its check in the tests, and its description. */
const Colour = z.enum(colours);

export const LampBody = z.object({
  axis: z.enum(['time', 'pace', 'reporting']),
  colour: Colour,
  rule: z.string().describe('判定规则的编号'),
  policyVersion: z.int().describe('督办规则的版本'),
  reason: z.string(),
  toGreen: z.string().nullable().describe('怎样转为绿灯'),
});

const ofTask = Task.shape;

export const TaskBody = z.object({
  id: ofTask.id,
  title: ofTask.title,
  plan: ofTask.plan.describe('计划年度'),
  area: ofTask.area.describe('第几项工作，0 是年度目标'),
  kind: ofTask.kind,
  hardness: ofTask.hardness,
  leadUnit: ofTask.leadUnit,
  supportingUnits: z.array(z.string()).readonly().describe('配合单位'),
  waitsFor: ofTask.waitsFor.unwrap().describe('前置事项的编号'),
  status: ofTask.status,
  due: z.iso.date().nullable(),
  duePrecision: ofTask.duePrecision,
  originalDue: z.iso.date().nullable(),
  progress: ofTask.progress,
  lastReport: z
    .object({ at: z.iso.datetime(), note: ofTask.lastReport.unwrap().shape.note })
    .nullable(),
  quote: ofTask.quote.describe('计划原文'),
  lamp: LampBody.describe('期限、进度两轴中较差的一盏；反馈不影响它'),
  lamps: z.array(LampBody),
  version: z.int().describe('改动时放在 If-Match 里'),
});

export const ItemPage = z.object({
  items: z.array(TaskBody),
  ...pageEnds,
});

const ofChange = Change.shape;

export const HistoryBody = z.object({
  changes: z.array(
    z.object({
      version: z.int(),
      at: z.iso.datetime(),
      by: ofChange.by.describe('联系人编号'),
      post: z.string().nullable().describe('当时的岗位名'),
      insteadOf: z.string().nullable().describe('代哪个岗位办理'),
      what: ofChange.what,
      from: ofChange.from,
      to: ofChange.to,
      why: ofChange.why,
      via: ofChange.via,
    }),
  ),
});

export const lampBody = ({
  axis,
  colour,
  rule,
  policyVersion,
  reason,
  toGreen,
}: Lamp): z.infer<typeof LampBody> => ({ axis, colour, rule, policyVersion, reason, toGreen });

/** `row` as the API shows it. */
export function itemOf({ task, lamp, lamps, version }: TaskRow): z.infer<typeof TaskBody> {
  const { id, title, plan, area, kind, hardness, leadUnit, status, duePrecision } = task;
  const { due, originalDue, lastReport, progress, quote } = task;
  return {
    id,
    title,
    plan,
    area,
    kind,
    hardness,
    leadUnit,
    supportingUnits: task.supportingUnits,
    waitsFor: task.waitsFor,
    status,
    due: due?.toString() ?? null,
    duePrecision,
    originalDue: originalDue?.toString() ?? null,
    progress,
    lastReport: lastReport && { at: lastReport.at.toString(), note: lastReport.note },
    quote,
    lamp: lampBody(lamp),
    lamps: lamps.map(lampBody),
    version,
  };
}

/** The history of a task as the API shows it. */
export const historyBody = (changes: readonly Change[]): z.infer<typeof HistoryBody> => ({
  changes: changes.map(({ version, at, by, onBehalfOf, names, what, from, to, why, via }) => ({
    version,
    at: at.toString(),
    by,
    post: names?.own.post ?? null,
    insteadOf: names?.insteadOf?.post ?? onBehalfOf,
    what,
    from,
    to,
    why,
    via,
  })),
});
