import { Temporal } from 'temporal-polyfill';
import { localDay, type Rules } from '../policy/hours.ts';
import { colours, type Lamp } from '../tasks/lamp.ts';
import { askedOn, type Return, type Returning, returnDays } from '../tasks/reporting-days.ts';
import { returnedBy } from '../tasks/reporting-duty.ts';
import { isLive, type Task } from '../tasks/task.ts';
import { type AskedFigure, askedFigure, type KeptTarget } from './asked-figure.ts';

/** The parts of a return form, in their order. */
export const sections = ['figures', 'work', 'duties'] as const;
export type Section = (typeof sections)[number];

/** One thing that a post is asked for on a return day. */
export type FormItem = {
  /** With what its figures say of it. */
  readonly task: Task;
  readonly version: number;
  readonly lamp: Lamp;
  /** The return day that it is asked for. */
  readonly of: Temporal.PlainDate;
  readonly section: Section;
  /** Null for what is reported in words. */
  readonly figure: AskedFigure | null;
  readonly isAnswered: boolean;
  /** Whether what was answered can still be changed: until the return day is over. */
  readonly isChangeable: boolean;
};

/** What an item is made from; kept is null for a task without figures. */
export type FormSource = Pick<FormItem, 'task' | 'version' | 'lamp' | 'of'> & {
  readonly kept: KeptTarget | null;
};

/**
 * The item that asks for the return of `source` on its day, as it stands at `now`; undefined where the
 * task owes no such return any more.
 */
export function formItem(
  source: FormSource,
  now: Temporal.Instant,
  rules: Rules,
): FormItem | undefined {
  const { kept, ...shown } = source;
  const { task, of } = shown;
  const wanted = returnOn(task, of, rules);
  if (!wanted) return undefined;
  const live = isLive(task);
  return {
    ...shown,
    section: kept ? 'figures' : task.kind === 'standing' ? 'duties' : 'work',
    figure: kept && askedFigure(kept, wanted, task, now),
    isAnswered: !live || returnedBy(task, rules)(wanted),
    isChangeable: live && Temporal.PlainDate.compare(localDay(now, rules), of) <= 0,
  };
}

function returnOn(task: Returning, of: Temporal.PlainDate, rules: Rules): Return | undefined {
  for (const each of returnDays(task, rules)) {
    const order = Temporal.PlainDate.compare(each.day, of);
    if (order >= 0) return order === 0 ? each : undefined;
  }
  return undefined;
}

/** `items` in the order of the form: figures, dated work with the worst lamp first, continuing duties. */
export const inOrder = (items: readonly FormItem[]): readonly FormItem[] =>
  items.toSorted(
    (a, b) =>
      sections.indexOf(a.section) - sections.indexOf(b.section) ||
      (a.section === 'work' ? byUrgency(a, b) : 0) ||
      (a.task.id < b.task.id ? -1 : 1),
  );

function byUrgency(a: FormItem, b: FormItem): number {
  const lamps = colours.indexOf(a.lamp.colour) - colours.indexOf(b.lamp.colour);
  const [dueA, dueB] = [a, b].map(({ task }) => task.due?.toString() ?? '~');
  return lamps || (dueA ?? '').localeCompare(dueB ?? '');
}

/** The day by which most of `items` are asked for, of several the first; undefined of none. */
export function dayOfForm(items: readonly FormItem[]): Temporal.PlainDate | undefined {
  const days = [...Map.groupBy(items, ({ of }) => of.toString()).values()].toSorted(
    (a, b) => b.length - a.length || Temporal.PlainDate.compare(a[0]?.of ?? '', b[0]?.of ?? ''),
  );
  return days[0]?.[0]?.of;
}

/** What becomes of items that are all answered 无变化. */
export type Unchanged = {
  /** Figures that stay as they were. */
  readonly figures: readonly FormItem[];
  /** Figures of single periods: they stay empty and owed. */
  readonly owed: readonly FormItem[];
  /** Work that deserves a look: its lamp is red or yellow, or something waits for the office. */
  readonly urgent: readonly FormItem[];
  readonly others: readonly FormItem[];
};

/** `items` by what becomes of them when they are all answered 无变化. */
export function unchanged(items: readonly FormItem[]): Unchanged {
  const isFigure = ({ figure }: FormItem): boolean => figure !== null;
  const isUrgent = ({ lamp, task }: FormItem): boolean =>
    lamp.colour === 'red' || lamp.colour === 'yellow' || task.request !== null;
  const words = items.filter((item) => !isFigure(item));
  return {
    figures: items.filter(({ figure }) => figure?.same),
    owed: items.filter((item) => isFigure(item) && !item.figure?.same),
    urgent: words.filter(isUrgent),
    others: words.filter((item) => !isUrgent(item)),
  };
}

/** The first return that any of `items` is asked for after this one, and when; null where none is. */
export function nextAsked(
  items: readonly FormItem[],
  rules: Rules,
): { readonly day: Temporal.PlainDate; readonly asked: Temporal.PlainDate } | null {
  const coming = items
    .filter(({ task }) => isLive(task))
    .flatMap(({ task, of }) => {
      const next = returnDays(task, rules).find(
        ({ day }) => Temporal.PlainDate.compare(day, of) > 0,
      );
      return next ? [{ day: next.day, asked: askedOn(task, next, rules) }] : [];
    });
  return coming.toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day))[0] ?? null;
}
