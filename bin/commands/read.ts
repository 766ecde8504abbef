import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { BadInput } from '../../functions/domain/base/problems.ts';
import { parseRegister } from '../../functions/files/register-lines.ts';
import { planYearIn } from '../../functions/reader/dates/plan-year.ts';
import { diffPlan, type PlanChange } from '../../functions/reader/diff.ts';
import { LARGEST_FILE, readDocument } from '../../functions/reader/formats/read-document.ts';
import { type PlanReading, readPlan } from '../../functions/reader/read-plan.ts';
import type { Command, Terminal } from '../command.ts';
import { changeLines, type ReadFormat, readingLines, skippedLines } from './read-output.ts';

const usage = `ruqi read 文件 [--year 年份] [--format jsonl|table|md] [--against 旧登记.jsonl]

读一份工作计划（.txt、.md、.docx、.xlsx），逐条列出其中的任务。
  --year     计划年份，如 2022；不写就从标题里找
  --format   jsonl（默认，一行一条）、table（看表）、md（Markdown）
  --against  与以前读出的登记比较，列出新增、变更、撤销和不变

没有收入的句子和原因：jsonl 写到标准错误，table 和 md 列在表后。
退出码：0 读完；1 读完，但没有任务，或与旧登记有出入；2 文件或选项不对。`;

/** Reads one plan and prints its promises. */
export const read: Command = {
  summary: '读一份工作计划，逐条列出任务',
  usage,
  run: async (args, terminal) => {
    const { file, year: asked, format, against } = optionsOf(args);
    const document = await readDocument(await bytesOf(file), file);
    const year = asked ?? planYearIn(document.text);
    if (year === undefined)
      throw wrong('--year', '文中没有找到计划年份', '请写明年份，例如 --year 2022');
    const reading = readPlan(document, { year });
    const old = against === undefined ? undefined : await registerOf(against);
    if (reading.drafts.length === 0) return nothingFound(file, reading, terminal);
    return old
      ? compare(diffPlan(reading.drafts, old), format, terminal)
      : print(reading, format, terminal);
  },
};

type Options = {
  readonly file: string;
  readonly year: number | undefined;
  readonly format: ReadFormat;
  readonly against: string | undefined;
};

const wrong = (place: string, message: string, remedy: string): BadInput =>
  new BadInput([{ place, message, remedy }]);

function optionsOf(args: readonly string[]): Options {
  const { values, positionals } = parsed(args);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw wrong(
      'ruqi read',
      file === undefined ? '没有写明要读哪个文件' : '一次只能读一个文件',
      '例如：ruqi read 计划.docx --year 2022',
    );
  }
  return {
    file,
    year: yearOf(values.year),
    format: formatOf(values.format),
    against: values.against,
  };
}

function parsed(args: readonly string[]): {
  readonly values: { readonly year?: string; readonly format?: string; readonly against?: string };
  readonly positionals: readonly string[];
} {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        year: { type: 'string' },
        format: { type: 'string' },
        against: { type: 'string' },
      },
    });
  } catch (cause) {
    const option = /'(?<name>-[^' ]*)/u.exec(String(cause))?.groups?.['name'] ?? 'ruqi read';
    throw wrong(option, '没有这个选项，或者选项后面缺少内容', '用 ruqi read --help 看可用的选项');
  }
}

function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^20\d{2}$/u.test(text))
    throw wrong('--year', `“${text}”不是年份`, '请写四位数的年份，例如 --year 2022');
  return Number(text);
}

function formatOf(text = 'jsonl'): ReadFormat {
  if (text === 'jsonl' || text === 'table' || text === 'md') return text;
  throw wrong('--format', `没有“${text}”这种格式`, '请用 jsonl、table 或 md');
}

const FILE_FAULTS: Readonly<Record<string, readonly [message: string, remedy: string]>> = {
  ENOENT: ['没有这个文件', '请检查文件名和所在的文件夹'],
  EACCES: ['没有权限打开', '请检查文件的权限'],
  EISDIR: ['这是文件夹，不是文件', '请写明文件夹里的哪个文件'],
};

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size <= LARGEST_FILE) return await readFile(file);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const [message, remedy] = FILE_FAULTS[code] ?? ['打不开', '请检查文件后再试'];
    throw new BadInput([{ place: file, message, remedy }], { cause });
  }
  throw wrong(file, '文件超过 50 MB', '请去掉图片和附件，只留计划正文，再读一次');
}

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
