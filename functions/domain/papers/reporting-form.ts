import { Temporal } from 'temporal-polyfill';
import { localDay, type Rules } from '../policy/hours.ts';
import { colours, type Lamp } from '../tasks/lamp.ts';
import { askedOn } from '../tasks/reporting-asked.ts';
import type { ReportingDay, ReportingDuty } from '../tasks/reporting-day.ts';
import { reportingDays } from '../tasks/reporting-days.ts';
import { returnedBy } from '../tasks/reporting-duty.ts';
import type { Task } from '../tasks/task.ts';
import { isLive } from '../tasks/task-status.ts';
import { type AskedFigure, askedFigure, type KeptTarget } from './asked-figure.ts';

/** Sections of a reporting form, in order. */
export const sections = ['figures', 'work', 'duties'] as const;
export type Section = (typeof sections)[number];

/** One item that a post must report on a reporting day. */
export type FormItem = {
  /** Includes what its values imply. */
  readonly task: Task;
  readonly version: number;
  readonly lamp: Lamp;
  /** The reporting day of the item. */
  readonly of: Temporal.PlainDate;
  readonly section: Section;
  /** Null for items reported as text. */
  readonly figure: AskedFigure | null;
  readonly isAnswered: boolean;
  /** Whether the answer can still be changed: until the end of the reporting day. */
  readonly isChangeable: boolean;
};

/** Input of an item; `kept` is null for a task without values. */
export type FormSource = Pick<FormItem, 'task' | 'version' | 'lamp' | 'of'> & {
  readonly kept: KeptTarget | null;
};

/**
 * The item for the report of `source` on its reporting day, as of `now`; undefined if the task no
 * longer has to report.
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

function returnOn(
  task: ReportingDuty,
  of: Temporal.PlainDate,
  rules: Rules,
): ReportingDay | undefined {
  for (const each of reportingDays(task, rules)) {
    const order = Temporal.PlainDate.compare(each.day, of);
    if (order >= 0) return order === 0 ? each : undefined;
  }
  return undefined;
}

/**
 * `items` in form order: values, tasks with a due date by lamp (worst first), continuing duties.
 */
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

/** The reporting day of most `items`, the earliest in case of a tie; undefined without items. */
export function dayOfForm(items: readonly FormItem[]): Temporal.PlainDate | undefined {
  const days = [...Map.groupBy(items, ({ of }) => of.toString()).values()].toSorted(
    (a, b) => b.length - a.length || Temporal.PlainDate.compare(a[0]?.of ?? '', b[0]?.of ?? ''),
  );
  return days[0]?.[0]?.of;
}

/** Effect of reporting 无变化 for all items. */
export type Unchanged = {
  /** Values that are carried over. */
  readonly figures: readonly FormItem[];
  /** Per-period values, which cannot be carried over and remain due. */
  readonly owed: readonly FormItem[];
  /** Tasks that need attention: the lamp is red or yellow, or the office has a pending decision. */
  readonly urgent: readonly FormItem[];
  readonly others: readonly FormItem[];
};

/** Groups `items` by the effect of reporting 无变化 for all of them. */
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

/** The next report due for any of `items`, and its day; null if there is none. */
export function nextAsked(
  items: readonly FormItem[],
  rules: Rules,
): { readonly day: Temporal.PlainDate; readonly asked: Temporal.PlainDate } | null {
  const coming = items
    .filter(({ task }) => isLive(task))
    .flatMap(({ task, of }) => {
      const next = reportingDays(task, rules).find(
        ({ day }) => Temporal.PlainDate.compare(day, of) > 0,
      );
      return next ? [{ day: next.day, asked: askedOn(task, next, rules) }] : [];
    });
  return coming.toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day))[0] ?? null;
}
