import { Temporal } from 'temporal-polyfill';
import { type Rules, sendInstant } from '../policy/hours.ts';
import type { NodeAnswer } from '../tasks/kin.ts';
import type { Task } from '../tasks/task.ts';
import type { Silence } from './climb.ts';

/**
 * `silence` of a work after the last report on a node of it, which answers for the work, too: it ends
 * a climb that began before, and meets a report that is owed.
 *
 * @returns `silence` itself where that answers nothing.
 */
export function answeredByNodes<Of extends Silence>(silence: Of, task: Task, rules: Rules): Of {
  const answer = task.work?.answer;
  if (!answer || !isAnswered(silence, answer, rules)) return silence;
  return { ...silence, climb: null, answered: { ...answer, owes: null } };
}

function isAnswered({ climb, answered }: Silence, { at }: NodeAnswer, rules: Rules): boolean {
  const isSince = (since: Temporal.Instant): boolean => Temporal.Instant.compare(at, since) >= 0;
  if (climb !== null) {
    const [first] = climb.asked;
    return first === undefined || isSince(sendInstant(first.day, rules));
  }
  return answered?.owes ? isSince(answered.at) : false;
}
