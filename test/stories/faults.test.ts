import { beforeAll, describe, expect, it } from 'vitest';
import { breachesUnder, type Undisturbed, undisturbed } from './faulty-stretch.ts';
import { breaches, live } from './stretch.ts';

let stretch: Undisturbed;

beforeAll(async () => {
  stretch = await undisturbed();
});

describe('three mornings of thirty tasks', () => {
  it('go well when nothing goes wrong', () => {
    const { expected, calls } = stretch;
    expect(breaches(expected, expected, false)).toEqual([]);
    expect(calls.length).toBeGreaterThan(300);
    expect(new Set(calls.map(({ name }) => name))).toEqual(
      new Set([
        'register.park',
        'register.directory',
        'register.due',
        'register.task',
        'register.watch',
        'register.advance',
        'register.putWatch',
        'ledger.read',
        'ledger.write',
        'ledger.between',
        'links.issue',
        'clock.ensureSlot',
        'messenger.publish',
        'collections.steps.all',
        'collections.sources.all',
        // What waits for a red task is named in its message.
        'register.tasks',
      ]),
    );
  });

  it.each(['throws', 'losesAnswer'] as const)(
    'lose nothing and repeat nothing where a single call %s',
    async (mode) => {
      expect(await breachesUnder(mode, stretch)).toEqual([]);
    },
    600_000,
  );

  it('repeat in the one named case: the answer of a publish is lost', async () => {
    const { expected, calls } = stretch;
    const published = calls.find(({ name }) => name === 'messenger.publish');
    const world = await live(({ number }) =>
      number === published?.number ? 'diesAfter' : undefined,
    );
    expect(breaches(world, expected, true)).toEqual([]);
    expect(breaches(world, expected, false)).not.toEqual([]);
  });
});
