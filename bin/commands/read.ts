import { parseRegister } from '../../functions/files/read-promises.ts';
import { planYearIn } from '../../functions/reader/dates/plan-year.ts';
import { diffPlan, type PlanChange } from '../../functions/reader/diff.ts';
import { readDocument } from '../../functions/reader/formats/read-document.ts';
import { type PlanReading, readPlan } from '../../functions/reader/read-plan.ts';
import type { Command, Terminal } from '../command.ts';
import { bytesOf } from './read-bytes.ts';
import { badCall, readOptionsOf } from './read-options.ts';
import { changeLines, type ReadFormat, readingLines, skippedLines } from './read-output.ts';

const usage = `ruqi read 文件 [--year 年份] [--format jsonl|table|md] [--against 旧登记.jsonl]

读一份工作计划（.txt、.md、.docx、.xlsx），逐条列出其中的任务。
  --year     计划年份，如 2022；不写就从标题里找
  --format   jsonl（默认，一行一条）、table（看表）、md（Markdown）
  --against  与以前读出的登记比较，列出新增、变更、撤销和不变

没有收入的句子和原因：jsonl 写到标准错误，table 和 md 列在表后。
退出码：0 读完；1 读完，但没有任务，或与旧登记有出入；2 文件或选项不对。`;

/** Reads one plan and prints its tasks. */
export const readPlanFile: Command = {
  summary: '读一份工作计划，逐条列出任务',
  usage,
  run: async (args, terminal) => {
    const { file, year: asked, format, against } = readOptionsOf(args);
    const document = await readDocument(await bytesOf(file), file);
    const year = asked ?? planYearIn(document.text);
    if (year === undefined)
      throw badCall('--year', '文中没有找到计划年份', '请写明年份，例如 --year 2022');
    const reading = readPlan(document, { year });
    const old = against === undefined ? undefined : await registerOf(against);
    if (reading.drafts.length === 0) return nothingFound(file, reading, terminal);
    return old
      ? compare(diffPlan(reading.drafts, old), format, terminal)
      : print(reading, format, terminal);
  },
};

async function registerOf(file: string): Promise<ReturnType<typeof parseRegister>> {
  return parseRegister(Buffer.from(await bytesOf(file)).toString('utf8'), file);
}

function nothingFound(file: string, reading: PlanReading, terminal: Terminal): number {
  for (const line of skippedLines(reading.skipped)) terminal.err(line);
  terminal.err(
    `${file}：没有读出任何任务。请确认这是工作计划，而不是总结或通知；上面列出了看过而没有收入的句子。`,
  );
  return 1;
}

function print(reading: PlanReading, format: ReadFormat, terminal: Terminal): number {
  for (const line of readingLines(reading, format)) terminal.out(line);
  if (format === 'jsonl') for (const line of skippedLines(reading.skipped)) terminal.err(line);
  return 0;
}

function compare(changes: readonly PlanChange[], format: ReadFormat, terminal: Terminal): number {
  for (const line of changeLines(changes, format)) terminal.out(line);
  return changes.every(({ sort }) => sort === 'unchanged') ? 0 : 1;
}
