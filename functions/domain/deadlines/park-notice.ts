import { z } from 'zod';
import { ContactId, DigestId, PostId, TaskId } from '../base/ids.ts';
import { OneLine } from '../base/parsing.ts';
import { UnreachedWhy } from '../contacts/unreached.ts';
import { GapTold } from './gap.ts';

/** Numbers of the daily message, sent every working day, so that its absence indicates a fault. */
const DailyFigures = z.object({
  about: z.literal('park'),
  matter: z.literal('daily'),
  /** Planned day; also set if it was sent early because the clock was ahead. */
  of: z.string(),
  /** Day of the run that sends it; null in older records. */
  ranOn: z.string().nullable().default(null),
  post: PostId,
  /** The day of the previous daily message, from which digests are counted; null for the first. */
  since: z.string().nullable(),
  /** Number of live tasks at the last count. */
  watched: z.int(),
  /** Records repaired since the previous daily message. */
  repaired: z.int(),
  /** Damaged records at the last count. */
  damaged: z.int(),
  /** The choice about missed days; null if nobody was asked. */
  gap: GapTold.nullable().default(null),
});
export type DailyFigures = Readonly<Omit<z.infer<typeof DailyFigures>, 'about' | 'post'>>;

/** Tasks of a plan with assumed dates; reported once. */
const DatesToSet = z.object({
  about: z.literal('park'),
  matter: z.literal('datesToSet'),
  /** Year of the plan. */
  of: z.string(),
  post: PostId,
  count: z.int(),
});
export type DatesToSet = Readonly<Omit<z.infer<typeof DatesToSet>, 'about' | 'post'>>;

/** A digest that the provider rejected permanently, so that the office has to call. */
const Undelivered = z.object({
  about: z.literal('park'),
  matter: z.literal('undelivered'),
  /** Id of the digest. */
  of: DigestId,
  post: PostId,
});

/** A contact whose address does not receive messages. */
const Unreached = z.object({
  about: z.literal('park'),
  matter: z.literal('unreached'),
  /** The contact and the reason; sent once a day until fixed. */
  of: z.string(),
  post: PostId,
  contact: ContactId,
  why: UnreachedWhy,
});

/** A digest that was not sent because its contact is unreachable. */
const Unsent = z.object({
  about: z.literal('park'),
  matter: z.literal('unsent'),
  /** Id of the digest. */
  of: DigestId,
  post: PostId,
  contact: ContactId,
  why: UnreachedWhy,
});

/** Contacts without a configured channel; each is reported once. */
const ChannelsMissing = z.object({
  about: z.literal('park'),
  matter: z.literal('channelsMissing'),
  /** The day of the notice. */
  of: z.string(),
  post: PostId,
});

/** How the whole stands at the beginning of a week; what it says is read when it is sent. */
const WeekSheet = z.object({
  about: z.literal('park'),
  matter: z.literal('weekSheet'),
  /** The week that has begun: `2022-W26`. */
  of: z.string(),
  post: PostId,
});

/** The same at the beginning of a month. */
const MonthSheet = z.object({
  about: z.literal('park'),
  matter: z.literal('monthSheet'),
  /** The month that has begun: `2022-06`. It tells of the one before. */
  of: z.string(),
  post: PostId,
});

/** That a unit was renamed or merged, told once to each who is or was its owner. */
const UnitMoved = z.object({
  about: z.literal('park'),
  matter: z.literal('unitMoved'),
  /** Id of the move. */
  of: z.string(),
  post: PostId,
});

/** That the office left open tasks without an owner on purpose; what it says is read when it is sent. */
const Ownerless = z.object({
  about: z.literal('park'),
  matter: z.literal('ownerless'),
  /** The instant of the change. */
  of: z.string(),
  post: PostId,
});

/** A publication (发布) that was taken back, to a post that was notified of one of its tasks. */
const PublicationUndone = z.object({
  about: z.literal('park'),
  matter: z.literal('publicationUndone'),
  /** The task and its version: `p22-155 1`. */
  of: z.string(),
  post: PostId,
  task: TaskId,
  /** Title of the task and of its source; null where the source is restricted. */
  title: OneLine.nullable(),
  source: OneLine.nullable(),
  /** Name of the post that took it back. */
  by: OneLine,
});
export type PublicationUndone = Readonly<Omit<z.infer<typeof PublicationUndone>, 'about' | 'post'>>;

/** A notice to one post about the park itself. */
export const ParkNotice = z.union([
  DailyFigures,
  DatesToSet,
  Undelivered,
  Unreached,
  Unsent,
  ChannelsMissing,
  WeekSheet,
  MonthSheet,
  UnitMoved,
  Ownerless,
  PublicationUndone,
]);
export type ParkNotice = Readonly<z.infer<typeof ParkNotice>>;
