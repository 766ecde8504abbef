import type { Temporal } from 'temporal-polyfill';
import { hasCome, localDay } from '../policy/hours.ts';
import { postOf } from '../tasks/task.ts';
import { chainFor, isRung } from './acknowledgement.ts';
import type { Silence } from './climb.ts';
import { takenOver } from './climb-asked.ts';
import { lapse, rise } from './climb-due.ts';
import type { Look } from './climb-replies.ts';
import { climbWakeAt } from './climb-wake.ts';
import type { Escalation, TaskNotice } from './task-notice.ts';

/** The notices of a run including escalations, and the remaining silence. */
export type Climbed = { readonly notices: readonly TaskNotice[]; readonly silence: Silence };

/**
 * Escalates the silence about a task by at most one level, however late the run is, and tracks
 * those of `notices` that request an acknowledgement from the owner's post. If one of them goes to
 * the next level anyway, it becomes the escalation.
 *
 * @param silence - from {@link afterReplies}.
 * @param notices - notices of the ladder at `now`.
 */
export function climbed(silence: Silence, notices: readonly TaskNotice[], look: Look): Climbed {
  const { task, now, rules } = look;
  const plannedAt = climbWakeAt(silence, task, rules);
  const stepped = hasCome(plannedAt, now)
    ? step(silence, notices, plannedAt, look)
    : { silence, notices };
  const [asking] = notices.flatMap((notice) => {
    const chain = chainFor({ task, notice, role: notice.role }, now, rules);
    return chain === null ? [] : [{ notice, chain }];
  });
  const climb = asking ? takenOver(stepped.silence.climb, asking, look) : stepped.silence.climb;
  return { notices: stepped.notices, silence: { ...stepped.silence, climb } };
}

function step(
  silence: Silence,
  notices: readonly TaskNotice[],
  plannedAt: Temporal.Instant,
  look: Look,
): Climbed {
  const { climb, answered } = silence;
  const due = climb ? rise(climb, answered, look) : lapse(answered, look);
  if (!due.told) return { notices, silence: due.silence };
  const all = withStep(notices, { ...due.told, plannedAt }, look);
  return { notices: all, silence: steppedWith(due.silence, due.told.escalates, all, look) };
}

/** `silence` that knows by which of `notices` its step is told. */
function steppedWith(
  { climb, answered }: Silence,
  escalates: Escalation | null,
  notices: readonly TaskNotice[],
  { rules }: Look,
): Silence {
  const told = notices.find((notice) => notice.escalates === escalates);
  if (climb === null || !told) return { climb, answered };
  const { occasion, post, plannedAt } = told;
  const day = localDay(plannedAt, rules);
  return { climb: { ...climb, step: { occasion, post, day } }, answered };
}

/** `notices` with one that tells of a silence; what a rung says to the same post anyway says it too. */
function withStep(
  notices: readonly TaskNotice[],
  told: Pick<TaskNotice, 'occasion' | 'role' | 'plannedAt' | 'escalates'>,
  { task }: Look,
): readonly TaskNotice[] {
  const post = postOf(task, told.role);
  const isThere = (notice: TaskNotice): boolean =>
    notice.post === post && !notice.isSupporting && isRung(notice);
  if (notices.some(isThere)) {
    const { escalates } = told;
    return notices.map((notice) => (isThere(notice) ? { ...notice, escalates } : notice));
  }
  return [...notices, { about: 'task', task: task.id, post, due: task.due, skipped: [], ...told }];
}
