import type { Temporal } from 'temporal-polyfill';
import { openContext } from '../functions/flows/context/open-context.ts';
import { signForAll } from '../functions/flows/tasks/sign-for.ts';
import { localTime } from '../functions/local/local-time.ts';
import { endOfDay, step } from '../functions/local/movable-clock.ts';
import type { Running } from '../functions/local/start.ts';
import type { Terminal } from './command.ts';
import type { Keys } from './keys.ts';
import { whileWritable } from './ticking.ts';

/** Steps to the end of day `until`, or until somebody quits. */
export async function walkUntil(
  running: Running,
  until: Temporal.PlainDate,
  keys: Pick<Keys, 'isQuitting'>,
  terminal: Terminal,
): Promise<void> {
  const limit = endOfDay(until);
  while (!keys.isQuitting()) {
    const hasStepped = await step(running, limit);
    if (!hasStepped) break;
  }
  terminal.out('');
  terminal.out(
    keys.isQuitting()
      ? `停在 ${localTime(running.now())}。`
      : `已走到 ${localTime(running.now())}，${until.toString()} 以前没有别的时刻了。`,
  );
}

/** Runs what each typed key asks for, one after the other, until somebody quits. */
export async function stepping(
  running: Running,
  keys: Pick<Keys, 'typed'>,
  terminal: Terminal,
): Promise<void> {
  for await (const key of keys.typed()) {
    const answer = pressed.get(key);
    if (!answer) continue;
    await whileWritable(running, async () => terminal.out(await answer(running)));
  }
}

/** The action of each key; it returns the line to print. */
const pressed: ReadonlyMap<string, (running: Running) => Promise<string>> = new Map([
  [
    's',
    async ({ laptop, residence }: Running) =>
      `替收件人签收了${await signForAll(await openContext(residence.id, laptop.ports), null)}条提醒。`,
  ],
  [
    'n',
    async (running: Running) =>
      (await step(running)) ? `\n时钟 ${localTime(running.now())}。` : '没有下一个时刻了。',
  ],
]);
