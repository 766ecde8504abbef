import { Temporal } from 'temporal-polyfill';
import { type DayRange, overOn, type Period, periodOf } from '../../domain/calendar/period.ts';
import type { Contact, Recipient } from '../../domain/contacts/contact.ts';
import type { ParkNotice } from '../../domain/deadlines/park-notice.ts';
import { LOOK_BACK } from '../../domain/messages/digest.ts';
import { type Briefing, writeBriefing } from '../../domain/papers/briefing.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { waitingSince } from '../../domain/tasks/waiting.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { sheetSight } from '../context/sight.ts';
import { tellApart } from '../context/tell-apart.ts';
import { moneyOf } from '../funding/money.ts';
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
  const sight = await sheetSight(run, reader, contact);
  const { rows, targets, hidden } = await boardOf(run, sight, all);
  const apart = await tellApart(
    run,
    rows.map(({ task }) => task),
  );
  const { report } = await moneyOf(run, sight, all);
  const tasks = rows.map(({ task }) => task);
  const isWeek = period === 'week';
  const messages = await readMessages(run, reader, isWeek ? LATELY : LOOK_BACK);
  const over = messages.filter(({ sentAt }) => isSentIn(sentAt, overOn(period, today), run));
  const unsigned = unansweredOf(messages, tasks, run, isWeek ? messages : over);
  const pages = run.ports.pages();
  return writeBriefing(period, {
    today,
    rows: rows.map((row) => ({ ...row, task: apart(row.task) })),
    targets,
    hidden,
    units: unitsOf(reader),
    money: report,
    sent: new Set(over.map(({ messageId }) => messageId)).size,
    forOffice: tasks.flatMap((task) => waitingSince(task, run.rules) ?? []),
    unsigned: unsignedBefore(unsigned, run),
    overview: pages === null ? null : `${pages}/`,
  });
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
