import type { Temporal } from 'temporal-polyfill';
import { type Addressed, addressed, rehearse } from '../../domain/messages/rehearsal.ts';
import { compared, type Difference } from '../../domain/messages/rehearsal-difference.ts';
import { seenTogether } from '../../domain/nodes/kin-of.ts';
import { localDay, type Rules } from '../../domain/policy/hours.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { firstDayOf } from '../../domain/policy/policy-version.ts';
import { nowIn } from '../context/family.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { type Adoption, draftedPolicy } from './adopt-policy.ts';

/** What a policy would do if it were adopted, against what the park follows now. */
export type PolicyRehearsal = {
  readonly policy: Policy;
  /** The first day that it would govern. */
  readonly from: Temporal.PlainDate;
  /** Today and the last day that was looked at. */
  readonly span: readonly [Temporal.PlainDate, Temporal.PlainDate];
  readonly differences: readonly Difference[];
};

/**
 * Tries a policy on the real register, from today to the end of the year in which it begins to
 * govern, if nothing gets done and everything is signed for. Nothing is sent or stored.
 *
 * @throws {BadInput | Conflict} as {@link adoptPolicy} would.
 */
export async function rehearsePolicy(run: ParkContext, wanted: Adoption): Promise<PolicyRehearsal> {
  const policy = draftedPolicy(run, wanted);
  const from = firstDayOf(wanted.effectiveFrom, run.park.timeZone);
  const until = from.with({ month: 12, day: 31 });
  const today = localDay(run.now, run.rules);
  const all = await readTasks(run);
  const tasks = all.map(seenTogether(all, nowIn(run))).map(({ task }) => task);
  const lines = (rules: Rules): readonly Addressed[] =>
    addressed(rehearse(tasks, today, until, rules), run.directory);
  const [first, ...later] = run.rules.policies;
  const after: Rules = { ...run.rules, policies: [first, ...later, { policy, from }] };
  const differences = compared(lines(run.rules), lines(after));
  return { policy, from, span: [today, until], differences };
}
