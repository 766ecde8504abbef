import { z } from 'zod';
import { Day, Evidence, Label, Remark } from '../../domain/base/parsing.ts';
import { MAX_BULK } from '../../domain/tasks/bulk-act.ts';
import { type ClosingDecision, closingChoices } from '../../domain/years/closing-choice.ts';
import {
  type ClosingLine,
  closingKinds,
  type YearClosing,
} from '../../domain/years/closing-line.ts';
import { Fates } from '../../domain/years/year-account.ts';
import { YearState } from '../../domain/years/year-record.ts';
import type { BulkLine } from '../../flows/tasks/bulk.ts';

const YearStateBody = z
  .enum(['running', ...YearState.options])
  .describe('running：还没有过完；open：没有封账；closing：正在封账；closed：已封账');

/** One year of the list. */
export const ListedYear = z.object({
  year: z.int(),
  state: YearStateBody,
  count: z.int().describe('这一年的事项数'),
  carriedOver: z.int().nullable().describe('封账时结转的工作数；没有封账的为 null'),
});

const Choice = z.enum(closingChoices);

const Line = z.object({
  kind: z.enum(closingKinds).describe('为什么要定'),
  id: z.string(),
  version: z.int(),
  title: z.string(),
  unit: z.string(),
  originalDue: z.iso.date().nullable(),
  due: z.iso.date().nullable(),
  choices: z.array(Choice).describe('可以怎样定；没有的要先在事项上答复'),
  needsDue: z.boolean().describe('结转时要不要写新的期限'),
  asOf: z.string().nullable().describe('指标最后一期的数截至哪一期'),
});

/** What closing a year still needs. */
export const ClosingBody = z.object({
  year: z.int(),
  state: YearStateBody,
  lines: z.array(Line).describe('还要定的'),
  asTheyAre: z.array(Line).describe('按已有的数封账的指标'),
  decided: Fates.describe('各项工作怎样了'),
});

const lineBody = (line: ClosingLine): z.input<typeof Line> => ({
  kind: line.kind,
  id: line.task.id,
  version: line.version,
  title: line.task.title,
  unit: line.task.leadUnit,
  originalDue: line.task.originalDue && line.task.originalDue.toString(),
  due: line.task.due && line.task.due.toString(),
  choices: [...line.choices],
  needsDue: line.needsDue,
  asOf: line.standing?.row.asOf ?? null,
});

export const closingBody = (closing: YearClosing): z.input<typeof ClosingBody> => ({
  year: closing.year,
  state: closing.state,
  lines: closing.lines.map(lineBody),
  asTheyAre: closing.asTheyAre.map(lineBody),
  decided: closing.decided,
});

/** Decisions about lines of a year. */
export const DecisionsBody = z.object({
  items: z
    .array(
      z.object({
        id: Label.brand<'TaskId'>(),
        choice: Choice,
        version: z.int().exactOptional().describe('看到的版本；之后改过的事项不办，写明原因'),
        due: Day.exactOptional().describe('结转到的期限'),
        leadUnit: Label.exactOptional().describe('改派给哪个单位'),
        evidence: Evidence.exactOptional().describe('佐证的网址'),
        why: Remark.exactOptional().describe('原因，或佐证文件的名称和文号'),
      }),
    )
    .min(1)
    .max(MAX_BULK),
  preview: z.boolean().default(false).describe('只预览，不改动'),
});

export const decisionsSent = ({
  items,
}: Pick<z.output<typeof DecisionsBody>, 'items'>): readonly ClosingDecision[] =>
  items.map(({ id, version, ...said }) => ({
    ...said,
    task: id,
    ...(version !== undefined && { seen: version }),
  }));

/** What became of each decision. */
export const DecidedBody = z.object({
  batch: z.string().describe('这一次办理的编号，重发同一个 Idempotency-Key 时相同'),
  lines: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      to: z.string(),
      refusal: z.string().nullable().describe('没有办成的原因'),
    }),
  ),
});

export const decidedLine = ({ task, from, to, refusal }: BulkLine): object => ({
  id: task,
  from,
  to,
  refusal,
});
