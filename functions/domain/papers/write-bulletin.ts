import type { Temporal } from 'temporal-polyfill';
import type { FundingReport } from '../funding/funding-report.ts';
import { groupedByPlace } from '../sources/place.ts';
import type { Source } from '../sources/source.ts';
import type { PaceRow } from '../targets/pace-row.ts';
import { goalWords } from '../targets/pace-table.ts';
import { rowWords, sorted, type TaskRow } from './board.ts';
import { type Bulletin, bulletinId } from './bulletin.ts';
import { moneySentence, paceSentence } from './standing-words.ts';
import { countsOf } from './task-counts.ts';
import { filtered } from './task-filter.ts';
import { elapsedOf } from './years.ts';

/** Input of an issue of one year, on `today`. */
export type BulletinMatter = {
  readonly park: string;
  readonly today: Temporal.PlainDate;
  /** Issue number within the year. */
  readonly number: number;
  readonly year: number;
  readonly rows: readonly TaskRow[];
  /** Open tasks of earlier years. */
  readonly earlier: readonly TaskRow[];
  readonly targets: readonly PaceRow[];
  readonly sources: readonly Source[];
  readonly money: FundingReport;
  /** Number of restricted items that are left out. */
  readonly hidden?: number;
};

/** Maximum number of tasks on a page, and of characters for each. */
const MOST_RED = 6;
const MOST_YELLOW = 4;
const MOST_TARGETS = 14;
const MOST_LETTERS = 20;
const MOST_OF_REPORT = 12;

/** Writes the issue for `today`. */
export function writeBulletin(
  { park, today, year, number, rows, earlier, targets, sources, money, hidden = 0 }: BulletinMatter,
  demands: string,
): Bulletin {
  return {
    id: bulletinId(year, number),
    park,
    year,
    number,
    on: today.toString(),
    gone: elapsedOf(year, today),
    counts: countsOf(rows),
    hidden,
    pace: paceOf(targets),
    money: moneySentence(money, today),
    red: mattersOf(filtered(rows, { lamp: 'red' }, today), MOST_RED),
    yellow: mattersOf(filtered(rows, { lamp: 'yellow' }, today), MOST_YELLOW),
    earlier: earlierOf(earlier),
    areas: areasOf(rows, sources),
    demands,
  };
}

function earlierOf(rows: readonly TaskRow[]): Bulletin['earlier'] {
  const { all, red, yellow } = countsOf(rows);
  return all === 0 ? null : { all, red, yellow };
}

/** Areas of the year's sources in order. */
const areasOf = (rows: readonly TaskRow[], sources: readonly Source[]): Bulletin['areas'] =>
  groupedByPlace(rows, sources, ({ task }) => task).map(({ numeral, name, items }) => ({
    name: `${numeral === '' ? '' : `${numeral}、`}${name}`,
    counts: countsOf(items),
  }));

const short = (text: string, most = MOST_LETTERS): string =>
  text.length <= most ? text : `${text.slice(0, most)}…`;

function mattersOf(rows: readonly TaskRow[], most: number): Bulletin['red'] {
  const named = sorted(rows, 'due')
    .slice(0, most)
    .map((row) => {
      const { id, stageOf, title, leadUnit: unit, lastReport } = row.task;
      const due = row.task.due?.toString() ?? null;
      const report = lastReport && short(lastReport.note, MOST_OF_REPORT);
      return {
        id: stageOf ?? id,
        title: short(title),
        unit,
        due,
        state: rowWords(row),
        report,
      };
    });
  return { named, others: rows.length - named.length };
}

/** Targets with a schedule. If there are too many, those furthest behind come first. */
function paceOf(targets: readonly PaceRow[]): Bulletin['pace'] {
  const points = ({ lead }: PaceRow): number =>
    lead === null ? 0 : Number(lead.points) * (lead.isBehind ? -1 : 1);
  const scheduled = targets.filter(({ lead }) => lead !== null);
  const worst = new Set(scheduled.toSorted((a, b) => points(a) - points(b)).slice(0, MOST_TARGETS));
  const named = scheduled.filter((row) => worst.has(row)).map(targetOf);
  return { sentence: paceSentence(targets), targets: named, others: targets.length - named.length };
}

const targetOf = (row: PaceRow): Bulletin['pace']['targets'][number] => ({
  name: short(row.name),
  goal: goalWords(row),
  completion: row.completion ?? row.achieved ?? '—',
  lead: row.reported === 'stale' ? '未报数' : leadWords(row.lead),
  colour: row.lamp.colour,
  asOf: row.asOf,
});

function leadWords(lead: PaceRow['lead']): string {
  if (lead === null) return '—';
  if (lead.points === '0') return '持平';
  return `${lead.isBehind ? '欠' : '超'} ${lead.points}`;
}
