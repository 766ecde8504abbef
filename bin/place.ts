import type { Needs } from '../functions/flows/ports.ts';
import type { Subscribing } from '../functions/flows/subscribe-contacts.ts';
import { itemsOf, subscribingWith } from '../functions/handlers/wiring/aws.ts';
import { openHome } from '../functions/local/home.ts';
import type { ItemStore } from '../functions/register/item-store.ts';
import type { Terminal } from './command.ts';
import { homeOptions } from './home-options.ts';
import { refused } from './options.ts';
import { readStack } from './stack.ts';

/** One park, on this laptop or in a deployed stack. */
export type Place = {
  readonly park: string;
  readonly needs: Needs & Subscribing;
  /** The table itself, for what moves a whole park. */
  readonly items: ItemStore;
};

/** The options of every command that works on the data of a park. */
export const placeSpec = {
  stack: { type: 'string' },
  park: { type: 'string' },
  live: { type: 'boolean' },
  data: { type: 'string' },
} as const;

type PlaceOptions = {
  readonly stack?: string;
  readonly park?: string;
  readonly live?: boolean;
  readonly data?: string;
};

/** How they are explained, in Chinese. */
export const placeUsage = [
  '  --live / --data 目录   同 npm start；如期正在运行时也可以用',
  '  --stack 堆栈名 --park 园区编号   不用本机的数据，办理部署在 AWS 上的园区',
].join('\n');

/**
 * Opens the park that `options` mean, on this laptop also beside a running `npm start`, and closes
 * it again.
 *
 * @param isToBeEntered - whether a park that is new on this laptop is entered first.
 * @throws {BadInput} if the data or the stack cannot be read.
 */
export async function atPlace(
  options: PlaceOptions,
  terminal: Terminal,
  use: (place: Place) => Promise<void>,
  isToBeEntered = true,
): Promise<number> {
  const { stack, park } = options;
  if (stack === undefined) return atHome(options, terminal, use, isToBeEntered);
  if (park === undefined) throw refused('park', '没有说明是哪个园区', '请加上 --park 园区编号');
  const { settings } = await readStack(stack);
  await use({ park, needs: subscribingWith(settings), items: itemsOf(settings) });
  return 0;
}

async function atHome(
  { data, live, park }: PlaceOptions,
  terminal: Terminal,
  use: (place: Place) => Promise<void>,
  isToBeEntered: boolean,
): Promise<number> {
  const home = await openHome(homeOptions(data, live ?? false, terminal));
  const { needs, items } = home.laptop;
  try {
    if (isToBeEntered) await home.settle();
    await use({ park: park ?? home.residence.id, needs, items });
  } finally {
    home.close();
  }
  return 0;
}
