import { type Driven, tick } from '../functions/local/drive.ts';
import type { Terminal } from './command.ts';
import { gapAsker } from './gap-asker.ts';
import type { Keys } from './keys.ts';

/** Interval between two looks at the real clock, in milliseconds. */
const TICK_MS = 20_000;

/** Runs `work`. Ignores errors while the disk cannot be written: that was reported, and work is retried. */
export async function whileWritable(
  { laptop }: Pick<Driven, 'laptop'>,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (fault) {
    if (laptop.diskProblem() === undefined) throw fault;
  }
}

/** Processes what is due by the real clock, and answers about gaps, until somebody quits. */
export async function ticking(
  running: Driven,
  keys: Pick<Keys, 'typed'>,
  terminal: Terminal,
  everyMs = TICK_MS,
): Promise<void> {
  let last = running.now();
  let looking = Promise.resolve();
  const asker = gapAsker(running, terminal);
  const look = async (): Promise<void> => {
    const since = last;
    last = running.now();
    await whileWritable(running, () => tick(running, since));
  };
  const inTurn = (work: () => Promise<void>): void => {
    looking = looking.then(work).catch((fault: unknown) => terminal.err(String(fault)));
  };
  inTurn(asker.say);
  const timer = setInterval(() => {
    inTurn(look);
    inTurn(asker.say);
  }, everyMs);
  for await (const key of keys.typed()) {
    inTurn(() => whileWritable(running, () => asker.press(key)));
  }
  clearInterval(timer);
  await looking;
}
