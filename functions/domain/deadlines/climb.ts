import { z } from 'zod';
import { PostId } from '../base/ids.ts';
import { Day, Moment } from '../base/parsing.ts';
import type { Occasion } from '../tasks/occasion.ts';
import { OccasionKey, withOccasion } from '../tasks/occasion-key.ts';
import type { Task } from '../tasks/task.ts';
import { type Escalation, ToldRole, taskNoticeKey } from './task-notice.ts';

const StoredNotice = z.object({ rung: OccasionKey, day: Day });

/** Setting of the policy that a silence is escalated by. */
export type Chain = 'signFor' | 'handOver';

/**
 * A notice that asked the owner's post for a signature: why, the day that its digest is of, and the
 * chain that silence about it is escalated by; absent for that of yellow and red.
 */
const Asked = withOccasion(StoredNotice.extend({ chain: z.literal('handOver').exactOptional() }));
export type Asked = z.infer<typeof Asked>;

/**
 * Missing acknowledgements of an owner's post for one task, across notices. Starts with the first
 * unacknowledged notice.
 */
export const Climb = z.object({
  /** Notices that requested it, oldest first; at least one. */
  asked: z.array(Asked).readonly(),
  /** Number of escalation levels notified or skipped. */
  level: z.int().nonnegative(),
  /** The day from which the time limit of the next level runs. */
  from: Day,
  /** Whether the lamp was red at the last request. */
  isRed: z.boolean(),
  /** Who was notified, and when. */
  trail: z.array(ToldRole).readonly(),
  /** The notice of the last escalation; null before the first. */
  step: withOccasion(StoredNotice.extend({ post: PostId })).nullable(),
});
export type Climb = Readonly<z.infer<typeof Climb>>;

/** A report that is due, and the escalation if it is missing. */
const Owed = withOccasion(
  z.object({
    /** Day of the acknowledgement. */
    since: Day,
    /** Next escalation level; beyond the last one once it was notified. */
    level: z.int().nonnegative(),
    rung: OccasionKey,
  }),
);
type Owed = z.infer<typeof Owed>;

/** The last response of the owner's post. */
const Answered = z.object({
  /** As shown in the history, including the reported value: `反馈60%`. */
  what: z.string(),
  /** Name of the post that responded. */
  by: z.string(),
  at: Moment,
  /** The report that follows from acknowledging a red task; null if none is due. */
  owes: Owed.nullable(),
});
export type Answered = Readonly<z.infer<typeof Answered>>;

/** State of the owner's silence, and the last response before it. */
export const Silence = z.object({
  climb: Climb.nullable().default(null),
  answered: Answered.nullable().default(null),
});
export type Silence = Readonly<z.infer<typeof Silence>>;

/** No silence, and no known response. */
export const NO_SILENCE: Silence = { climb: null, answered: null };

/**
 * The chain that `climb` is on: that of hand-overs until a notice at yellow or red asked as well.
 */
export const chainOfClimb = ({ asked }: Pick<Climb, 'asked'>): Chain =>
  asked.length > 0 && asked.every(({ chain }) => chain === 'handOver') ? 'handOver' : 'signFor';

/** The key of the notice of `occasion` to the owner's post, as long as neither that nor the date changed. */
export const ownerKeyOf = ({ id, owner, due }: Task, occasion: Occasion): string =>
  taskNoticeKey({ task: id, occasion, post: owner, due });

/**
 * Whether the silence of a notice continues, according to the task: it has neither ended nor
 * restarted.
 */
export function isOf({ climb, answered }: Silence, task: Task, told: Escalation): boolean {
  if (told.why === 'lapsed') return told.answered !== null && isSame(answered, told.answered);
  const [first] = climb?.asked ?? [];
  return first !== undefined && ownerKeyOf(task, first.occasion) === told.key;
}

const isSame = (a: Answered | null, b: Pick<Answered, 'at' | 'what'>): boolean =>
  a !== null && a.at.equals(b.at) && a.what === b.what;
