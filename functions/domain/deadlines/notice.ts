import { z } from 'zod';
import { ContactId, TaskId } from '../base/ids.ts';
import { Day, Moment } from '../base/parsing.ts';
import { Role } from '../base/role.ts';
import { UnreachedWhy } from '../contacts/subscription.ts';
import { type ByKind, byKind, type Occasion } from '../tasks/occasion.ts';
import { keyOf } from '../tasks/occasion-codec.ts';
import { OccasionKey, withOccasion } from '../tasks/occasion-key.ts';
import { GapTold } from './gap.ts';

/** A role that was notified of a silence, and the day. */
export const ToldRole = z.object({ role: Role, on: Day });
export type ToldRole = Readonly<z.infer<typeof ToldRole>>;

/** The silence of an owner that a notice reports. */
const Escalation = z.object({
  /** Key of the first unacknowledged notice, or of the acknowledged one. */
  key: z.string(),
  /** unsigned: not acknowledged; lapsed: acknowledged, but no report followed. */
  why: z.enum(['unsigned', 'lapsed']),
  /** First day of the silence, or day of the acknowledgement; null in older notices. */
  since: Day.nullable().default(null),
  /** Who was notified before, and when. */
  trail: z.array(ToldRole).readonly(),
  /** The last response of the owner's post: what, by whom, and when. */
  answered: z.object({ what: z.string(), by: z.string(), at: Moment }).nullable().default(null),
});
export type Escalation = Readonly<z.infer<typeof Escalation>>;

/** One notice about one task to one post. */
const TaskNotice = withOccasion(
  z.object({
    about: z.literal('task'),
    task: TaskId,
    rung: OccasionKey,
    post: z.string(),
    /** Role in which the post is notified; the lowest of several. */
    role: Role,
    due: Day.nullable(),
    /**
     * When it was due: the earliest of its occasions, so that a repeated run assigns it to the same
     * day.
     */
    plannedAt: Moment,
    /** Earlier notices that were not sent, oldest first. */
    skipped: z.array(OccasionKey).readonly(),
    /** Set if it tells a leader that the owner has not responded. */
    escalates: Escalation.nullable(),
  }),
);
export type TaskNotice = z.infer<typeof TaskNotice>;

/** Numbers of the daily message, sent every working day, so that its absence indicates a fault. */
const DailyFigures = z.object({
  about: z.literal('park'),
  matter: z.literal('daily'),
  /** Planned day; also set if it was sent early because the clock was ahead. */
  of: z.string(),
  /** Day of the run that sends it; null in older records. */
  ranOn: z.string().nullable().default(null),
  post: z.string(),
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
  post: z.string(),
  count: z.int(),
});
export type DatesToSet = Readonly<Omit<z.infer<typeof DatesToSet>, 'about' | 'post'>>;

/** A digest that the provider rejected permanently, so that the office has to call. */
const Undelivered = z.object({
  about: z.literal('park'),
  matter: z.literal('undelivered'),
  /** Id of the digest. */
  of: z.string(),
  post: z.string(),
});

/** A contact whose address does not receive messages. */
const Unreached = z.object({
  about: z.literal('park'),
  matter: z.literal('unreached'),
  /** The contact and the reason; sent once a day until fixed. */
  of: z.string(),
  post: z.string(),
  contact: ContactId,
  why: UnreachedWhy,
});

/** A digest that was not sent because its contact is unreachable. */
const Unsent = z.object({
  about: z.literal('park'),
  matter: z.literal('unsent'),
  /** Id of the digest. */
  of: z.string(),
  post: z.string(),
  contact: ContactId,
  why: UnreachedWhy,
});

/** Contacts without a configured channel; each is reported once. */
const ChannelsMissing = z.object({
  about: z.literal('park'),
  matter: z.literal('channelsMissing'),
  /** The day of the notice. */
  of: z.string(),
  post: z.string(),
});

/** How the whole stands at the beginning of a week; what it says is read when it is sent. */
const WeekSheet = z.object({
  about: z.literal('park'),
  matter: z.literal('weekSheet'),
  /** The week that has begun: `2022-W26`. */
  of: z.string(),
  post: z.string(),
});

/** The same at the beginning of a month. */
const MonthSheet = z.object({
  about: z.literal('park'),
  matter: z.literal('monthSheet'),
  /** The month that has begun: `2022-06`. It tells of the one before. */
  of: z.string(),
  post: z.string(),
});

/** A notice to one post about the park itself. */
const ParkNotice = z.union([
  DailyFigures,
  DatesToSet,
  Undelivered,
  Unreached,
  Unsent,
  ChannelsMissing,
  WeekSheet,
  MonthSheet,
]);
export type ParkNotice = Readonly<z.infer<typeof ParkNotice>>;

/** That one post is to be told something. */
export const Notice = z.union([TaskNotice, ...ParkNotice.options]);
export type Notice = Readonly<z.infer<typeof Notice>>;

/** Key of a notice in the ledger; each key is sent at most once. */
export const noticeKey = (notice: Notice): string =>
  notice.about === 'task' ? taskNoticeKey(notice) : `${notice.matter}/${notice.of}/${notice.post}`;

/** Like {@link noticeKey}, for a notice about a task. */
export const taskNoticeKey = ({
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
