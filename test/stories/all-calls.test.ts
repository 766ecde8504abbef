import { describe, expect, it } from 'vitest';
import { callsOf, type FaultMode, faulty } from '../support/faults.ts';
import { fakeTopic } from '../support/topic.ts';
import { newWorld } from '../support/world.ts';
import { bookDeeds } from './book-deeds.ts';
import { callsIn } from './each-call.ts';
import { planDeeds } from './plan-deeds.ts';
import { runDeeds } from './run-deeds.ts';
import { taskDeeds } from './task-deeds.ts';

describe('the fault tests', () => {
  it('make every outside call that the ports offer', async () => {
    const { subscribers, book } = fakeTopic();
    const offered = callsOf({ ...newWorld().ports, subscribers, book });
    const made: string[] = [];
    for (const deed of [...runDeeds, ...taskDeeds, ...bookDeeds, ...planDeeds]) {
      made.push(...(await callsIn(deed)));
    }
    const covered = [...made, ...ONLY_SHOWN].map(ofAnyShelf);
    expect(new Set(covered)).toEqual(new Set(offered.map(ofAnyShelf)));
  });
});

/** What only pages read: a fault there is a page that fails, and nothing is half done. */
const ONLY_SHOWN: readonly string[] = ['register.directoryHistory', 'register.holidaysHistory'];

/** All collections share one port. */
const ofAnyShelf = (name: string): string => name.replace(/^collections\.\w+\./, 'collections.');

describe('the fault plan', () => {
  /** Ports that nobody named to it. */
  const ports = (done: string[]) => ({
    call: async (what: string) => void done.push(what),
    deep: {
      deeper: {
        walk: async function* walk() {
          for (const each of [1, 2, 3]) {
            done.push(`yields ${each}`);
            yield each;
          }
        },
      },
    },
    now: () => 'inside',
  });

  const under = (mode: FaultMode | undefined) => {
    const done: string[] = [];
    const asked: string[] = [];
    const faultyPorts = faulty(ports(done), ({ name }) => {
      asked.push(name);
      return mode;
    });
    return { done, asked, faultyPorts };
  };

  it('is asked at every call, however deep it lies, and not for what comes from inside', async () => {
    const { done, asked, faultyPorts } = under(undefined);
    await faultyPorts.call('one');
    expect(await Array.fromAsync(faultyPorts.deep.deeper.walk())).toEqual([1, 2, 3]);
    expect(faultyPorts.now()).toBe('inside');
    expect(asked).toEqual(['call', 'deep.deeper.walk']);
    expect(callsOf(ports(done))).toEqual(asked);
  });

  it.each([
    { mode: 'throws', done: [], yielded: [] },
    { mode: 'diesBefore', done: [], yielded: [] },
    { mode: 'losesAnswer', done: ['one', 'yields 1'], yielded: [1] },
    { mode: 'diesAfter', done: ['one'], yielded: [] },
  ] as const)('$mode before or after the call, and in the middle of a walk', async (given) => {
    const { done, faultyPorts } = under(given.mode);
    await expect(faultyPorts.call('one')).rejects.toThrow('call');
    const yielded: number[] = [];
    const walking = async (): Promise<void> => {
      for await (const each of faultyPorts.deep.deeper.walk()) yielded.push(each);
    };
    await expect(walking()).rejects.toThrow('walk');
    expect(yielded).toEqual(given.yielded);
    expect(done).toEqual(given.done);
  });
});
