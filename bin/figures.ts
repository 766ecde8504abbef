import type { Temporal } from 'temporal-polyfill';
import { fundingReport } from '../functions/domain/funding/funding-report.ts';
import { fundingSummary } from '../functions/domain/funding/funding-table.ts';
import { endOf, localDay, type Rules } from '../functions/domain/policy/hours.ts';
import { paceRows } from '../functions/domain/targets/pace-report.ts';
import { paceSummary } from '../functions/domain/targets/pace-table.ts';
import { beginRun } from '../functions/flows/context/open-context.ts';
import type { Needs } from '../functions/flows/ports.ts';
import { type FiguresRead, readFigures } from '../functions/flows/targets/read-figures.ts';
import type { Terminal } from './command.ts';
import { dayOption, refused } from './options.ts';
import { atPlace, placeSpec } from './place.ts';

/** The options of every report on figures. */
export const figuresSpec = {
  date: { type: 'string' },
  format: { type: 'string' },
  ...placeSpec,
} as const;

type Options = {
  readonly date?: string;
  readonly format?: string;
  readonly stack?: string;
  readonly park?: string;
  readonly live?: boolean;
  readonly data?: string;
};

/** The day that a report is for, and the instant by which what it tells was known. */
export type Evening = { readonly day: Temporal.PlainDate; readonly at: Temporal.Instant };

/** The end of the day asked for; of today what is known by now. */
function eveningOf(
  given: Temporal.PlainDate | undefined,
  now: Temporal.Instant,
  rules: Rules,
): Evening {
  const today = localDay(now, rules);
  if (given === undefined || given.equals(today)) return { day: today, at: now };
  return { day: given, at: endOf(given, rules) };
}

/** A report for machines and for people. */
type Report = { readonly lines: readonly object[]; readonly text: readonly string[] };

/**
 * Prints what `report` makes of the figures of this laptop's park on the day asked for, by default
 * the clock's own.
 *
 * @throws {BadInput} if an option is wrong, or the data cannot be opened.
 */
export async function atFigures(
  options: Options,
  terminal: Terminal,
  report: (read: FiguresRead, evening: Evening, rules: Rules) => Report,
): Promise<number> {
  const given = options.date === undefined ? undefined : dayOption('date', options.date);
  const { format = 'table' } = options;
  if (format !== 'table' && format !== 'jsonl') {
    throw refused('format', `不认识格式“${format}”`, '请用 table 或 jsonl');
  }
  return atPlace(options, terminal, async ({ needs, park: id }) => {
    const { rules } = await beginRun(id, needs);
    const read = await readFigures(id, needs);
    const { lines, text } = report(read, eveningOf(given, needs.now(), rules), rules);
    for (const key of read.damaged) terminal.err(`有一条记录无法读取，没有计入：${key}`);
    const printed = format === 'table' ? text : lines.map((line) => JSON.stringify(line));
    for (const line of printed) terminal.out(line);
  });
}

/** How the targets stand and where the money is at `now`, in a few sentences; none without figures. */
export async function figureLines(
  park: string,
  now: Temporal.Instant,
  needs: Needs,
): Promise<readonly string[]> {
  const { rules } = await beginRun(park, needs);
  const { figures, tasks } = await readFigures(park, needs);
  const day = localDay(now, rules);
  const targets = paceRows(figures, tasks, now, rules);
  const money = fundingSummary(fundingReport(figures, tasks, day, rules), day);
  return [...(targets.length === 0 ? [] : [paceSummary(targets)]), ...money];
}
