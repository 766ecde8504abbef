import type { Temporal } from 'temporal-polyfill';
import type { Role } from '../base/role.ts';
import type { Post } from '../contacts/contact.ts';
import type { UnreachedWhy } from '../contacts/subscription.ts';
import { type ByKind, byKind, keyOf, type Occasion } from '../tasks/occasion.ts';
import type { GapTold } from './gap.ts';

/** One notice about one task to one post. */
export type TaskNotice = {
  readonly about: 'task';
  readonly task: string;
  readonly occasion: Occasion;
  readonly post: Post;
  /** Role in which the post is notified; the lowest of several. */
  readonly role: Role;
  readonly due: Temporal.PlainDate | null;
  /**
   * When it was due: the earliest of its occasions, so that a repeated run assigns it to the same
   * day.
   */
  readonly plannedAt: Temporal.Instant;
  /** Earlier notices that were not sent, oldest first. */
  readonly skipped: readonly Occasion[];
  /** Set if it tells a leader that the owner has not responded. */
  readonly escalates: Escalation | null;
};

/** A role that was notified of a silence, and the day. */
export type Told = { readonly role: Role; readonly on: Temporal.PlainDate };

/** The silence of an owner that a notice reports. */
export type Escalation = {
  /** unsigned: not acknowledged; lapsed: acknowledged, but no report followed. */
  readonly why: 'unsigned' | 'lapsed';
  /** Key of the first unacknowledged notice, or of the acknowledged one. */
  readonly key: string;
  /** First day of the silence, or day of the acknowledgement; null in older notices. */
  readonly since: Temporal.PlainDate | null;
  /** Who was notified before, and when. */
  readonly trail: readonly Told[];
  /** The last response of the owner's post: what, by whom, and when. */
  readonly answered: {
    readonly what: string;
    readonly by: string;
    readonly at: Temporal.Instant;
  } | null;
};

/** A notice to one post about the park itself. */
export type ParkNotice = {
  readonly about: 'park';
  readonly post: Post;
} & (
  | DailyFigures
  | DatesToSet
  | Undelivered
  | Unreached
  | Unsent
  | ChannelsMissing
  | Sheet<'weekSheet'>
  | Sheet<'monthSheet'>
);

/** Numbers of the daily message, sent every working day, so that its absence indicates a fault. */
export type DailyFigures = {
  readonly matter: 'daily';
  /** Planned day; also set if it was sent early because the clock was ahead. */
  readonly of: string;
  /** Day of the run that sends it; null in older records. */
  readonly ranOn: string | null;
  /** The day of the previous daily message, from which digests are counted; null for the first. */
  readonly since: string | null;
  /** Number of live tasks at the last count. */
  readonly watched: number;
  /** Records repaired since the previous daily message. */
  readonly repaired: number;
  /** Damaged records at the last count. */
  readonly damaged: number;
  /** The choice about missed days; null if nobody was asked. */
  readonly gap: GapTold | null;
};

/** Tasks of a plan with assumed dates; reported once. */
export type DatesToSet = {
  readonly matter: 'datesToSet';
  /** Year of the plan. */
  readonly of: string;
  readonly count: number;
};

/** A digest that the provider rejected permanently, so that the office has to call. */
type Undelivered = {
  readonly matter: 'undelivered';
  /** Id of the digest. */
  readonly of: string;
};

/** A contact whose address does not receive messages. */
type Unreached = {
  readonly matter: 'unreached';
  /** The contact and the reason; sent once a day until fixed. */
  readonly of: string;
  readonly contact: string;
  readonly why: UnreachedWhy;
};

/** A digest that was not sent because its contact is unreachable. */
type Unsent = {
  readonly matter: 'unsent';
  /** Id of the digest. */
  readonly of: string;
  readonly contact: string;
  readonly why: UnreachedWhy;
};

/** Contacts without a configured channel; each is reported once. */
type ChannelsMissing = {
  readonly matter: 'channelsMissing';
  /** The day of the notice. */
  readonly of: string;
};

/** The weekly or monthly briefing; its content is read when it is sent. */
type Sheet<Matter> = {
  readonly matter: Matter;
  /**
   * The current week or month: `2022-W26`, `2022-06`. The monthly one covers the previous month.
   */
  readonly of: string;
};

export type Notice = TaskNotice | ParkNotice;

/** Key of a notice in the ledger; each key is sent at most once. */
export const noticeKey = (notice: Notice): string =>
  notice.about === 'task' ? taskKey(notice) : `${notice.matter}/${notice.of}/${notice.post}`;

/** Like {@link noticeKey}, for a notice about a task. */
export const taskKey = ({
  task,
  occasion,
  post,
  due,
}: Pick<TaskNotice, 'task' | 'occasion' | 'post' | 'due'>): string =>
  `${task}/${keyOf(occasion)}/${post}/${due?.toString() ?? 'none'}`;

/** Whether `occasion` is a handover, or that nobody answered one. */
export const isHandOver = (occasion: Occasion): boolean => byKind(occasion, handsOver);

const handsOver: ByKind<boolean> = {
  before: () => false,
  due: () => false,
  overdue: () => false,
  overdueWeekly: () => false,
  handOver: () => true,
  reportDue: () => false,
  behindPace: () => false,
  awaitsOffice: () => false,
  decision: () => false,
  unanswered: ({ after }) => isHandOver(after),
  unknown: () => false,
};

/** Whether a notice tells a handover: by itself, or next to the rung that was reached with it. */
export const tellsHandOver = ({
  occasion,
  skipped,
}: Pick<TaskNotice, 'occasion' | 'skipped'>): boolean => [occasion, ...skipped].some(isHandOver);
