import { beforeEach, describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import { ProblemBody } from '../../../functions/portal/api/problem.ts';
import { Policies, Rehearsal } from '../../../functions/portal/policy/schemas.ts';
import { aTask, contactsOf } from '../../support/builders.ts';
import { type Caller, callerAs, statusesOf } from '../../support/caller.ts';
import { faults } from '../../support/portal.ts';
import { wake } from '../../support/requests.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

let world: World;
let office: Caller;
beforeEach(async () => {
  world = newWorld();
  world.goTo('2022-06-15 08:00');
  await settleIn(world, [aTask()], contactsOf('安环局'), defaultPolicy);
  office = await callerAs(world, 'office');
});

const wish = { policy: { ...defaultPolicy, sendTime: '09:00' }, from: '2022-06-16' };

describe('the policies', () => {
  it('are rehearsed without a change, and adopted on the version that was read', async () => {
    const read = await office('/policies');
    expect(read.headers.get('etag')).toBe('"1"');
    const tried = Rehearsal.parse(await (await office('/policies/rehearsal', wish)).json());
    expect(tried).toMatchObject({ from: '2022-06-16', today: '2022-06-15', until: '2022-12-31' });
    expect(new Set(tried.differences.map(({ change }) => change))).toEqual(new Set(['moved']));
    expect((await office('/policies')).headers.get('etag')).toBe('"1"');

    const adopted = await office('/policies', wish, { 'if-match': '"1"' });
    expect(adopted.headers.get('etag')).toBe('"2"');
    const { policies } = Policies.parse(await adopted.json());
    expect(policies.at(-1)).toMatchObject({
      policy: { version: 2, sendTime: '09:00' },
      adoptedBy: 'office',
    });
    const late = await office('/policies', wish, { 'if-match': '"1"' });
    expect(late.status).toBe(412);
    const { current, yours } = ProblemBody.parse(await late.json());
    expect(Policies.parse(current).policies).toHaveLength(2);
    expect(yours).toEqual(wish);
    expect((await office('/policies', wish)).status).toBe(428);
  });

  it('are adopted once of eight who saw the same version', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => office('/policies', wish, { 'if-match': '"1"' })),
    );
    expect(statusesOf(answers)).toEqual([200, ...Array(7).fill(412)]);
    expect((await world.register.park('linxiang')).policies).toHaveLength(2);
  });

  it('that are in force are not called a fault because a record could not be planned yet', async () => {
    await wake('linxiang', world.ports);
    const ensureSlot = (): Promise<void> => Promise.reject(new Error('throttled'));
    const clock = { ...world.ports.clock, ensureSlot };
    const slow = await callerAs(world, 'office', { ports: { ...world.ports, clock } });
    const adopted = await slow('/policies', wish, { 'if-match': '"1"' });
    expect(adopted.status).toBe(200);
    expect((await world.register.park('linxiang')).policies).toHaveLength(2);
    expect(faults.at(-1)).toContain('a policy was adopted, and not everything planned by it');
  });

  it.each([
    { over: { policy: { ...defaultPolicy, sendTime: '07:60' } }, field: 'policy.sendTime' },
    { over: { policy: { ...defaultPolicy, assumedTo: [] } }, field: 'policy.assumedTo' },
    { over: { from: '2022-02-30' }, field: 'from' },
    { over: { from: '2022-06-15' }, field: '督办规则' },
  ])('refuse $field', async ({ over, field }) => {
    for (const path of ['/policies', '/policies/rehearsal']) {
      const answer = await office(path, { ...wish, ...over }, { 'if-match': '"1"' });
      expect(answer.status).toBe(422);
      const { errors } = ProblemBody.parse(await answer.json());
      expect(errors?.map((each) => each.field)).toEqual([field]);
    }
    expect((await world.register.park('linxiang')).policies).toHaveLength(1);
  });
});
