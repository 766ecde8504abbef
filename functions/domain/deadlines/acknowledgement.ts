import type { Temporal } from 'temporal-polyfill';
import type { Role } from '../base/role.ts';
import type { Named } from '../contacts/named.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import { timeLamp } from '../tasks/lamp.ts';
import type { Occasion } from '../tasks/occasion.ts';
import type { Task } from '../tasks/task.ts';
import { noticeKey, type TaskNotice, type Told } from './notice.ts';

/** How a notice that asks to be signed for (签收) was answered so far. */
export type Answer = {
  /** Key of the notice. */
  readonly key: string;
  readonly signedAt: Temporal.Instant | null;
  /** Id of the contact that signed. */
  readonly signedBy: string | null;
  /** What that one was called then; not known of a signature that is older than this. */
  readonly signedName?: Named;
  /** What a message that is older than the climbs of tasks still has to hand over to its task. */
  readonly open: OpenAnswer | null;
};

/** A silence as a message of its own climbed with it before tasks did. */
export type OpenAnswer = {
  readonly level: number;
  readonly since: Temporal.Instant;
  readonly isRed: boolean;
  readonly trail: readonly Told[];
};

/** An answer that has not been given yet. */
export const awaited = (notice: TaskNotice): Answer => ({
  key: noticeKey(notice),
  signedAt: null,
  signedBy: null,
  open: null,
});

/**
 * Whether `notice`, told to `role` at `now`, asks to be signed for: the owner is asked at yellow or
 * above, but not for a date that nobody set.
 */
export function asksForSign(
  { task, notice, role }: { readonly task: Task; readonly notice: TaskNotice; readonly role: Role },
  now: Temporal.Instant,
  rules: Rules,
): boolean {
  if (role !== 'owner' || task.duePrecision === 'assumed-year-end' || !isRung(notice)) return false;
  const { colour } = timeLamp(task, localDay(now, rules), rules);
  return colour === 'yellow' || colour === 'red';
}

/** Whether `notice` is of the ladder or a handing over; a request for a report is answered by the report. */
export const isRung = ({ occasion }: TaskNotice): boolean => climbs[occasion.kind] !== 'none';

/** Whether a climb can begin with `occasion`: the weekly ones begin none. */
export const begins = ({ kind }: Occasion): boolean => climbs[kind] === 'begins';

/** Whether silence about an occasion begins a climb, only prolongs one, or has nothing to do with any. */
const climbs: Readonly<Record<Occasion['kind'], 'begins' | 'prolongs' | 'none'>> = {
  before: 'begins',
  due: 'begins',
  overdue: 'begins',
  overdueWeekly: 'prolongs',
  handOver: 'begins',
  reportDue: 'none',
  behindPace: 'none',
  awaitsOffice: 'none',
  decision: 'none',
  unanswered: 'none',
  unknown: 'begins',
};

/** `answer` signed by the contact called `by`. Signing again changes nothing. */
export function signed(
  answer: Answer,
  { by, name }: { readonly by: string; readonly name: Named | undefined },
  now: Temporal.Instant,
): Answer {
  if (answer.signedAt !== null) return answer;
  return { ...answer, signedAt: now, signedBy: by, ...(name && { signedName: name }) };
}
