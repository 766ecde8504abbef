import { Temporal } from 'temporal-polyfill';
import { tellFunctions } from './functions.ts';

/** The one clock of the story, which the functions and the command line follow. */
export type StoryClock = {
  /** Moves it to `instant`; it runs on from there. */
  readonly moveTo: (instant: Temporal.Instant) => Promise<void>;
  /** What makes another process follow it. */
  readonly environment: () => Readonly<Record<string, string>>;
};

/** A clock that is right until it is moved. */
export function storyClock(): StoryClock {
  let environment = {};
  return {
    moveTo: async (instant) => {
      const shift = instant.epochMilliseconds - Temporal.Now.instant().epochMilliseconds;
      const preload = `const now = Date.now; Date.now = () => now() + ${shift};`;
      environment = {
        NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(preload)}`,
      };
      await tellFunctions(environment);
    },
    environment: () => environment,
  };
}
