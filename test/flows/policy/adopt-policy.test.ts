import { describe, expect, it } from 'vitest';
import { Conflict } from '../../../functions/domain/base/faults.ts';
import { BadInput } from '../../../functions/domain/base/problems.ts';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import type { Ports } from '../../../functions/flows/ports.ts';
import { reconcile } from '../../../functions/flows/wake/reconcile.ts';
import { sweep } from '../../../functions/flows/wake/sweep.ts';
import { aTask, at, contactsOf, day } from '../../support/builders.ts';
import { type FaultMode, faulty } from '../../support/faults.ts';
import { type Adoption, adoptPolicy, wake } from '../../support/requests.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

const { version: _, ...first } = defaultPolicy;

/** From July on everything goes out at nine, and reports are asked for. */
const adoption: Adoption = {
  park: 'linxiang',
  document: { ...first, sendTime: '09:00' },
  effectiveFrom: at('2022-07-01 00:00'),
  by: 'office',
};

/** A park on 28 June: tasks around the first of July, and a digest that nobody signed for. */
async function park(): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-27 07:00');
  const dues = ['2022-06-30', '2022-07-01', '2022-07-20', '2022-12-30'];
  const tasks = dues.map((due, number) => aTask({ id: `lx22-00${number}`, due: day(due) }));
  await settleIn(world, tasks, contactsOf('安环局'));
  world.goTo('2022-06-27 08:00');
  await wake('linxiang', world.ports);
  await wake('linxiang', world.ports);
  world.goTo('2022-06-28 10:00');
  return world;
}

/** When everything wakes, in park time. */
const wakes = (world: World): readonly string[] =>
  world
    .waking()
    .map(
      ({ ref, wakeAt }) =>
        `${JSON.stringify(ref)} ${wakeAt.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString()}`,
    )
    .toSorted();

describe('a policy that is adopted', () => {
  it('plans every wake from its first day on, with the slot first, and leaves the days before', async () => {
    const world = await park();
    const { policy } = await adoptPolicy(adoption, world.ports);
    expect(policy.version).toBe(2);
    expect(wakes(world)).toEqual([
      '{"record":"task","id":"lx22-000"} 2022-06-29T08:00:00',
      '{"record":"task","id":"lx22-001"} 2022-06-28T08:00:00',
      '{"record":"task","id":"lx22-002"} 2022-07-05T09:00:00',
      '{"record":"task","id":"lx22-003"} 2022-07-21T09:00:00',
      '{"record":"watch"} 2022-06-28T08:00:00',
    ]);
    expect(world.slots).toContain('linxiang 2022-07-05T01:00:00Z');
  });

  it('is known to all that happens afterwards: messages go out at the new time', async () => {
    const world = await park();
    await adoptPolicy(adoption, world.ports);
    for (const local of ['2022-06-30 08:00', '2022-07-01 08:00', '2022-07-01 09:00']) {
      world.goTo(local);
      await wake('linxiang', world.ports);
    }
    const sentAt = new Set(world.deliveries.map(({ at: instant }) => instant));
    expect(sentAt).toContain(at('2022-06-30 08:00').toString());
    expect(sentAt).not.toContain(at('2022-07-01 08:00').toString());
    expect(sentAt).toContain(at('2022-07-01 09:00').toString());
  });

  it('never rewrites what was told', async () => {
    const world = await park();
    const told = JSON.stringify(world.digests().map(({ wakeAt: __, ...proof }) => proof));
    await adoptPolicy(adoption, world.ports);
    expect(JSON.stringify(world.digests().map(({ wakeAt: __, ...proof }) => proof))).toBe(told);
  });

  it('is kept next to the one before, with who adopted it', async () => {
    const world = await park();
    await adoptPolicy(adoption, world.ports);
    const { policies } = await world.register.park('linxiang');
    expect(policies.map(({ policy: { version }, adoptedBy }) => `${version} ${adoptedBy}`)).toEqual(
      ['1 system', '2 office'],
    );
  });
});

describe('an adoption that is cut short', () => {
  const MODES: readonly FaultMode[] = ['throws', 'losesAnswer', 'diesBefore', 'diesAfter'];

  it.each(MODES)(
    'at any call that %s is finished by the sweep, or left out altogether',
    async (mode) => {
      const expected = await park();
      await adoptPolicy(adoption, expected.ports);
      const untouched = wakes(await park());
      const ends = new Set<string>();
      for (let fatal = 1; ; fatal += 1) {
        const world = await park();
        let calls = 0;
        const ports = faulty(world.ports, ({ number }) => {
          calls = number;
          return number === fatal ? mode : undefined;
        });
        await adoptPolicy(adoption, ports).catch(() => undefined);
        if (calls < fatal) break;
        world.goTo('2022-06-28 10:20');
        const isThere = (await world.register.park('linxiang')).policies.length === 2;
        await sweep(world.ports);
        await sweep(world.ports);
        expect(world.waking().some(({ ref }) => ref.record === 'policy')).toBe(false);
        ends.add(isThere ? 'adopted' : 'not adopted');
        const swept = await park();
        if (isThere) await adoptPolicy(adoption, swept.ports);
        swept.goTo('2022-06-28 10:20');
        await sweep(swept.ports);
        await sweep(swept.ports);
        expect(wakes(world), `call ${fatal}`).toEqual(wakes(swept));
      }
      expect(ends).toContain('adopted');
      expect(untouched).not.toEqual(wakes(expected));
    },
  );

  it('planned by an older run meanwhile, is put right by the nightly walk', async () => {
    const world = await park();
    await adoptPolicy(adoption, world.ports);
    const stored = world.stored('lx22-002');
    if (!stored) throw new Error('the task is not there');
    await world.register.advance(stored, { heard: stored.heard, wakeAt: at('2022-07-05 08:00') });
    world.goTo('2022-06-29 02:00');
    await reconcile(world.ports);
    expect(wakes(world)).toContain('{"record":"task","id":"lx22-002"} 2022-07-05T09:00:00');
  });
});

describe('a policy is refused', () => {
  it.each([
    {
      why: 'from the past',
      over: { effectiveFrom: at('2022-06-28 09:59') },
      says: '生效时刻早于 2022-06-28 10:00，不能改动已经执行的规则',
    },
    {
      why: 'from a post without the right',
      over: { by: 'owner-0' },
      says: '安环局责任人没有这项权限，可以办理的是：园区办',
    },
    { why: 'from nobody', over: { by: 'nobody' }, says: '通讯录里没有“nobody”这个联系人' },
    {
      why: 'that is wrong',
      over: { document: { ...first, sendTime: '25:00' } },
      says: '督办规则 sendTime',
    },
  ])('$why', async ({ over, says }) => {
    const world = await park();
    const before = wakes(world);
    const adopting = adoptPolicy({ ...adoption, ...over }, world.ports);
    await expect(adopting).rejects.toThrow(BadInput);
    await expect(adopting).rejects.toThrow(says);
    expect(wakes(world)).toEqual(before);
    expect((await world.register.park('linxiang')).policies).toHaveLength(1);
  });

  it('that would begin before one adopted earlier', async () => {
    const world = await park();
    await adoptPolicy(adoption, world.ports);
    await expect(
      adoptPolicy({ ...adoption, effectiveFrom: at('2022-06-30 00:00') }, world.ports),
    ).rejects.toThrow('生效时刻早于 2022-07-01 00:00');
  });

  it('when somebody else adopted one at the same moment, and says who', async () => {
    const world = await park();
    const racing: Ports = {
      ...world.ports,
      register: {
        ...world.register,
        addPolicy: async (...args) => {
          await adoptPolicy(adoption, world.ports);
          return world.register.addPolicy(...args);
        },
      },
    };
    const adopting = adoptPolicy(
      { ...adoption, document: { ...first, sendTime: '07:30' } },
      racing,
    );
    await expect(adopting).rejects.toThrow(Conflict);
    await expect(adopting).rejects.toThrow('office采用第2版');
    expect((await world.register.park('linxiang')).policies).toHaveLength(2);
  });
});
