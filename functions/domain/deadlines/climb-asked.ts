import { localDay } from '../policy/hours.ts';
import { timeLamp } from '../tasks/time-lamp.ts';
import { awaitedOf } from '../tasks/waiting.ts';
import { canBegin } from './acknowledgement.ts';
import { type Chain, type Climb, chainOfClimb } from './climb.ts';
import { chainOf, todayOf } from './climb-chain.ts';
import type { Look } from './climb-replies.ts';
import type { TaskNotice } from './task-notice.ts';

/**
 * Maximum number of notices checked for an acknowledgement: the first one and the latest others.
 */
const MAX_ASKED = 12;

/**
 * The climb once `asking` went out: begun by it, or taken over with its level and its first day.
 * While the office owes an answer none begins, nor does any with a weekly rung. One that has come to
 * the end of the chain begins there again when the lamp has become worse. One about a handover alone
 * begins at the first post of `chain` when that is the chain of yellow and red.
 */
export function takenOver(
  climb: Climb | null,
  { notice, chain }: { readonly notice: TaskNotice; readonly chain: Chain },
  look: Look,
): Climb | null {
  const { task, rules } = look;
  const from = todayOf(look);
  const asked = {
    occasion: notice.occasion,
    day: localDay(notice.plannedAt, rules),
    ...(chain === 'handOver' && { chain }),
  };
  const isRed = timeLamp(task, from, rules).colour === 'red';
  if (climb === null) {
    const isBegun = canBegin(notice) && awaitedOf(task) === undefined;
    return isBegun ? { asked: [asked], level: 0, from, isRed, trail: [], step: null } : null;
  }
  const [first = asked, ...others] = climb.asked;
  const next = { ...climb, isRed, asked: [first, ...[...others, asked].slice(1 - MAX_ASKED)] };
  return isWorse(climb, next, look) ? { ...next, level: 0, from } : next;
}

/** Whether `next` begins at the first post again. */
function isWorse(climb: Climb, next: Climb, look: Look): boolean {
  const chain = chainOfClimb(climb);
  if (chainOfClimb(next) !== chain) return true;
  return next.isRed && !climb.isRed && climb.level >= chainOf(chain, look).length;
}
