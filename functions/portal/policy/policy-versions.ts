import type { PolicyVersion } from '../../domain/policy/policy-version.ts';
import type { ParkContext } from '../../flows/context/park-context.ts';

/** The policy that was adopted last. */
export const latestPolicy = ({ park: { policies } }: ParkContext): PolicyVersion =>
  policies.at(-1) ?? policies[0];

/** The version of the policy that a form is begun from; undefined where there is none. */
export const policyVersionOf = (
  { park: { policies } }: ParkContext,
  wanted?: string,
): PolicyVersion | undefined => policies.find(({ policy }) => String(policy.version) === wanted);
