import { z } from 'zod';
import { colours } from '../tasks/lamp.ts';

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
  /** Number of restricted items that are left out. */
  hidden: z.int().default(0),
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
  /** Open tasks of earlier years (往年未办结), in no count above; null in older issues and if there are none. */
  earlier: z.object({ all: z.int(), red: z.int(), yellow: z.int() }).nullable().default(null),
  areas: z.array(z.object({ name: z.string(), counts: Counts })).readonly(),
  /** Next steps that the office requires, one paragraph per line. */
  demands: z.string(),
});
export type Bulletin = Readonly<z.infer<typeof Bulletin>>;

/** Year of the issue called `id`; undefined if it is no such id. */
export function yearOfBulletin(id: string): number | undefined {
  const [, year] = /^(\d{4})-\d{2,}$/u.exec(id) ?? [];
  return year === undefined ? undefined : Number(year);
}

/** Id of an issue; ids sort in the order of issues. */
export const bulletinId = (year: number, number: number): string =>
  `${year}-${String(number).padStart(2, '0')}`;
