import { moneyWords } from '../../functions/domain/base/money.ts';
import { dueMark } from '../../functions/domain/base/words.ts';
import type { Draft } from '../../functions/domain/sources/draft.ts';
import type { PlanChange } from '../../functions/reader/diff.ts';
import type { PlanReading } from '../../functions/reader/read-plan.ts';
import { reasonOf } from '../../functions/reader/skip-reasons.ts';
import type { Skipped } from '../../functions/reader/skipped.ts';
import { alignedLines } from '../text-table.ts';

export type ReadFormat = 'jsonl' | 'table' | 'md';

const KINDS = { milestone: '节点', target: '指标', funding: '资金', standing: '长期' } as const;
const HARDNESS = { must: '必须', strive: '力争', advance: '推进' } as const;
const CHANGES = { added: '新增', changed: '变更', withdrawn: '撤销', unchanged: '不变' } as const;
const FIELDS: Readonly<Record<string, string>> = {
  quote: '原文',
  kind: '类型',
  due: '时限',
  metric: '数值',
  owners: '责任单位',
};

const HEADER = [
  '编号',
  '任务',
  '类型',
  '时限',
  '数值',
  '金额',
  '责任单位',
  '力度',
  '待核对',
] as const;

/** The drafts of a plan, one or more lines each; a table also lists what was skipped. */
export function readingLines(
  { drafts, skipped }: PlanReading,
  format: ReadFormat,
): readonly string[] {
  if (format === 'jsonl') return drafts.map((draft) => JSON.stringify(draft));
  const table = grid([HEADER, ...drafts.map((draft) => cells(draft))], format);
  const open = drafts.filter(({ questions }) => questions.length > 0).length;
  const summary = `共${drafts.length}条任务，${open}条待核对；${skipped.length}句没有收入：`;
  return [...table, '', summary, ...(format === 'md' ? [''] : []), ...skippedLines(skipped)];
}

/** The skipped sentences, one line each with the reason. */
export const skippedLines = (skipped: readonly Skipped[]): readonly string[] =>
  skipped.map(({ quote, rule }) => `- ${oneLine(quote)}（${reasonOf(rule)}）`);

/** The changes of the registered tasks, one line each. */
export function changeLines(changes: readonly PlanChange[], format: ReadFormat): readonly string[] {
  if (format === 'jsonl') return changes.map((change) => JSON.stringify(changeRecord(change)));
  const rows = changes.map((change) => {
    const shown = change.sort === 'withdrawn' ? change.old : change.draft;
    const fields =
      'fields' in change ? change.fields.map((field) => FIELDS[field] ?? field).join('、') : '';
    return [CHANGES[change.sort], shown.id, shown.title, shown.due ?? '—', fields];
  });
  return grid([['变化', '编号', '任务', '时限', '改动'], ...rows], format);
}

function changeRecord(change: PlanChange): object {
  if (change.sort === 'withdrawn') return { change: change.sort, ...change.old };
  if (change.sort === 'added') return { change: change.sort, ...change.draft };
  return { change: change.sort, fields: change.fields, ...change.draft };
}

const COMPARATORS = { ge: '≥', le: '≤', eq: '', 'rank-le': '前', growth: '增长' } as const;

function cells(draft: Draft): readonly string[] {
  const { metric, amountCny } = draft;
  return [
    draft.id,
    draft.title,
    KINDS[draft.kind],
    dueText(draft),
    metric ? `${COMPARATORS[metric.comparator]}${metric.value}${metric.unit}` : '',
    amountCny === null ? '' : moneyWords(amountCny),
    draft.owners.join('、'),
    HARDNESS[draft.hardness],
    draft.questions.join('；'),
  ];
}

function dueText({ due, duePrecision, recurrence }: Draft): string {
  if (due === null) return recurrence ?? '—';
  return `${due}〔${dueMark[duePrecision]}〕`;
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');

function grid(rows: readonly (readonly string[])[], format: 'table' | 'md'): readonly string[] {
  if (format === 'md') {
    const [header = [], ...body] = rows.map(
      (row) => `| ${row.map((cell) => oneLine(cell).replaceAll('|', '\\|')).join(' | ')} |`,
    );
    return [String(header), `|${' --- |'.repeat(rows[0]?.length ?? 0)}`, ...body];
  }
  return alignedLines(
    rows.map((row) => row.map(oneLine)),
    WIDEST,
  );
}

/** Maximum width of a cell in terminal columns. */
const WIDEST = 48;
