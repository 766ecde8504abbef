import type { Context } from 'hono';
import { z } from 'zod';
import { loose, YearNumber } from './query.ts';

/** Query of what the API answers for one year. */
export const YearQuery = z.object({
  year: YearNumber.optional().describe('年度；不写时与网页相同'),
});

/** The year that the address of `context` names; undefined for the park's default. */
export const askedYear = (context: Context): number | undefined =>
  loose(YearNumber).parse(context.req.query('year') || undefined);

/** `href` within the chosen `year`; as it is where none was chosen. */
export function inYear(href: string, year: number | undefined): string {
  if (year === undefined) return href;
  const [path = '', hash] = href.split('#');
  const end = hash === undefined ? '' : `#${hash}`;
  return `${path}${path.includes('?') ? '&' : '?'}year=${year}${end}`;
}
