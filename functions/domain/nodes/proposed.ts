import { Temporal } from 'temporal-polyfill';
import { type WorkingCalendar, workingDayOnOrBefore } from '../calendar/working-calendar.ts';
import type { NodeTemplate } from '../policy/node-rules.ts';
import type { Task } from '../tasks/task.ts';

/** A node that somebody looks at before it is entered. */
export type ProposedNode = { readonly title: string; readonly due: Temporal.PlainDate };

type Today = { readonly today: Temporal.PlainDate; readonly calendar: WorkingCalendar };

/**
 * The nodes of `template` for `work`, the dates spread evenly from today, or its start, to its date,
 * each on a working day; to the end of the year where it has none.
 */
export function fromTemplate(
  work: Pick<Task, 'start' | 'due'>,
  { nodes }: NodeTemplate,
  { today, calendar }: Today,
): readonly ProposedNode[] {
  const { from, to } = spanOf(work, today);
  const days = from.until(to, { largestUnit: 'day' }).days;
  return nodes.map((title, at) => {
    const day = from.add({ days: Math.round((days * (at + 1)) / nodes.length) });
    const isLast = at === nodes.length - 1;
    const due = isLast ? to : workingDayOnOrBefore(day, calendar);
    return { title, due: later(due, from) };
  });
}

/** One node for each quarter that ends before the date of `work`, and one for that of the date itself. */
export function byQuarters(
  work: Pick<Task, 'start' | 'due'>,
  { today }: Pick<Today, 'today'>,
): readonly ProposedNode[] {
  const { from, to } = spanOf(work, today);
  const nodes: ProposedNode[] = [];
  for (let end = quarterEnd(from); ; end = quarterEnd(end.add({ days: 1 }))) {
    const isLast = Temporal.PlainDate.compare(end, to) >= 0;
    const due = isLast ? to : end;
    const year = due.year === from.year ? '' : `${due.year}年`;
    nodes.push({ title: `${year}${QUARTERS[quarterOf(due) - 1]}季度`, due });
    if (isLast) return nodes;
  }
}

const QUARTERS = ['一', '二', '三', '四'];

const quarterOf = ({ month }: Temporal.PlainDate): number => Math.ceil(month / 3);

const quarterEnd = (day: Temporal.PlainDate): Temporal.PlainDate =>
  day.with({ month: quarterOf(day) * 3, day: 31 }, { overflow: 'constrain' });

/** From today, or the start, to the date; a date that has passed leaves only today. */
function spanOf(
  { start, due }: Pick<Task, 'start' | 'due'>,
  today: Temporal.PlainDate,
): { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate } {
  const from = later(start, today);
  return { from, to: later(due ?? from.with({ month: 12, day: 31 }), from) };
}

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(a, b) >= 0 ? a : b;
