import type { z } from 'zod';
import type { PolicyVersion } from '../../domain/policy/policy-version.ts';
import { forbiddenInPark } from '../../domain/tasks/park-permissions.ts';
import { maySeeSettings } from '../../domain/tasks/read-permissions.ts';
import type { Adoption } from '../../flows/policy/adopt-policy.ts';
import { rehearsePolicy } from '../../flows/policy/rehearse-policy.ts';
import { type Call, type Operation, operation } from '../api/operation.ts';
import { etag, seenIn, unlessOvertaken } from '../api/versions.ts';
import { adopt } from './adopting.ts';
import { Policies, PolicyWish, policiesBody, Rehearsal, rehearsalBody } from './schemas.ts';

const mayAdopt = (viewer: Call['viewer']): boolean =>
  forbiddenInPark(viewer, 'adoptPolicy') === undefined;

const listPolicies = operation({
  verb: 'get',
  path: '/policies',
  operationId: 'listPolicies',
  summary: '采用过的督办规则，从早到晚，ETag 是最新的版本',
  answer: { name: 'Policies', schema: Policies, description: '督办规则' },
  refusals: [],
  may: maySeeSettings,
  run: async (call) => answerPolicies(call, call.run.park.policies),
});

const tryPolicy = operation({
  verb: 'post',
  path: '/policies/rehearsal',
  operationId: 'rehearsePolicy',
  summary: '试算一份督办规则会新增、取消、改期哪些提醒，什么也不保存',
  body: { name: 'PolicyWish', schema: PolicyWish },
  answer: { name: 'Rehearsal', schema: Rehearsal, description: '从早到晚的差别' },
  refusals: [],
  may: mayAdopt,
  run: async (call) => {
    const rehearsal = await rehearsePolicy(call.run, adoptionOf(call));
    return call.context.json(rehearsalBody(rehearsal));
  },
});

const adoptAnother = operation({
  verb: 'post',
  path: '/policies',
  operationId: 'adoptPolicy',
  summary: '采用一份督办规则；请先试算',
  body: { name: 'PolicyWish', schema: PolicyWish },
  answer: { name: 'Policies', schema: Policies, description: '采用以后的督办规则' },
  refusals: [],
  may: mayAdopt,
  ifMatch: true,
  run: async (call) => {
    const seen = seenIn(call);
    return unlessOvertaken(
      call,
      async () => {
        await adopt(call.run, { ...adoptionOf(call), seen }, call.portal);
        return answerPolicies(call, await policiesNow(call));
      },
      async () => policiesBody(await policiesNow(call)),
    );
  },
});

/** What can be read and done of the policies. */
export const policies: readonly Operation[] = [listPolicies, tryPolicy, adoptAnother];

type WishCall = Call<unknown, z.output<typeof PolicyWish>>;

const adoptionOf = ({ run: { park }, viewer, body }: WishCall): Adoption => ({
  document: body.policy,
  effectiveFrom: body.from.toZonedDateTime(park.timeZone).toInstant(),
  by: viewer.id,
});

const policiesNow = async ({ run, portal }: Call): Promise<readonly PolicyVersion[]> =>
  (await portal.ports.register.park(run.park.id)).policies;

const answerPolicies = ({ context }: Call, versions: readonly PolicyVersion[]): Response =>
  context.json(policiesBody(versions), 200, {
    ETag: etag({ version: versions.at(-1)?.policy.version ?? 0 }),
  });
