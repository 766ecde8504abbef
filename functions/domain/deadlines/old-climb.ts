import { Temporal } from 'temporal-polyfill';
import { localDay, type Rules } from '../policy/hours.ts';
import { actName } from '../tasks/move.ts';
import { isSameOccasion } from '../tasks/occasion-codec.ts';
import type { Task } from '../tasks/task.ts';
import type { OpenAcknowledgement } from './acknowledgement.ts';
import type { Asked, Silence } from './climb.ts';
import type { AskedMessage } from './climb-replies.ts';

/** What a message of its own climbed with before tasks did. */
type Before = {
  readonly asked: Asked;
  readonly open: OpenAcknowledgement;
  readonly signature: AskedMessage['signature'];
};

/**
 * The silence about `task` with what a message that is older than the climbs of tasks had come to.
 * What the owner reported on since has had its answer.
 */
export function adopted(
  silence: Silence,
  { lastReport }: Task,
  { asked, open, signature }: Before,
  rules: Rules,
): Silence {
  const { climb, answered } = silence;
  const { level, since, isRed, trail } = open;
  const from = localDay(since, rules);
  const begun = trail[0]?.on ?? from;
  const isAnswered = [lastReport, answered].some(
    (answer) => answer && Temporal.PlainDate.compare(localDay(answer.at, rules), begun) >= 0,
  );
  if (isAnswered) return silence;
  if (signature) {
    const owes = { since: from, level, occasion: asked.occasion };
    return { climb, answered: { what: actName.signFor, ...signature, owes } };
  }
  const told = trail.filter(({ role }) => role !== 'owner');
  const own = { asked: [asked], level, from, isRed, trail: told, step: null };
  if (climb === null) return { climb: own, answered };
  const isAhead = level >= climb.level;
  const all = [
    asked,
    ...climb.asked.filter(({ occasion }) => !isSameOccasion(occasion, asked.occasion)),
  ];
  return { climb: { ...(isAhead ? own : climb), asked: all, isRed: climb.isRed }, answered };
}
