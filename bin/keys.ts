import { once } from 'node:events';

/** Keys typed on the terminal and termination signals, from `openKeys` until `close`. */
export type Keys = {
  /** The keys in order, until `q`, Ctrl-C or a termination signal. */
  readonly typed: () => AsyncGenerator<string, void>;
  /** Whether somebody asked to quit; long work checks it between two steps. */
  readonly isQuitting: () => boolean;
  readonly close: () => void;
};

const CTRL_C = '\u0003';

/** Maximum delay of a Node timer, in milliseconds. */
const LONG_MS = 2_147_483_647;

/**
 * Listens from now on, so that no key or signal is missed during a start. On a terminal a key takes
 * effect without Enter. The end of the input does not end the run.
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

/** @yields each waiting key, and then waits for more. */
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
