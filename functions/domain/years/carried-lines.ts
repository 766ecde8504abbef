import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Task } from '../tasks/task.ts';
import { leavingOf, taskIn } from './task-in-year.ts';

/** A work that was carried over (结转) from the year of an account. */
export const CarriedLine = z.object({
  id: z.string(),
  title: z.string(),
  /** Its unit in the year that it left. */
  unit: z.string(),
  /** The year that it was carried over to. */
  to: z.int(),
  original: z.iso.date().nullable(),
  /** Its date in that year. */
  due: z.iso.date().nullable(),
});
export type CarriedLine = Readonly<z.infer<typeof CarriedLine>>;

/** Those of `works` that were carried over from `year`, by original date; undated ones are last. */
export const carriedLines = (works: readonly Task[], year: number): readonly CarriedLine[] =>
  works
    .flatMap((task) => lineOf(task, year) ?? [])
    .toSorted((a, b) => byDate(a.original, b.original) || (a.id < b.id ? -1 : 1));

function lineOf(task: Task, year: number): CarriedLine | undefined {
  const left = task.plan === year ? undefined : leavingOf(task, year);
  if (!left) return undefined;
  const { id, title, originalDue } = task;
  const { due } = taskIn(task, left.to) ?? task;
  return {
    id,
    title,
    unit: left.leadUnit ?? task.leadUnit,
    to: left.to,
    original: originalDue && originalDue.toString(),
    due: due && due.toString(),
  };
}

function byDate(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Temporal.PlainDate.compare(a, b);
}

/** How many of `lines` had an original date through the end of `year`, after it, and none. */
export const byOriginalYear = (
  lines: readonly CarriedLine[],
  year: number,
): { readonly through: number; readonly after: number; readonly undated: number } => {
  const dated = lines.flatMap(({ original }) => original ?? []);
  const through = dated.filter((day) => Temporal.PlainDate.from(day).year <= year).length;
  return { through, after: dated.length - through, undated: lines.length - dated.length };
};
