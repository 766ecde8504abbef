import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { listedOf } from '../tasks/node.ts';
import type { Task } from '../tasks/task.ts';
import { CarriedLine, carriedLines } from './carried-lines.ts';
import { TargetResult, type TargetStanding, targetResults } from './target-results.ts';
import { fateIn, isCarriedInto, taskIn, type YearFate } from './task-in-year.ts';

const Count = z.int().nonnegative();

/** Works by what became of them: all but the first and the last add up to `promised`. */
export const Fates = z.object({
  promised: Count,
  onTime: Count,
  late: Count,
  done: Count,
  deemed: Count,
  carriedOver: Count,
  suspended: Count,
  withdrawn: Count,
  undecided: Count,
  /** Done by their original date; contained in the others. */
  onTimeByOriginal: Count,
});
export type Fates = Readonly<z.infer<typeof Fates>>;

/**
 * The account (年度账目) of one year. A target that has figures is no work: it is counted by them alone.
 */
export const YearAccount = z.object({
  park: z.string(),
  year: z.int(),
  /** The day that the numbers are of. */
  on: z.iso.date(),
  total: Fates,
  /** Works that were carried over into the year; contained in `total`. */
  broughtIn: Count,
  /** By unit, in the order of their names; they add up to `total`. */
  units: z.array(Fates.extend({ unit: z.string() })).readonly(),
  targets: z.array(TargetResult).readonly(),
  withdrawnTargets: Count,
  /** Works that were carried over from the year, by original date. */
  carried: z.array(CarriedLine).readonly(),
  /** Number of restricted items that are left out. */
  hidden: Count,
});
export type YearAccount = Readonly<z.infer<typeof YearAccount>>;

/** What an account is drawn from. */
export type AccountMatter = {
  readonly park: string;
  readonly year: number;
  readonly today: Temporal.PlainDate;
  /** Every task that may be named, of any year. */
  readonly tasks: readonly Task[];
  /** The targets that figures are kept of, by the ids of their tasks. */
  readonly figures: ReadonlyMap<string, TargetStanding>;
  /** Number of items that are left out because they are restricted. */
  readonly hidden: number;
};

/** The parts that add up to `promised`, in the order of a table. */
export const fateParts: readonly YearFate[] = [
  'onTime',
  'late',
  'done',
  'deemed',
  'carriedOver',
  'suspended',
  'withdrawn',
  'undecided',
];

/** The account of `year` as its numbers are. A work with nodes counts once. */
export function yearAccount({
  park,
  year,
  today,
  tasks,
  figures,
  hidden,
}: AccountMatter): YearAccount {
  const listed = listedInYear(tasks, year);
  const works = listed.filter(({ now }) => !figures.has(now.id));
  const targets = listed.filter(({ now }) => figures.has(now.id)).map(({ inYear }) => inYear);
  const byUnit = [...Map.groupBy(works, ({ inYear }) => inYear.leadUnit)];
  return {
    park,
    year,
    on: today.toString(),
    total: fatesOf(works, year),
    broughtIn: works.filter(({ inYear }) => isCarriedInto(inYear, year)).length,
    units: byUnit
      .map(([unit, own]) => ({ unit, ...fatesOf(own, year) }))
      .toSorted((a, b) => a.unit.localeCompare(b.unit, 'zh-CN')),
    targets: targetResults(targets, figures),
    withdrawnTargets: targets.filter(({ status }) => status === 'withdrawn').length,
    carried: carriedLines(
      works.map(({ now }) => now),
      year,
    ),
    hidden,
  };
}

/** A task as the year has it, and as it is now. */
type InYear = { readonly inYear: Task; readonly now: Task };

/** The tasks of `year` that count by themselves. */
export function listedInYear(tasks: readonly Task[], year: number): readonly InYear[] {
  const all = new Map<Task, Task>();
  for (const now of tasks) {
    const inYear = taskIn(now, year);
    if (inYear) all.set(inYear, now);
  }
  return listedOf([...all.keys()]).map((inYear) => ({ inYear, now: all.get(inYear) as Task }));
}

function fatesOf(works: readonly InYear[], year: number): Fates {
  const read = works.flatMap(({ now }) => fateIn(now, year) ?? []);
  const count = (part: YearFate): number => read.filter(({ fate }) => fate === part).length;
  return {
    promised: works.length,
    onTime: count('onTime'),
    late: count('late'),
    done: count('done'),
    deemed: count('deemed'),
    carriedOver: count('carriedOver'),
    suspended: count('suspended'),
    withdrawn: count('withdrawn'),
    undecided: count('undecided'),
    onTimeByOriginal: read.filter(({ isOnTimeByOriginal }) => isOnTimeByOriginal).length,
  };
}
