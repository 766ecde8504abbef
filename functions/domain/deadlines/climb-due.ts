import { localDay } from '../policy/hours.ts';
import type { Unanswered } from '../tasks/occasion.ts';
import { type Answered, type Climb, chainOfClimb, ownerKeyOf, type Silence } from './climb.ts';
import { isRedByDate } from './climb-answers.ts';
import { chainOf, heardBy, nextStep, todayOf } from './climb-chain.ts';
import type { Look } from './climb-replies.ts';
import { isHandOver } from './handover-notice.ts';
import type { Escalation, TaskNotice } from './task-notice.ts';

/** Result of a silence: what remains of it, and who is notified, if anybody. */
type Due = {
  readonly silence: Silence;
  readonly told?: Pick<TaskNotice, 'occasion' | 'role' | 'escalates'>;
};

/** No acknowledgement: the next level is notified. */
export function rise(climb: Climb, answered: Answered | null, look: Look): Due {
  const { level, role } = nextStep(climb.level, chainOfClimb(climb), look);
  if (role === undefined) return { silence: { climb: { ...climb, level: level + 1 }, answered } };
  const { task, replies, now, rules } = look;
  const [first, latest] = [climb.asked[0], climb.asked.at(-1)];
  if (!first || !latest) return { silence: { climb: null, answered } };
  const today = todayOf(look);
  const why = 'unsigned';
  const escalates: Escalation = {
    why,
    key: ownerKeyOf(task, first.occasion),
    isOfHandOver: first.chain === 'handOver' || isHandOver(first.occasion),
    since: localDay(replies.messages[0]?.sentAt ?? now, rules),
    trail: climb.trail,
    answered,
  };
  const trail = [...climb.trail, { role: heardBy(role, look), on: today }];
  return {
    silence: { climb: { ...climb, level: level + 1, from: today, trail }, answered },
    // What asked last, not this morning's: a run that is repeated on a later morning finds its own notice.
    told: { occasion: unanswered(latest, why, level), role, escalates },
  };
}

/** A red task was acknowledged but not reported on: one post is notified, once. */
export function lapse(answered: Answered | null, look: Look): Due {
  const owes = answered?.owes;
  if (!answered || !owes) return { silence: { climb: null, answered } };
  const isRed = isRedByDate(look.task, todayOf(look), look.rules);
  const over = { ...owes, level: chainOf('signFor', look).length };
  const silence = { climb: null, answered: { ...answered, owes: isRed ? over : null } };
  const { level, role } = nextStep(owes.level, 'signFor', look);
  if (role === undefined || !isRed) return { silence };
  const why = 'lapsed';
  const key = ownerKeyOf(look.task, owes.occasion);
  const { since } = owes;
  const escalates: Escalation = { why, key, isOfHandOver: false, since, trail: [], answered };
  return { silence, told: { occasion: unanswered(owes, why, level), role, escalates } };
}

/** That what asked on `occasion` is told to the post that comes after `level` others. */
const unanswered = (
  { occasion }: Pick<TaskNotice, 'occasion'>,
  why: Unanswered['why'],
  level: number,
): Unanswered => ({ kind: 'unanswered', after: occasion, why, level: level + 1 });
