import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ContactId } from '../base/ids.ts';
import { Moment } from '../base/parsing.ts';
import type { Role } from '../base/role.ts';
import { Named } from '../contacts/named.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import type { Occasion } from '../tasks/occasion.ts';
import type { Task } from '../tasks/task.ts';
import { timeLamp } from '../tasks/time-lamp.ts';
import type { Chain } from './climb.ts';
import { tellsHandOver } from './handover-notice.ts';
import { noticeKey } from './notice.ts';
import { type TaskNotice, ToldRole } from './task-notice.ts';

/**
 * An answer as it is stored. Messages used to climb by themselves: what one of them has not handed over
 * to its task yet lies as it did.
 */
const StoredAnswer = z.object({
  /** Key of the notice. */
  key: z.string(),
  signedAt: Moment.nullable(),
  /** Id of the contact that acknowledged it. */
  signedBy: ContactId.nullable(),
  /** Name of that contact at the time; missing in older records. */
  signedName: Named.exactOptional(),
  isSettled: z.boolean().default(true),
  level: z.int().nonnegative().default(0),
  since: Moment.nullable().default(null),
  isRed: z.boolean().default(false),
  trail: z.array(ToldRole).readonly().default([]),
});
type StoredAnswer = Readonly<z.infer<typeof StoredAnswer>>;

/** A silence as a message of its own climbed with it before tasks did. */
export type OpenAcknowledgement = Pick<StoredAnswer, 'level' | 'isRed' | 'trail'> & {
  readonly since: Temporal.Instant;
};

/** Acknowledgement (签收) of a notice that requests one. */
export type Acknowledgement = Omit<StoredAnswer, 'isSettled' | keyof OpenAcknowledgement> & {
  /** What a message that is older than the climbs of tasks still has to hand over to its task. */
  readonly open: OpenAcknowledgement | null;
};
export const Acknowledgement = z.codec(StoredAnswer, z.custom<Acknowledgement>(), {
  decode: ({ isSettled, level, since, isRed, trail, ...answer }) => ({
    ...answer,
    open: isSettled || since === null ? null : { level, since, isRed, trail },
  }),
  encode: ({ open, ...answer }) => ({
    ...answer,
    isSettled: open === null,
    ...(open ?? { level: 0, since: null, isRed: false, trail: [] }),
  }),
});

/** An acknowledgement that is still pending. */
export const awaited = (notice: TaskNotice): Acknowledgement => ({
  key: noticeKey(notice),
  signedAt: null,
  signedBy: null,
  open: null,
});

/**
 * Whether `notice`, sent to `role` at `now`, requests an acknowledgement: the owner acknowledges
 * yellow and red, but no assumed dates; and each handover, unless it was signed for already.
 */
export const asksForSign = (asking: Asking, now: Temporal.Instant, rules: Rules): boolean =>
  chainFor(asking, now, rules) !== null;

/** A notice about `task` as it is sent to `role`. */
type Asking = { readonly task: Task; readonly notice: TaskNotice; readonly role: Role };

/**
 * The chain by which silence about a notice that is sent at `now` is escalated; null if the notice
 * requests no acknowledgement.
 */
export function chainFor(
  { task, notice, role }: Asking,
  now: Temporal.Instant,
  rules: Rules,
): Chain | null {
  if (role !== 'owner' || notice.isSupporting || !isRung(notice)) return null;
  if (isEscalated(task, localDay(now, rules), rules)) return 'signFor';
  return tellsHandOver(notice) && task.status === 'pendingAcceptance' ? 'handOver' : null;
}

/** Whether the date of `task` is escalated on `today`: at yellow and red, unless it is assumed. */
function isEscalated(task: Task, today: Temporal.PlainDate, rules: Rules): boolean {
  const { colour } = timeLamp(task, today, rules);
  return task.duePrecision !== 'assumed-year-end' && (colour === 'yellow' || colour === 'red');
}

/** Whether `notice` is of the ladder or a handover; a request for a report is answered by the report. */
export const isRung = ({ occasion }: TaskNotice): boolean => climbs[occasion.kind] !== 'none';

/** Whether a climb can begin with `occasion`: the weekly ones begin none. */
export const begins = ({ kind }: Occasion): boolean => climbs[kind] === 'begins';

/** Whether a climb can begin with `notice`; also with a weekly one that tells a handover. */
export const canBegin = (notice: TaskNotice): boolean =>
  begins(notice.occasion) || tellsHandOver(notice);

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
  urge: 'none',
  nodesDone: 'none',
  unanswered: 'none',
  unknown: 'begins',
};

/** `answer` acknowledged by the contact `by`. Idempotent. */
export function signed(
  answer: Acknowledgement,
  { by, name }: { readonly by: ContactId; readonly name: Named | undefined },
  now: Temporal.Instant,
): Acknowledgement {
  if (answer.signedAt !== null) return answer;
  return { ...answer, signedAt: now, signedBy: by, ...(name && { signedName: name }) };
}
