import { z } from 'zod';
import { DuePrecision, Hardness, PromiseKind } from '../../domain/base/promise.ts';
import type { Row } from '../../domain/papers/board.ts';
import { colours, type Lamp } from '../../domain/tasks/lamp.ts';
import { TaskStatus } from '../../domain/tasks/task.ts';
import type { Change } from '../../flows/ports.ts';
import { pageEnds } from '../api/paging.ts';

/** What the API answers with: each schema is its type, its check in the tests, and its description. */
const Colour = z.enum(colours);

export const LampBody = z.object({
  axis: z.enum(['time', 'pace', 'reporting']),
  colour: Colour,
  rule: z.string().describe('判定规则的编号'),
  policyVersion: z.int().describe('督办规则的版本'),
  reason: z.string(),
  toGreen: z.string().nullable().describe('怎样转为绿灯'),
});

export const Item = z.object({
  id: z.string(),
  title: z.string(),
  plan: z.int().describe('计划年度'),
  area: z.int().describe('第几项工作，0 是年度目标'),
  kind: PromiseKind,
  hardness: Hardness,
  leadUnit: z.string(),
  status: TaskStatus,
  due: z.iso.date().nullable(),
  duePrecision: DuePrecision,
  originalDue: z.iso.date().nullable(),
  progress: z.int().min(0).max(100),
  lastReport: z.object({ at: z.iso.datetime(), note: z.string() }).nullable(),
  quote: z.string().describe('计划原文'),
  lamp: LampBody.describe('期限、进度两轴中较差的一盏；反馈不影响它'),
  lamps: z.array(LampBody),
  version: z.int().describe('改动时放在 If-Match 里'),
});

export const ItemPage = z.object({
  items: z.array(Item),
  ...pageEnds,
});

export const HistoryBody = z.object({
  changes: z.array(
    z.object({
      version: z.int(),
      at: z.iso.datetime(),
      by: z.string().describe('联系人编号'),
      post: z.string().nullable().describe('当时的岗位名'),
      insteadOf: z.string().nullable().describe('代哪个岗位办理'),
      what: z.string(),
      from: z.string(),
      to: z.string(),
      why: z.string(),
      via: z.string(),
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
export function itemOf({ task, lamp, lamps, version }: Row): z.infer<typeof Item> {
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
export const historyOf = (changes: readonly Change[]): z.infer<typeof HistoryBody> => ({
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
