import type { Temporal } from 'temporal-polyfill';
import { Conflict } from '../../domain/base/faults.ts';
import { BadInput } from '../../domain/base/problems.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { firstDayOf, type PolicyVersion } from '../../domain/policy/policy-version.ts';
import { readPolicy } from '../../domain/policy/read-policy.ts';
import { refuseActor } from '../context/actor.ts';
import { refreshed } from '../context/open-context.ts';
import { alone, endRun, type ParkContext } from '../context/park-context.ts';
import type { Park } from '../ports.ts';
import { planBy } from '../wake/plan-by-policy.ts';

/** A policy that somebody wants a park to follow. */
export type Adoption = {
  /** The policy as given, without a version. */
  readonly document: Readonly<Record<string, unknown>>;
  /** It governs from the first whole day at or after this instant. */
  readonly effectiveFrom: Temporal.Instant;
  /** Id of the contact that adopts it. */
  readonly by: string;
  /** The park's latest version when the document was written; not asked without it. */
  readonly seen?: number;
};

/**
 * Lets a park follow another policy from a coming day on, and plans every open record's wake by it.
 * What was told stays as it was told. Whatever dies on the way, the policy's own wake finishes it.
 *
 * @throws {BadInput} if the policy is wrong, begins in the past or before one adopted earlier, or
 *   `by` may not adopt it.
 * @throws {Conflict} if somebody else adopted one meanwhile; it says who.
 * @throws {UnfinishedRun} if a record could not be planned; the sweep does it.
 */
export async function adoptPolicy(run: ParkContext, adoption: Adoption): Promise<PolicyVersion> {
  const { register } = run.ports;
  const { effectiveFrom, by } = adoption;
  const policy = draftedPolicy(run, adoption);
  const name = run.directory.contact(by)?.post;
  const adopter = { adoptedBy: by, ...(name !== undefined && { adoptedName: name }) };
  const adopted = { policy, effectiveFrom, ...adopter, adoptedAt: run.now };
  if ((await register.addPolicy(run.park.id, adopted, run.now)) === 'lost') {
    throw overtaken(await register.park(run.park.id));
  }
  const planning = await refreshed(run);
  await alone(planning, `policy ${policy.version}`, () => planBy(planning, policy.version));
  endRun(planning);
  return adopted;
}

/**
 * The policy as the park would adopt it next.
 *
 * @throws {BadInput | Conflict} as {@link adoptPolicy} does.
 */
export function draftedPolicy(
  run: ParkContext,
  { document, effectiveFrom, by, seen }: Adoption,
): Policy {
  refuseActor(run, by, 'adoptPolicy');
  if (seen !== undefined) refuseOvertaken(run, seen);
  const version = latest(run.park).policy.version + 1;
  const policy = readPolicy({ ...document, version }, run.park.timeZone);
  refuseEarly(run, effectiveFrom);
  return policy;
}

/** @throws {Conflict} if version `seen` is not the park's latest; the message says who was quicker. */
export function refuseOvertaken(run: ParkContext, seen: number): void {
  if (seen !== latest(run.park).policy.version) throw overtaken(run.park);
}

/** The first day that a policy adopted now can govern. */
export const earliestDay = (run: ParkContext): Temporal.PlainDate =>
  firstDayOf(earliest(run), run.park.timeZone);

const overtaken = (park: Park): Conflict => {
  const { adoptedBy, policy } = latest(park);
  return new Conflict('督办规则', `${adoptedBy}采用第${policy.version}版`);
};

function latest({ policies }: Park): PolicyVersion {
  return policies.at(-1) ?? policies[0];
}

/** What happened under the rules of its day stays so. */
function refuseEarly(run: ParkContext, from: Temporal.Instant): void {
  if (from.epochMilliseconds >= earliest(run).epochMilliseconds) return;
  const local = earliest(run).toZonedDateTimeISO(run.park.timeZone).toPlainDateTime();
  const message = `生效时刻早于 ${local.toString({ smallestUnit: 'minute' }).replace('T', ' ')}，不能改动已经执行的规则`;
  throw new BadInput([{ place: '督办规则', message, remedy: '请给一个将来的生效日期' }]);
}

/** Now, or when the latest policy begins to hold, if that is later. */
function earliest(run: ParkContext): Temporal.Instant {
  const last = latest(run.park).effectiveFrom;
  return run.now.epochMilliseconds > last.epochMilliseconds ? run.now : last;
}
