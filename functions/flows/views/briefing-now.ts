import { Temporal } from 'temporal-polyfill';
import { type DayRange, overOn, type Period, periodOf } from '../../domain/calendar/period.ts';
import type { Contact, Recipient } from '../../domain/contacts/contact.ts';
import type { ParkNotice } from '../../domain/deadlines/park-notice.ts';
import { LOOK_BACK } from '../../domain/messages/digest.ts';
import { type TaskRow, withNodeRows } from '../../domain/papers/board.ts';
import { type Briefing, writeBriefing } from '../../domain/papers/briefing.ts';
import { coveredDay, type EarlierYears } from '../../domain/papers/briefing-input.ts';
import { defaultYear } from '../../domain/papers/years.ts';
import { localDay } from '../../domain/policy/hours.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { awaitedOf, waitingSince } from '../../domain/tasks/waiting.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { sheetSight } from '../context/sight.ts';
import { tellApart } from '../context/tell-apart.ts';
import { moneyOf } from '../funding/money.ts';
import type { StoredTask } from '../ports.ts';
import { boardOf } from './board.ts';
import { LATELY, readMessages, type Unsigned, unansweredOf } from './messages.ts';

/**
 * What the sheet of `period` says at the run's instant to its reader, in what that one may see.
 *
 * @returns undefined once the period is over, because the next one has its own, and for a post that
 *   is vacant: a briefing requests nothing.
 */
export async function sheetNow(
  run: ParkContext,
  { of }: Pick<ParkNotice, 'of'>,
  period: Period,
  { contact, insteadOf, isVacant }: Recipient,
): Promise<Briefing | undefined> {
  const today = localDay(run.now, run.rules);
  if (isVacant || of !== periodOf(period, today)) return undefined;
  const reader = insteadOf ?? contact;
  const all = await readTasks(run);
  const year = await yearOfSheet(run, period, all);
  const sight = await sheetSight(run, reader, contact);
  const { rows, earlier, targets, hidden } = await boardOf(run, sight, all, year);
  const apart = await tellApart(
    run,
    rows.map(({ task }) => task),
  );
  const { report } = await moneyOf(run, sight, all, year);
  const tasks = withNodeRows(rows).map(({ task }) => task);
  const isWeek = period === 'week';
  const messages = await readMessages(run, reader, isWeek ? LATELY : LOOK_BACK);
  const sent = messages.filter(({ sentAt }) => isSentIn(sentAt, overOn(period, today), run));
  const unsignedOf = (those: readonly Task[]): readonly Unsigned[] =>
    unansweredOf(messages, those, run, isWeek ? messages : sent);
  const pages = run.ports.pages();
  return writeBriefing(period, {
    today,
    year,
    rows: rows.map((row) => ({ ...row, task: apart(row.task) })),
    targets,
    hidden,
    units: unitsOf(reader),
    money: report,
    earlier: { rows: earlier, ...waitsOf(earlier, unsignedOf, run) },
    sent: new Set(sent.map(({ messageId }) => messageId)).size,
    forOffice: tasks.flatMap((task) => waitingSince(task, run.rules) ?? []),
    unsigned: unsignedBefore(unsignedOf(tasks), run),
    overview: pages === null ? null : `${pages}/`,
  });
}

/** The year that pages show on the last day that the sheet covers. */
async function yearOfSheet(
  run: ParkContext,
  period: Period,
  all: readonly StoredTask[],
): Promise<number> {
  const tasks = all.map(({ task }) => task);
  const over = coveredDay(period, localDay(run.now, run.rules));
  return defaultYear({ all: tasks, sources: await run.sources() }, over);
}

/** How many of `rows` wait for the office, and for a signature since before this morning. */
function waitsOf(
  rows: readonly TaskRow[],
  unsignedOf: (tasks: readonly Task[]) => readonly Unsigned[],
  run: ParkContext,
): Omit<EarlierYears, 'rows'> {
  const tasks = rows.map(({ task }) => task);
  return {
    forOffice: tasks.filter((task) => awaitedOf(task) !== undefined).length,
    unsigned: unsignedBefore(unsignedOf(tasks), run).reduce((sum, { count }) => sum + count, 0),
  };
}

/** Whether a message went out on a day of `span`. */
function isSentIn(
  sentAt: Temporal.Instant | null,
  { from, to }: DayRange,
  { rules }: ParkContext,
): boolean {
  if (sentAt === null) return false;
  const day = localDay(sentAt, rules);
  return Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0;
}

/** Units that a responsible leader is answerable for; everybody else reads of all alike. */
const unitsOf = ({ role, unit, covers = [unit] }: Contact): readonly string[] =>
  role === 'responsibleLeader' ? covers : [];

/** Whom this very morning tells has had no time to sign. */
function unsignedBefore(
  unsigned: readonly Unsigned[],
  { now, rules }: ParkContext,
): Parameters<typeof writeBriefing>[1]['unsigned'] {
  const today = localDay(now, rules);
  return unsigned
    .map(({ post, count, since }) => ({ post, count, since: localDay(since, rules) }))
    .filter(({ since }) => Temporal.PlainDate.compare(since, today) < 0);
}
