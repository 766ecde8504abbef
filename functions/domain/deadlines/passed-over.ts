import { Temporal } from 'temporal-polyfill';
import { lastInstantOf, localDay, type Rules, speakingInstantFrom } from '../policy/hours.ts';
import type { Occasion } from '../tasks/occasion.ts';
import type { Task } from '../tasks/task.ts';
import type { GapDays } from './gap.ts';
import type { Heard } from './heard.ts';
import { returnsAfter } from './reporting-steps.ts';
import { heardThrough, occasionsAfter, type TimedOccasion } from './timed-occasions.ts';

/**
 * The reminders of `task` that were to be told on the days of `gap`: rungs of the ladder, and what asks
 * for returns and looks at the pace. Handover, rulings, what waits for the office and the climb are
 * none. Where an earlier reminder of the same kind is not told yet none is passed over, because what
 * was heard is a place and not a list. The last asking for a return stays where another is to come:
 * nobody is named for what was not asked of them.
 */
export function passedOver(
  task: Task,
  heard: Heard,
  gap: GapDays,
  rules: Rules,
): readonly TimedOccasion[] {
  const end = lastInstantOf(gap.through, rules);
  const stopped = new Set<Reminder>();
  const passed: TimedOccasion[] = [];
  for (const step of occasionsAfter(task, heard, rules)) {
    if (Temporal.Instant.compare(step.at, end) > 0) break;
    const kind = reminderOf[step.occasion.kind];
    if (kind === null || stopped.has(kind)) continue;
    if (isOfGap(step, gap, rules)) passed.push(step);
    else stopped.add(kind);
  }
  const asking = passed.findLast(({ occasion }) => occasion.kind === 'reportDue');
  return asking && isAskedAgain(task, asking, rules)
    ? passed.filter((step) => step !== asking)
    : passed;
}

/** Whether the return that `asking` asks for is asked for, or named, once more after it. */
function isAskedAgain(task: Task, { occasion }: TimedOccasion, rules: Rules): boolean {
  if (occasion.kind !== 'reportDue') return false;
  const [next] = returnsAfter(task, occasion, rules);
  return next !== undefined && next.occasion.of.equals(occasion.of);
}

/** `heard` once what is {@link passedOver} counts as heard on `today`, without being told. */
export const heardWithout = (
  task: Task,
  heard: Heard,
  passed: readonly TimedOccasion[],
  today: Temporal.PlainDate,
): Heard => ({ ...heardThrough(task, heard, passed), on: today });

type Reminder = 'deadline' | 'report' | 'pace';

/** Which reminders each occasion belongs to; null for what is no reminder. */
const reminderOf: Readonly<Record<Occasion['kind'], Reminder | null>> = {
  before: 'deadline',
  due: 'deadline',
  overdue: 'deadline',
  overdueWeekly: 'deadline',
  reportDue: 'report',
  behindPace: 'pace',
  handOver: null,
  awaitsOffice: null,
  decision: null,
  urge: null,
  nodesDone: null,
  unanswered: null,
  unknown: null,
};

/** Whether the working day on which `step` was to be told is one of `gap`. */
function isOfGap({ at }: TimedOccasion, { why, since, through }: GapDays, rules: Rules): boolean {
  const day = localDay(speakingInstantFrom(at, rules), rules);
  const isSince = why === 'clockBack' || Temporal.PlainDate.compare(day, since) > 0;
  return isSince && Temporal.PlainDate.compare(day, through) <= 0;
}
