import type { Temporal } from 'temporal-polyfill';
import type { Role } from '../base/role.ts';
import { localDay, policyOn } from '../policy/hours.ts';
import { postOf } from '../tasks/task.ts';
import { type Chain, type Climb, chainOfClimb } from './climb.ts';
import type { Look } from './climb-replies.ts';

/** The roles that a silence is escalated to today by `chain`, in order. */
export const chainOf = (chain: Chain, look: Look): readonly Role[] =>
  policyOn(todayOf(look), look.rules)[chain].chain;

/** The local day of `now`. */
export const todayOf = ({ now, rules }: Look): Temporal.PlainDate => localDay(now, rules);

/**
 * The role to which a silence is escalated next; the office if the post is vacant; undefined at the
 * end of the chain.
 */
export function toldNext(climb: Climb, look: Look): Role | undefined {
  const { role } = nextStep(climb.level, chainOfClimb(climb), look);
  return role && heardBy(role, look);
}

/** The role that receives what is addressed to `role`: the office if its post is vacant. */
export const heardBy = (role: Role, { task, replies }: Look): Role =>
  replies.isVacant(postOf(task, role)) ? 'office' : role;

/**
 * The next level from `level` on that is not the silent contact itself; without a role at the end
 * of the chain.
 */
export function nextStep(
  level: number,
  by: Chain,
  look: Look,
): { readonly level: number; readonly role: Role | undefined } {
  const { task } = look;
  const { contactOf } = look.replies;
  const chain = chainOf(by, look);
  const silent = contactOf(task.owner);
  const skipped = chain.slice(level).findIndex((role) => contactOf(postOf(task, role)) !== silent);
  const next = skipped < 0 ? Math.max(level, chain.length) : level + skipped;
  return { level: next, role: chain[next] };
}
