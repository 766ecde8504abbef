import type { Temporal } from 'temporal-polyfill';
import { fundingReport } from '../functions/domain/funding/funding-report.ts';
import { fundingSummary } from '../functions/domain/funding/funding-table.ts';
import { lastInstantOf, localDay, type Rules } from '../functions/domain/policy/hours.ts';
import { paceRows } from '../functions/domain/targets/pace-report.ts';
import { paceSummaryWords } from '../functions/domain/targets/pace-table.ts';
import { openContext } from '../functions/flows/context/open-context.ts';
import type { Ports } from '../functions/flows/ports.ts';
import { type FiguresRead, readFigures } from '../functions/flows/targets/read-figures.ts';
import type { Terminal } from './command.ts';
import { badOption, dayOption, type OptionValues } from './options.ts';
import { parkOptions, withPark } from './park-access.ts';

/** Options of every report on figures. */
export const figuresOptions = {
  date: { type: 'string' },
  format: { type: 'string' },
  ...parkOptions,
} as const;

type FiguresOptions = OptionValues<typeof figuresOptions>;

/** The day of a report, and the instant up to which entries count. */
export type ReportDay = { readonly day: Temporal.PlainDate; readonly at: Temporal.Instant };

/** The end of the given day; for today, and by default, the current instant. */
function reportDayOf(
  given: Temporal.PlainDate | undefined,
  now: Temporal.Instant,
  rules: Rules,
): ReportDay {
  const today = localDay(now, rules);
  if (given === undefined || given.equals(today)) return { day: today, at: now };
  return { day: given, at: lastInstantOf(given, rules) };
}

/** A report as JSON objects and as text. */
type PrintedReport = { readonly lines: readonly object[]; readonly text: readonly string[] };

/**
 * Prints the `report` on a park's figures for the day that the options give, by default for today.
 *
 * @throws {BadInput} if an option is wrong, or the data cannot be opened.
 */
export async function atFigures(
  options: FiguresOptions,
  terminal: Terminal,
  report: (read: FiguresRead, reportDay: ReportDay, rules: Rules) => PrintedReport,
): Promise<number> {
  const given = options.date === undefined ? undefined : dayOption('date', options.date);
  const { format = 'table' } = options;
  if (format !== 'table' && format !== 'jsonl') {
    throw badOption('format', `不认识格式“${format}”`, '请用 table 或 jsonl');
  }
  return withPark(options, terminal, async ({ ports, park: id }) => {
    const { rules } = await openContext(id, ports);
    const read = await readFigures(id, ports);
    const { lines, text } = report(read, reportDayOf(given, ports.now(), rules), rules);
    for (const key of read.damaged) terminal.err(`有一条记录无法读取，没有计入：${key}`);
    const printed = format === 'table' ? text : lines.map((line) => JSON.stringify(line));
    for (const line of printed) terminal.out(line);
  });
}

/** Summarizes targets and funding at `now`, in Chinese; empty without figures. */
export async function figureLines(
  park: string,
  now: Temporal.Instant,
  ports: Ports,
): Promise<readonly string[]> {
  const { rules } = await openContext(park, ports);
  const { figures, tasks } = await readFigures(park, ports);
  const day = localDay(now, rules);
  const targets = paceRows(figures, tasks, now, rules);
  const money = fundingSummary(fundingReport(figures, tasks, day, rules), day);
  return [...(targets.length === 0 ? [] : [paceSummaryWords(targets)]), ...money];
}
