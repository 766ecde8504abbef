import type { Needs } from '../functions/flows/ports.ts';
import type { Subscribing } from '../functions/flows/subscribe-contacts.ts';
import { documentsOf, subscribingWith } from '../functions/handlers/wiring/aws.ts';
import { openHome } from '../functions/local/home.ts';
import type { Documents } from '../functions/register/documents.ts';
import type { Terminal } from './command.ts';
import { homeOptions } from './home-options.ts';
import { refused } from './options.ts';
import { readStack } from './stack.ts';

/** One park, on this laptop or in a deployed stack, until it is closed. */
export type Place = {
  readonly park: string;
  readonly needs: Needs & Subscribing;
  readonly documents: Documents;
  /** On this laptop, enters the park if that was not done yet. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The options that say which park is meant. */
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

export const placeUsage = [
  '  --stack 堆栈名 --park 园区编号   已部署到 AWS 的园区；不给就是本机的数据',
  '  --live / --data 目录             同 npm start；请先退出正在运行的如期',
];

/**
 * Opens the park that `options` mean.
 *
 * @throws {BadInput} if the stack cannot be read, or the data is in use.
 */
export async function openPlace(options: PlaceOptions, terminal: Terminal): Promise<Place> {
  const { stack, park } = options;
  if (stack === undefined) return openLocal(options, terminal);
  if (park === undefined) throw refused('park', '没有说明是哪个园区', '请加上 --park 园区编号');
  const { settings } = await readStack(stack);
  return {
    park,
    needs: subscribingWith(settings),
    documents: documentsOf(settings),
    settle: async () => undefined,
    close: async () => undefined,
  };
}

async function openLocal({ data, live, park }: PlaceOptions, terminal: Terminal): Promise<Place> {
  const home = await openHome(homeOptions(data, live ?? false, terminal));
  const { needs, documents, stop } = home.laptop;
  return {
    park: park ?? home.residence.id,
    needs,
    documents,
    settle: () => home.settle(null),
    close: stop,
  };
}
