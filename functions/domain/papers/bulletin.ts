import Fraction from 'fraction.js';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { percent } from '../base/decimal.ts';
import { paragraphs } from '../base/one-line.ts';
import type { FundingReport } from '../funding/funding-report.ts';
import { areaName, areaNumeral, type Plan } from '../sources/plan.ts';
import type { PaceRow } from '../targets/pace-report.ts';
import { goalWords } from '../targets/pace-table.ts';
import { colours } from '../tasks/lamp.ts';
import { countsOf, filtered, rowWords, sorted, type TaskRow } from './board.ts';
import { moneySentence, paceSentence } from './standing-words.ts';

const Counts = z.object({
  all: z.int(),
  done: z.int(),
  red: z.int(),
  yellow: z.int(),
  green: z.int(),
  none: z.int(),
  unreported: z.int().default(0),
  withdrawn: z.int().default(0),
  unreturned: z.int().default(0),
  selfChecked: z.int().default(0),
});

const Matter = z.object({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  due: z.iso.date().nullable(),
  /** Time to the due date, or the reason for the color. */
  state: z.string(),
  report: z.string().nullable(),
});

const Matters = z.object({
  named: z.array(Matter).readonly(),
  /** Number of tasks that do not fit on the page. */
  others: z.int().nonnegative(),
});

/** One issue of the bulletin, with the numbers of its day. */
export const Bulletin = z.object({
  /** `2022-03`: the third issue of 2022. */
  id: z.string(),
  park: z.string(),
  year: z.int(),
  number: z.int().positive(),
  on: z.iso.date(),
  /** Elapsed share of the year, `51.8%`. */
  gone: z.string(),
  counts: Counts,
  pace: z.object({
    sentence: z.string().nullable(),
    targets: z
      .array(
        z.object({
          name: z.string(),
          goal: z.string(),
          completion: z.string(),
          /** Percentage points ahead of or behind schedule: `超 1.4`, `欠 4.4`. */
          lead: z.string(),
          colour: z.enum(colours),
          /**
           * Period covered by the values, `5月`; null if there are none, or in issues from before
           * this was stored.
           */
          asOf: z.string().nullable().default(null),
        }),
      )
      .readonly(),
    /** Limits, ranks and rates, which have no schedule, and targets that do not fit on the page. */
    others: z.int().nonnegative(),
  }),
  money: z.string().nullable(),
  red: Matters,
  yellow: Matters,
  areas: z.array(z.object({ name: z.string(), counts: Counts })).readonly(),
  /** Next steps that the office requires, one paragraph per line. */
  demands: z.string(),
});
export type Bulletin = Readonly<z.infer<typeof Bulletin>>;

/** Limits the demands so that the bulletin fits on one page. */
export const Demands = z
  .string()
  .overwrite(paragraphs)
  .min(1, '不能为空')
  .max(150, '不能超过 150 字，通报只印一页')
  .refine((text) => text.split('\n').length <= 3, '不能超过 3 段，通报只印一页');

/** Default demands. */
export const usualDemands =
  '（一）红灯事项的责任单位说明原因、措施和新的完成时间。（二）黄灯事项的责任单位按期收尾，确实不能按期的在到期以前申请延期。（三）园区办逐项核验，下期通报公布销号情况。';

/** Id of an issue; ids sort in the order of issues. */
export const bulletinId = (year: number, number: number): string =>
  `${year}-${String(number).padStart(2, '0')}`;

/** Input of an issue, on `today`. */
export type BulletinMatter = {
  readonly park: string;
  readonly today: Temporal.PlainDate;
  /** Issue number within the year. */
  readonly number: number;
  readonly rows: readonly TaskRow[];
  readonly targets: readonly PaceRow[];
  readonly plan: Plan | null;
  readonly money: FundingReport;
};

/** Maximum number of tasks on a page, and of characters for each. */
const MOST_RED = 6;
const MOST_YELLOW = 4;
const MOST_TARGETS = 14;
const MOST_LETTERS = 20;
const MOST_OF_REPORT = 12;

/** Writes the issue for `today`. */
export function writeBulletin(
  { park, today, number, rows, targets, plan, money }: BulletinMatter,
  demands: string,
): Bulletin {
  const { year } = today;
  return {
    id: bulletinId(year, number),
    park,
    year,
    number,
    on: today.toString(),
    gone: percent(new Fraction(today.dayOfYear, today.daysInYear)),
    counts: countsOf(rows),
    pace: paceOf(targets),
    money: moneySentence(money, today),
    red: mattersOf(filtered(rows, { lamp: 'red' }, today), MOST_RED),
    yellow: mattersOf(filtered(rows, { lamp: 'yellow' }, today), MOST_YELLOW),
    areas: areasOf(rows, plan),
    demands,
  };
}

/** Areas of the latest plan in order, followed by tasks of earlier plans. */
function areasOf(rows: readonly TaskRow[], plan: Plan | null): Bulletin['areas'] {
  const newest = rows.reduce((latest, { task }) => Math.max(latest, task.plan), 0);
  const present = rows.filter(({ task }) => task.plan === newest);
  const carried = rows.filter(({ task }) => task.plan !== newest);
  const areas = [...Map.groupBy(present, ({ task }) => task.area)].toSorted(([a], [b]) => a - b);
  const named = areas.map(([area, group]) => {
    const numeral = areaNumeral(area);
    const name = `${numeral === '' ? '' : `${numeral}、`}${areaName(area, plan)}`;
    return { name, counts: countsOf(group) };
  });
  return carried.length === 0 ? named : [...named, { name: '往年结转', counts: countsOf(carried) }];
}

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
