import { beforeAll, describe, expect, it } from 'vitest';
import { type Call, type FaultMode, isBetweenPublishAndMark } from '../support/faults.ts';
import type { World } from '../support/world.ts';
import { breaches, live } from './stretch.ts';

const MODES: readonly FaultMode[] = ['throws', 'losesAnswer', 'diesBefore', 'diesAfter'];

let expected: World;
let calls: readonly Call[];

beforeAll(async () => {
  const seen: Call[] = [];
  expected = await live((call) => {
    seen.push(call);
    return undefined;
  });
  calls = seen;
});

describe('three mornings of thirty tasks', () => {
  it('go well when nothing goes wrong', () => {
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
        'books.steps.all',
      ]),
    );
  });

  it.each(MODES)(
    'lose nothing and repeat nothing where a single call %s',
    async (mode) => {
      const found: string[] = [];
      for (const call of calls) {
        const { number, name } = call;
        const world = await live((each) => (each.number === number ? mode : undefined));
        const mayRepeat = isBetweenPublishAndMark(call, mode);
        found.push(
          ...breaches(world, expected, mayRepeat).map(
            (breach) => `${mode} ${number} ${name}: ${breach}`,
          ),
        );
      }
      expect(found).toEqual([]);
    },
    600_000,
  );

  it('repeat in the one named case: the answer of a publish is lost', async () => {
    const published = calls.find(({ name }) => name === 'messenger.publish');
    const world = await live(({ number }) =>
      number === published?.number ? 'diesAfter' : undefined,
    );
    expect(breaches(world, expected, true)).toEqual([]);
    expect(breaches(world, expected, false)).not.toEqual([]);
  });
});
