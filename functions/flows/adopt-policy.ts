import type { Temporal } from 'temporal-polyfill';
import { Conflict } from '../domain/faults.ts';
import { type PolicyVersion, readPolicy } from '../domain/policy.ts';
import { BadInput } from '../domain/problem.ts';
import { refuseActor } from './actor.ts';
import { planDigests, planTasks } from './plan-wakes.ts';
import { planWatch } from './plan-watch.ts';
import type { Needs } from './ports.ts';
import { beginRun, endRun, type Run } from './run.ts';

/** A policy that somebody wants a park to go by. */
export type Adoption = {
  readonly park: string;
  /** The policy as given, without a version. */
  readonly document: Readonly<Record<string, unknown>>;
  /** It governs from the first whole day at or after this instant. */
  readonly effectiveFrom: Temporal.Instant;
  /** Id of the contact that adopts it. */
  readonly by: string;
};

/**
 * Lets a park go by another policy from a coming day on, and plans every open record's wake by it.
 * What was told stays as it was told. Whatever dies on the way, the policy's own wake finishes it.
 *
 * @throws {BadInput} if the policy is wrong, begins in the past or before one adopted earlier, or
 *   `by` may not adopt it.
 * @throws {Conflict} if somebody else adopted one meanwhile; it says who.
 * @throws {UnfinishedRun} if a record could not be planned; the sweep does it.
 */
export async function adoptPolicy(adoption: Adoption, needs: Needs): Promise<PolicyVersion> {
  const { park, document, effectiveFrom, by } = adoption;
  const run = await beginRun(park, needs);
  refuseActor(run, by, 'adoptPolicy');
  const version = latest(run).policy.version + 1;
  const policy = readPolicy({ ...document, version }, run.park.timeZone);
  refuseEarly(run, effectiveFrom);
  const adopted = { policy, effectiveFrom, adoptedBy: by, adoptedAt: run.now };
  if ((await needs.register.addPolicy(park, adopted, run.now)) === 'lost') {
    const other = latest(await beginRun(park, needs));
    throw new Conflict('督办规则', `${other.adoptedBy}采用第${other.policy.version}版`);
  }
  const planning = await beginRun(park, needs);
  await planBy(planning, version);
  endRun(planning);
  return adopted;
}

/** Plans every open record's wake by the park's policies, then lets the policy sleep. Planning again changes nothing. */
export async function planBy(run: Run, version: number): Promise<void> {
  const { faults } = run.report;
  const before = faults.length;
  await planTasks(run);
  await planDigests(run);
  await planWatch(run);
  if (faults.length === before) await run.needs.register.policyPlanned(run.park.id, version);
}

function latest({ park: { policies } }: Run): PolicyVersion {
  return policies.at(-1) ?? policies[0];
}

/** What happened under the rules of its day stays so. */
function refuseEarly(run: Run, from: Temporal.Instant): void {
  const last = latest(run).effectiveFrom;
  const earliest = run.now.epochMilliseconds > last.epochMilliseconds ? run.now : last;
  if (from.epochMilliseconds >= earliest.epochMilliseconds) return;
  const local = earliest.toZonedDateTimeISO(run.park.timeZone).toPlainDateTime();
  const message = `生效时刻早于 ${local.toString({ smallestUnit: 'minute' }).replace('T', ' ')}，不能改动已经执行的规则`;
  throw new BadInput([{ place: '督办规则', message, remedy: '请给一个将来的生效日期' }]);
}
