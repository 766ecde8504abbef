import { Temporal } from 'temporal-polyfill';
import type { Contact, Recipient } from '../domain/contact.ts';
import { localDay } from '../domain/hours.ts';
import type { ParkNotice } from '../domain/notice.ts';
import { type Period, periodOf } from '../domain/period.ts';
import { type Sheet, writeSheet } from '../domain/sheet.ts';
import { waitingSince } from '../domain/waiting.ts';
import { readBoard } from './board.ts';
import { readMessages, type Unsigned, unansweredOf } from './messages.ts';
import { readMoney } from './money.ts';
import type { Run } from './run.ts';

/**
 * What the sheet of `period` says at the run's instant to its reader, in what that one may see.
 *
 * @returns undefined once the period is over, because the next one has its own, and for a post that
 *   nobody holds any more: a sheet asks nobody for anything.
 */
export async function sheetNow(
  run: Run,
  { of }: Pick<ParkNotice, 'of'>,
  period: Period,
  { contact, insteadOf, isVacant }: Recipient,
): Promise<Sheet | undefined> {
  const today = localDay(run.now, run.rules);
  if (isVacant || of !== periodOf(period, today)) return undefined;
  const reader = insteadOf ?? contact;
  const { rows, targets } = await readBoard(run, reader);
  const { report } = await readMoney(run, reader);
  const tasks = rows.map(({ task }) => task);
  const unsigned = unansweredOf(await readMessages(run, reader), tasks, run);
  const pages = run.needs.pages();
  return writeSheet(period, {
    today,
    rows,
    targets,
    units: unitsOf(reader),
    money: report,
    forOffice: tasks.flatMap((task) => waitingSince(task, run.rules) ?? []),
    unsigned: unsignedBefore(unsigned, run),
    overview: pages === null ? null : `${pages}/`,
  });
}

/** Units that a responsible leader is answerable for; everybody else reads of all alike. */
const unitsOf = ({ role, unit, covers = [unit] }: Contact): readonly string[] =>
  role === 'responsibleLeader' ? covers : [];

/** Whom this very morning tells has had no time to sign. */
function unsignedBefore(
  unsigned: readonly Unsigned[],
  { now, rules }: Run,
): Parameters<typeof writeSheet>[1]['unsigned'] {
  const today = localDay(now, rules);
  return unsigned
    .map(({ post, count, since }) => ({ post, count, since: localDay(since, rules) }))
    .filter(({ since }) => Temporal.PlainDate.compare(since, today) < 0);
}
