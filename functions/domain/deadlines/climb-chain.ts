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
 * The role that is told in place of `role` where its post is not named for a restricted task: the next
 * named one of `chain`, else the office. A named post keeps its role.
 */
export function namedRole(
  role: Role,
  chain: readonly Role[],
  { task, replies }: Pick<Look, 'task' | 'replies'>,
): Role {
  const mayHear = (each: Role): boolean => replies.mayHear(postOf(task, each));
  if (mayHear(role)) return role;
  return chain.slice(chain.indexOf(role) + 1).find(mayHear) ?? 'office';
}

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
  const chain = namedChain(chainOf(by, look), look);
  const silent = contactOf(task.owner);
  const skipped = chain
    .slice(level)
    .findIndex((role) => role !== null && contactOf(postOf(task, role)) !== silent);
  const next = skipped < 0 ? Math.max(level, chain.length) : level + skipped;
  return { level: next, role: chain[next] ?? undefined };
}

/**
 * `chain` with who is told in place of each role; null where a later step tells that one anyway, so that
 * nobody hears the same silence twice.
 */
const namedChain = (chain: readonly Role[], look: Look): readonly (Role | null)[] =>
  chain.map((role, at) => {
    const told = namedRole(role, chain, look);
    return told !== role && chain.includes(told, at + 1) ? null : told;
  });
