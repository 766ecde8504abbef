import { fc, test as property } from '@fast-check/vitest';
import { beforeAll, describe, expect, it } from 'vitest';
import { wake } from '../../functions/flows/wake.ts';
import { type Call, type FaultMode, faulty, isBetweenPublishAndMark } from '../support/faults.ts';
import type { World } from '../support/world.ts';
import { breaches, live, type Morning } from './stretch.ts';

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
        'register.contacts',
        'register.due',
        'register.task',
        'register.watch',
        'register.advance',
        'register.putWatch',
        'ledger.read',
        'ledger.write',
        'ledger.between',
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
    120_000,
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

describe('two runs at once', () => {
  it('tell everything once, whichever call of the first the second runs in', async () => {
    const found: string[] = [];
    for (const { number } of calls) {
      const world = await live(undefined, pausedAt(number));
      found.push(...breaches(world, expected, false).map((breach) => `at ${number}: ${breach}`));
    }
    expect(found).toEqual([]);
  }, 120_000);

  property.prop([fc.array(fc.boolean(), { minLength: 50, maxLength: 400 })], { numRuns: 60 })(
    'tell everything once, however their calls alternate',
    async (turns) => {
      const world = await live(undefined, alternating(turns));
      expect(breaches(world, expected, false)).toEqual([]);
    },
    120_000,
  );
});

/** A morning whose first run stops before its call `number` until a second run is through. */
function pausedAt(number: number): Morning {
  let seen = 0;
  return async (needs) => {
    const first = faulty(needs, async () => {
      seen += 1;
      if (seen === number) await wake('linxiang', needs);
      return undefined;
    });
    await wake('linxiang', first);
  };
}

/** A morning of two runs, in which `turns` say whose call is next. */
function alternating(turns: readonly boolean[]): Morning {
  let turn = 0;
  return async (needs) => {
    const waiting = new Map<number, () => void>();
    const running = new Set([0, 1]);
    const next = (): void => {
      if (waiting.size < running.size) return;
      const wanted = Number(turns[turn++ % turns.length]);
      const chosen = waiting.has(wanted) ? wanted : 1 - wanted;
      const go = waiting.get(chosen);
      waiting.delete(chosen);
      go?.();
    };
    const run = async (me: number): Promise<void> => {
      const mine = faulty(needs, async () => {
        await new Promise<void>((resolve) => {
          waiting.set(me, resolve);
          next();
        });
        return undefined;
      });
      await wake('linxiang', mine).finally(() => {
        running.delete(me);
        next();
      });
    };
    await Promise.all([run(0), run(1)]);
  };
}
