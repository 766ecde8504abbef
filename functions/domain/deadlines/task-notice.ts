import { z } from 'zod';
import { PostId, TaskId } from '../base/ids.ts';
import { Day, Moment } from '../base/parsing.ts';
import { Role } from '../base/role.ts';
import { keyOf } from '../tasks/occasion-codec.ts';
import { OccasionKey, withOccasion } from '../tasks/occasion-key.ts';

/** A role that was notified of a silence, and the day. */
export const ToldRole = z.object({ role: Role, on: Day });
export type ToldRole = Readonly<z.infer<typeof ToldRole>>;

/** The silence of an owner that a notice reports. */
const Escalation = z.object({
  /** Key of the first unacknowledged notice, or of the acknowledged one. */
  key: z.string(),
  /** unsigned: not acknowledged; lapsed: acknowledged, but no report followed. */
  why: z.enum(['unsigned', 'lapsed']),
  /** Whether the first notice that nobody answered told the handover (交办). */
  isOfHandOver: z.boolean().default(false),
  /** First day of the silence, or day of the acknowledgement; null in older notices. */
  since: Day.nullable().default(null),
  /** Who was notified before, and when. */
  trail: z.array(ToldRole).readonly(),
  /** The last response of the owner's post: what, by whom, and when. */
  answered: z.object({ what: z.string(), by: z.string(), at: Moment }).nullable().default(null),
});
export type Escalation = Readonly<z.infer<typeof Escalation>>;

/** One notice about one task to one post. */
export const TaskNotice = withOccasion(
  z.object({
    about: z.literal('task'),
    task: TaskId,
    rung: OccasionKey,
    post: PostId,
    /** Role in which the post is notified; the lowest of several. */
    role: Role,
    due: Day.nullable(),
    /** Set for the owner of a supporting unit (配合单位), who is told in the role of `owner`. */
    isSupporting: z.literal(true).exactOptional(),
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

/** Key of a notice about a task; `noticeKey` gives that of any notice. */
export const taskNoticeKey = ({
  task,
  occasion,
  post,
  due,
}: Pick<TaskNotice, 'task' | 'occasion' | 'post' | 'due'>): string =>
  `${task}/${keyOf(occasion)}/${post}/${due?.toString() ?? 'none'}`;
