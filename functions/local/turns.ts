import { setImmediate } from 'node:timers/promises';

/** How long work that never waits may keep the process to itself, in milliseconds. */
const LONGEST_MS = 10;

/**
 * Lets pages, keys and signals have their turn in long work whose every step is synchronous.
 *
 * @returns what such work awaits at each step; it waits only now and then.
 */
export function newTurns(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < LONGEST_MS) return;
    await setImmediate();
    began = performance.now();
  };
}
