import { z } from 'zod';
import { ContactId, TaskId } from '../base/ids.ts';
import { Day, Moment } from '../base/parsing.ts';
import { Role } from '../base/role.ts';
import { UnreachedWhy } from '../contacts/subscription.ts';
import { type ByKind, byKind, keyOf, type Occasion } from '../tasks/occasion.ts';
import { OccasionKey, withOccasion } from '../tasks/occasion-key.ts';
import { GapTold } from './gap.ts';

/** Who heard of a silence, and on which day. */
export const Told = z.object({ role: Role, on: Day });
export type Told = Readonly<z.infer<typeof Told>>;

/** Which silence of an owner a notice tells of. */
const Escalation = z.object({
  /** Key of the first notice that was not answered, or of the one that was signed for. */
  key: z.string(),
  /** unsigned: nobody signed or answered; lapsed: it was signed for, and no report followed. */
  why: z.enum(['unsigned', 'lapsed']),
  /** The day from which nobody answers, or that of the signature; null in a notice that is older than this. */
  since: Day.nullable().default(null),
  /** Who was told before, and when. */
  trail: z.array(Told).readonly(),
  /** What the owner's post answered before: what, in which name, and when. */
  answered: z.object({ what: z.string(), by: z.string(), at: Moment }).nullable().default(null),
});
export type Escalation = Readonly<z.infer<typeof Escalation>>;

/** That one post is to be told one thing about one task. */
const TaskNotice = withOccasion(
  z.object({
    about: z.literal('task'),
    task: TaskId,
    rung: OccasionKey,
    post: z.string(),
    /** The role in which the post is told; of several, the one nearest to the work. */
    role: Role,
    due: Day.nullable(),
    /**
     * When it should have been said: the first of what it tells, whatever else of the task is told
     * beside it, so that a repeated run files it under the same day.
     */
    plannedAt: Moment,
    /** What should have been said before and was not, oldest first. */
    skipped: z.array(OccasionKey).readonly(),
    /** Set when it tells a leader that the owner does not answer. */
    escalates: Escalation.nullable(),
  }),
);
export type TaskNotice = z.infer<typeof TaskNotice>;

/** What was watched, sent and repaired: told every working day, so that silence means a fault. */
const DailyFigures = z.object({
  about: z.literal('park'),
  matter: z.literal('daily'),
  /** The day it was to be told on; of one that a clock which jumped ahead told before, told again. */
  of: z.string(),
  /** The day of the run that tells it; null in one that is older than this. */
  ranOn: z.string().nullable().default(null),
  post: z.string(),
  /** The day the office last heard, from which sent digests are counted; null the first time. */
  since: z.string().nullable(),
  /** Live tasks, as last counted. */
  watched: z.int(),
  /** Records put right since the office last heard. */
  repaired: z.int(),
  /** Records that could not be read at the last count. */
  damaged: z.int(),
  /** What was chosen about the days before; null where nobody was asked. */
  gap: GapTold.nullable().default(null),
});
export type DailyFigures = Readonly<Omit<z.infer<typeof DailyFigures>, 'about' | 'post'>>;

/** Promises of a plan that have no date but an assumed one; asked about once. */
const DatesToSet = z.object({
  about: z.literal('park'),
  matter: z.literal('datesToSet'),
  /** The plan's year. */
  of: z.string(),
  post: z.string(),
  count: z.int(),
});
export type DatesToSet = Readonly<Omit<z.infer<typeof DatesToSet>, 'about' | 'post'>>;

/** A digest that the provider refused for good, so that somebody has to call. */
const Undelivered = z.object({
  about: z.literal('park'),
  matter: z.literal('undelivered'),
  /** The digest's id. */
  of: z.string(),
  post: z.string(),
});

/** A contact whose address does not take what it is told. */
const Unreached = z.object({
  about: z.literal('park'),
  matter: z.literal('unreached'),
  /** The contact, and why: told once a day until it is mended. */
  of: z.string(),
  post: z.string(),
  contact: ContactId,
  why: UnreachedWhy,
});

/** A digest that was not sent, because nothing reaches its contact. */
const Unsent = z.object({
  about: z.literal('park'),
  matter: z.literal('unsent'),
  /** The digest's id. */
  of: z.string(),
  post: z.string(),
  contact: ContactId,
  why: UnreachedWhy,
});

/** Contacts that have no channel which is set up here; told once of each. */
const ChannelsMissing = z.object({
  about: z.literal('park'),
  matter: z.literal('channelsMissing'),
  /** The day it is told on. */
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

/** That one post is to be told something about the park itself. */
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
