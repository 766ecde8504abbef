import { fc, test as property } from '@fast-check/vitest';
import { beforeAll, describe, expect, it } from 'vitest';
import { faulty } from '../support/faults.ts';
import { wake } from '../support/requests.ts';
import { type Undisturbed, undisturbed } from './faulty-stretch.ts';
import { breaches, live, type Morning } from './stretch.ts';

let stretch: Undisturbed;

beforeAll(async () => {
  stretch = await undisturbed();
});

describe('two runs at once', () => {
  it('tell everything once, whichever call of the first the second runs in', async () => {
    const found: string[] = [];
    for (const { number } of stretch.calls) {
      const world = await live(undefined, pausedAt(number));
      found.push(
        ...breaches(world, stretch.expected, false).map((breach) => `at ${number}: ${breach}`),
      );
    }
    expect(found).toEqual([]);
  }, 600_000);

  property.prop([fc.array(fc.boolean(), { minLength: 50, maxLength: 400 })], { numRuns: 60 })(
    'tell everything once, however their calls alternate',
    async (turns) => {
      const world = await live(undefined, alternating(turns));
      expect(breaches(world, stretch.expected, false)).toEqual([]);
    },
    600_000,
  );
});

/** A morning whose first run stops before its call `number` until a second run is through. */
function pausedAt(number: number): Morning {
  let seen = 0;
  return async (ports) => {
    const first = faulty(ports, async () => {
      seen += 1;
      if (seen === number) await wake('linxiang', ports);
      return undefined;
    });
    await wake('linxiang', first);
  };
}

/** A morning of two runs, in which `turns` say whose call is next. */
function alternating(turns: readonly boolean[]): Morning {
  let turn = 0;
  return async (ports) => {
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
      const mine = faulty(ports, async () => {
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
