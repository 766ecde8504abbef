import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../functions/domain/policy/default-policy.ts';
import { signForAll } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import { live } from './climbing.ts';
import { aNode, close, divided } from './dividing.ts';

/** `day key` of every asking for a return. */
const asked = (world: World): readonly string[] =>
  world.deliveries
    .filter(({ key, contact }) => key.includes('/return-') && contact.startsWith('owner'))
    .map(({ at, key }) => `${at.slice(5, 10)} ${key.split('/').slice(0, 2).join(' ')}`);

const nodes = [aNode('可研', '2022-07-29'), aNode('开工', '2022-08-31')];

describe('the returns of a divided work', () => {
  it('are asked of its next open node, and of the one after it once that is closed', async () => {
    const world = await divided(defaultPolicy, nodes, '2022-09-30');
    const signing = (): Promise<unknown> => signForAll('linxiang', null, world.ports);
    await live(world, '2022-06-02', '2022-07-25', signing);
    expect(asked(world)).toEqual(['07-21 lx22-071.n1 return-2022-07-25-2']);
    world.goTo('2022-07-25 10:00');
    await close(world, 1);
    await live(world, '2022-07-26', '2022-08-25', signing);
    expect(asked(world).slice(1)).toEqual(['08-23 lx22-071.n2 return-2022-08-25-2']);
    world.goTo('2022-08-25 10:00');
    await close(world, 2);
    await live(world, '2022-08-26', '2022-09-23', signing);
    expect(asked(world).slice(2)).toEqual(['09-21 lx22-071 return-2022-09-23-2']);
  });
});
