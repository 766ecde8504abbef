import type { Temporal } from 'temporal-polyfill';
import type { Role } from '../base/role.ts';
import type { Post } from '../contacts/contact.ts';
import type { UnreachedWhy } from '../contacts/subscription.ts';
import { type ByKind, byKind, keyOf, type Occasion } from '../tasks/occasion.ts';
import type { GapTold } from './gap.ts';

/** That one post is to be told one thing about one task. */
export type TaskNotice = {
  readonly about: 'task';
  readonly task: string;
  readonly occasion: Occasion;
  readonly post: Post;
  /** The role in which the post is told; of several, the one nearest to the work. */
  readonly role: Role;
  readonly due: Temporal.PlainDate | null;
  /**
   * When it should have been said: the first of what it tells, whatever else of the task is told
   * beside it, so that a repeated run files it under the same day.
   */
  readonly plannedAt: Temporal.Instant;
  /** What should have been said before and was not, oldest first. */
  readonly skipped: readonly Occasion[];
  /** Set when it tells a leader that the owner does not answer. */
  readonly escalates: Escalation | null;
};

/** Who heard of a silence, and on which day. */
export type Told = { readonly role: Role; readonly on: Temporal.PlainDate };

/** Which silence of an owner a notice tells of. */
export type Escalation = {
  /** unsigned: nobody signed or answered; lapsed: it was signed for, and no report followed. */
  readonly why: 'unsigned' | 'lapsed';
  /** Key of the first notice that was not answered, or of the one that was signed for. */
  readonly key: string;
  /** The day from which nobody answers, or that of the signature; null in a notice that is older than this. */
  readonly since: Temporal.PlainDate | null;
  /** Who was told before, and when. */
  readonly trail: readonly Told[];
  /** What the owner's post answered before: what, in which name, and when. */
  readonly answered: {
    readonly what: string;
    readonly by: string;
    readonly at: Temporal.Instant;
  } | null;
};

/** That one post is to be told something about the park itself. */
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

/** What was watched, sent and repaired: told every working day, so that silence means a fault. */
export type DailyFigures = {
  readonly matter: 'daily';
  /** The day it was to be told on; of one that a clock which jumped ahead told before, told again. */
  readonly of: string;
  /** The day of the run that tells it; null in one that is older than this. */
  readonly ranOn: string | null;
  /** The day the office last heard, from which sent digests are counted; null the first time. */
  readonly since: string | null;
  /** Live tasks, as last counted. */
  readonly watched: number;
  /** Records put right since the office last heard. */
  readonly repaired: number;
  /** Records that could not be read at the last count. */
  readonly damaged: number;
  /** What was chosen about the days before; null where nobody was asked. */
  readonly gap: GapTold | null;
};

/** Promises of a plan that have no date but an assumed one; asked about once. */
export type DatesToSet = {
  readonly matter: 'datesToSet';
  /** The plan's year. */
  readonly of: string;
  readonly count: number;
};

/** A digest that the provider refused for good, so that somebody has to call. */
type Undelivered = {
  readonly matter: 'undelivered';
  /** The digest's id. */
  readonly of: string;
};

/** A contact whose address does not take what it is told. */
type Unreached = {
  readonly matter: 'unreached';
  /** The contact, and why: told once a day until it is mended. */
  readonly of: string;
  readonly contact: string;
  readonly why: UnreachedWhy;
};

/** A digest that was not sent, because nothing reaches its contact. */
type Unsent = {
  readonly matter: 'unsent';
  /** The digest's id. */
  readonly of: string;
  readonly contact: string;
  readonly why: UnreachedWhy;
};

/** Contacts that have no channel which is set up here; told once of each. */
type ChannelsMissing = {
  readonly matter: 'channelsMissing';
  /** The day it is told on. */
  readonly of: string;
};

/** How the whole stands at the beginning of a week or a month; what it says is read when it is sent. */
type Sheet<Matter> = {
  readonly matter: Matter;
  /** The week or month that has begun: `2022-W26`, `2022-06`. That of a month tells of the one before. */
  readonly of: string;
};

export type Notice = TaskNotice | ParkNotice;

/** What is told at most once: a notice's name in the ledger. */
export const noticeKey = (notice: Notice): string =>
  notice.about === 'task' ? taskKey(notice) : `${notice.matter}/${notice.of}/${notice.post}`;

/** As {@link noticeKey}, for what is known of a notice about a task. */
export const taskKey = ({
  task,
  occasion,
  post,
  due,
}: Pick<TaskNotice, 'task' | 'occasion' | 'post' | 'due'>): string =>
  `${task}/${keyOf(occasion)}/${post}/${due?.toString() ?? 'none'}`;

/** Whether `occasion` is a handing over, or that nobody answered one. */
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

/** Whether a notice tells a handing over: by itself, or beside the rung that was reached with it. */
export const tellsHandOver = ({
  occasion,
  skipped,
}: Pick<TaskNotice, 'occasion' | 'skipped'>): boolean => [occasion, ...skipped].some(isHandOver);
