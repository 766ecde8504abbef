import { z } from 'zod';
import { Label, OneLine } from '../../domain/base/parsing.ts';
import type { Order } from '../../domain/papers/board.ts';
import type { Filter } from '../../domain/papers/task-filter.ts';
import { placeFilterIn, placeFilterKey } from '../../domain/sources/place.ts';
import { colours } from '../../domain/tasks/lamp.ts';
import { TaskStatus } from '../../domain/tasks/task-status.ts';

/** Ignores invalid query parameters. */
export const loose = <Schema extends z.ZodType>(
  schema: Schema,
): z.ZodCatch<z.ZodOptional<Schema>> => schema.optional().catch(undefined);

/** Years that an address may name. */
export const YearNumber = z.coerce.number().int().min(2000).max(2099);

/** An area as an address names it: `p22.3`, `p22` for a whole source, `3` in any source. */
const PlaceKey = z.string().transform((key, context) => {
  const place = placeFilterIn(key);
  if (place) return place;
  context.issues.push({ code: 'custom', input: key, message: '应写成 p22.3、p22 或 3' });
  return z.NEVER;
});

/** What narrows the register, as an address says it. */
export const narrowing = {
  lamp: z.enum(colours).optional(),
  area: PlaceKey.optional(),
  unit: Label.optional(),
  status: TaskStatus.optional(),
  due: z.enum(['week', 'month', 'quarter', 'unset']).optional(),
  waiting: z.literal('yes').optional(),
  returned: z.literal('no').optional(),
  carried: z.literal('yes').optional(),
  q: OneLine.min(1).max(100).optional(),
};

/** `yes` for the open tasks of earlier years (往年未办结) in the place of those of the year. */
export const earlierYears = z.literal('yes').optional();

const Narrowing = z.object(narrowing);

const RegisterQuery = z.object({
  year: loose(YearNumber),
  earlier: loose(earlierYears),
  lamp: loose(narrowing.lamp),
  area: loose(narrowing.area),
  unit: loose(narrowing.unit),
  status: loose(narrowing.status),
  due: loose(narrowing.due),
  waiting: loose(narrowing.waiting),
  returned: loose(narrowing.returned),
  carried: loose(narrowing.carried),
  q: loose(narrowing.q),
  sort: loose(z.enum(['urgency', 'plan', 'unit', 'due'])),
  page: loose(z.coerce.number().int().min(1).max(1000)),
});

/** One view of the register, as its address names it. */
export type View = {
  /** The chosen year; undefined for the park's default. */
  readonly year: number | undefined;
  /** Whether it shows what is open from earlier years. */
  readonly isEarlier: boolean;
  readonly filter: Filter;
  readonly order: Order;
  /** From 1. */
  readonly page: number;
};

/** The view that the query of an address names. */
export function viewOf(query: Readonly<Record<string, string>>): View {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
  const { sort, page, year, earlier, ...wanted } = RegisterQuery.parse(given);
  const shown = { order: sort ?? 'urgency', page: page ?? 1 } as const;
  return { year, isEarlier: earlier === 'yes', filter: filterOf(wanted), ...shown };
}

/** The filter that the words of an address stand for. */
export function filterOf({
  lamp,
  area,
  unit,
  status,
  due,
  waiting,
  returned,
  carried,
  q,
}: z.output<typeof Narrowing>): Filter {
  const wanted = {
    lamp,
    place: area,
    unit,
    status,
    due,
    search: q,
    isWaiting: waiting && true,
    isUnreturned: returned && true,
    isCarried: carried && true,
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}

const yesIf = (is: boolean | undefined): string | undefined => (is ? 'yes' : undefined);

/**
 * The address of `view`; equal views have equal addresses.
 *
 * @param as - the kind of file that it is wanted as, `.xlsx`; a page without one.
 */
export function viewAddress(view: View, as = ''): string {
  const { year, isEarlier, filter, order, page } = view;
  const query = new URLSearchParams();
  const set = (name: string, value: string | number | undefined): void => {
    if (value !== undefined) query.set(name, String(value));
  };
  set('year', year);
  set('earlier', yesIf(isEarlier));
  set('lamp', filter.lamp);
  set('area', filter.place && placeFilterKey(filter.place));
  set('unit', filter.unit);
  set('status', filter.status);
  set('due', filter.due);
  set('waiting', yesIf(filter.isWaiting));
  set('returned', filter.isUnreturned ? 'no' : undefined);
  set('carried', yesIf(filter.isCarried));
  set('q', filter.search);
  set('sort', order === 'urgency' ? undefined : order);
  set('page', page === 1 ? undefined : page);
  const text = query.toString();
  return text === '' ? `/items${as}` : `/items${as}?${text}`;
}
