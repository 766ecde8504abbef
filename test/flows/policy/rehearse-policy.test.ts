import { describe, expect, it } from 'vitest';
import { Conflict } from '../../../functions/domain/base/faults.ts';
import { BadInput } from '../../../functions/domain/base/problems.ts';
import { tallied } from '../../../functions/domain/messages/rehearsal-difference.ts';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import { keyOf } from '../../../functions/domain/tasks/occasion-codec.ts';
import { aTask, at, contactsOf, day } from '../../support/builders.ts';
import { type Adoption, adoptPolicy, rehearsePolicy } from '../../support/requests.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

const { version: _, ...first } = defaultPolicy;

async function park(): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-27 10:00');
  const tasks = ['2022-07-01', '2022-07-20'].map((due, number) =>
    aTask({ id: `lx22-00${number}`, due: day(due) }),
  );
  await settleIn(world, tasks, contactsOf('安环局'), defaultPolicy);
  return world;
}

const wanted = (document: Record<string, unknown>, from = '2022-07-11 00:00'): Adoption => ({
  park: 'linxiang',
  document: { ...first, ...document },
  effectiveFrom: at(from),
  by: 'office',
});

describe('a policy that is tried', () => {
  it('changes nothing, and shows what would change from its first day on', async () => {
    const world = await park();
    const before = JSON.stringify(world.waking());
    const before7 = first.before.filter(({ daysBefore }) => daysBefore !== 7);
    const [from, change] = ['2022-07-11', { before: before7 }];
    const rehearsal = await rehearsePolicy(wanted(change), world.ports);
    expect(rehearsal.from.toString()).toBe(from);
    expect(rehearsal.span.map(String)).toEqual(['2022-06-27', '2022-12-31']);
    expect(rehearsal.policy.version).toBe(2);
    const said = rehearsal.differences.map(
      ({ change: what, task, occasion, contact }) =>
        `${what} ${task.id} ${keyOf(occasion)} ${contact}`,
    );
    expect(said).toEqual(['dropped lx22-001 before-7 owner-0']);
    expect(JSON.stringify(world.waking())).toBe(before);
    expect((await world.register.park('linxiang')).policies).toHaveLength(1);
  });

  it('that moves the hour moves every message after its first day, counted by contact', async () => {
    const world = await park();
    const { differences } = await rehearsePolicy(wanted({ sendTime: '09:00' }), world.ports);
    expect(new Set(differences.map(({ change }) => change))).toEqual(new Set(['moved']));
    const tally = tallied(differences, ({ contact }) => contact);
    expect(tally[0]?.of).toBe('owner-0');
    const all = tally.reduce((sum, { added, dropped, moved }) => sum + added + dropped + moved, 0);
    expect(all).toBe(differences.length);
    expect(tally.map(({ moved }) => moved)).toEqual(
      tally.map(({ moved }) => moved).toSorted((a, b) => b - a),
    );
  });

  it('equals what happens once it is adopted: nothing is left to compare', async () => {
    const world = await park();
    const adoption = wanted({ sendTime: '09:00' });
    await adoptPolicy(adoption, world.ports);
    expect((await rehearsePolicy(adoption, world.ports)).differences).toEqual([]);
  });

  it('is refused as its adoption would be', async () => {
    const world = await park();
    const refused = (adoption: Adoption): Promise<unknown> => rehearsePolicy(adoption, world.ports);
    await expect(refused({ ...wanted({}), by: 'owner-0' })).rejects.toThrow(BadInput);
    await expect(refused(wanted({}, '2022-06-27 00:00'))).rejects.toThrow('将来的生效日期');
    await expect(refused(wanted({ sendTime: '25:00' }))).rejects.toThrow(BadInput);
    await expect(refused({ ...wanted({}), seen: 7 })).rejects.toThrow(Conflict);
  });
});

it('a policy is not adopted over one that its author had not seen', async () => {
  const world = await park();
  await adoptPolicy({ ...wanted({ sendTime: '09:00' }), seen: 1 }, world.ports);
  const second = { ...wanted({ sendTime: '10:00' }), seen: 1 };
  await expect(adoptPolicy(second, world.ports)).rejects.toThrow('office采用第2版');
  expect((await world.register.park('linxiang')).policies).toHaveLength(2);
});
