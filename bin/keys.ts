import { once } from 'node:events';

/** What is typed on the terminal, or sent as a signal to end, from `openKeys` until `close`. */
export type Keys = {
  /** The keys in their order, until `q`, Ctrl-C or a signal to end. */
  readonly typed: () => AsyncGenerator<string, void>;
  /** True once somebody wants to quit: between two steps of long work, stop. */
  readonly isQuitting: () => boolean;
  readonly close: () => void;
};

const CTRL_C = '\u0003';

/** Longest time, in milliseconds, that a timer of Node takes. */
const LONG_MS = 2_147_483_647;

/**
 * Listens from now on, so that no key and no signal is missed while something starts.
 *
 * On a terminal a key counts at once; an input that ends does not end the run.
 */
export function openKeys(): Keys {
  const waiting: string[] = [];
  let isQuitting = false;
  const typings = new EventTarget();
  const take = (text: string): void => {
    const keys = Array.from(text);
    waiting.push(...keys);
    isQuitting ||= keys.some(isQuit);
    typings.dispatchEvent(new Event('typed'));
  };
  const quit = (): void => take('q');
  const { stdin } = process;
  if (stdin.isTTY) stdin.setRawMode(true);
  stdin.setEncoding('utf8').on('data', take);
  process.on('SIGINT', quit).on('SIGTERM', quit);
  const alive = setInterval(() => undefined, LONG_MS);
  return {
    typed: () => typedUntilQuit(waiting, typings),
    isQuitting: () => isQuitting,
    close: () => {
      clearInterval(alive);
      if (stdin.isTTY) stdin.setRawMode(false);
      stdin.off('data', take).pause();
      process.off('SIGINT', quit).off('SIGTERM', quit);
    },
  };
}

const isQuit = (key: string): boolean => key === 'q' || key === CTRL_C;

/** @yields each key that waits, then waits for more. */
async function* typedUntilQuit(
  waiting: string[],
  typings: EventTarget,
): AsyncGenerator<string, void> {
  for (;;) {
    const key = waiting.shift();
    if (key === undefined) await once(typings, 'typed');
    else if (isQuit(key)) return;
    else yield key;
  }
}
