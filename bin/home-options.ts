import { resolve } from 'node:path';
import { inspect } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import type { HomeOptions } from '../functions/local/home.ts';
import type { Terminal } from './command.ts';

/** How a command opens the data of this laptop. The only place in which commands read the real clock. */
export const homeOptions = (
  data: string | undefined,
  isLive: boolean,
  terminal: Terminal,
  show: HomeOptions['show'] = () => undefined,
): HomeOptions => ({
  data: resolve(data ?? '.ruqi'),
  isLive,
  hasTerminal: false,
  realNow: () => Temporal.Now.instant(),
  tell: terminal.err,
  show,
  log: {
    info: () => undefined,
    error: (...what: readonly unknown[]) => terminal.err(inspect(what, { depth: null })),
  },
});
