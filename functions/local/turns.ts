import { setImmediate } from 'node:timers/promises';

/** Maximum time that synchronous work may block the event loop, in milliseconds. */
const LONGEST_MS = 10;

/**
 * Keeps the event loop responsive during long work with synchronous steps.
 *
 * @returns a function to await after each step; it only yields from time to time.
 */
export function newTurns(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < LONGEST_MS) return;
    await setImmediate();
    began = performance.now();
  };
}
