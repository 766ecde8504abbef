import { BadInput } from '../functions/domain/base/problems.ts';
import type { Subscribing } from '../functions/flows/contacts/subscribe-contacts.ts';
import type { Ports } from '../functions/flows/ports.ts';
import { itemsOf, subscribingWith } from '../functions/handlers/wiring/aws.ts';
import { type HomeOptions, openHome } from '../functions/local/home.ts';
import { isBegun } from '../functions/local/home-folder.ts';
import { readHome } from '../functions/local/read-home.ts';
import { residenceOf } from '../functions/local/residence.ts';
import type { ItemStore } from '../functions/register/item-store.ts';
import type { Terminal } from './command.ts';
import { homeOptions } from './home-options.ts';
import { badOption, type OptionValues } from './options.ts';
import { readStack } from './stack.ts';

/** The data of one park, on this laptop or in a deployed stack. */
export type ParkAccess = {
  readonly park: string;
  readonly ports: Ports & Subscribing;
  /** The table itself, for export and restore of a whole park. */
  readonly items: ItemStore;
};

/** Options of every command that works on the data of a park. */
export const parkOptions = {
  stack: { type: 'string' },
  park: { type: 'string' },
  live: { type: 'boolean' },
  data: { type: 'string' },
} as const;

type ParkOptions = OptionValues<typeof parkOptions>;

/** Help text of {@link parkOptions}, in Chinese. */
export const parkUsage = [
  '  --live / --data 目录   同 npm start；如期正在运行时也可以用',
  '  --stack 堆栈名 --park 园区编号   不用本机的数据，办理部署在 AWS 上的园区',
].join('\n');

/**
 * Runs `use` on the park that `options` select. On this laptop it may run next to `npm start`.
 *
 * @param mayBegin - whether to create empty data on this laptop if there is none.
 * @throws {BadInput} if the data or the stack cannot be read, or there is no data.
 */
export async function withPark(
  options: ParkOptions,
  terminal: Terminal,
  use: (access: ParkAccess) => Promise<void>,
  mayBegin = false,
): Promise<number> {
  const { stack } = options;
  if (stack === undefined) return atHome(options, terminal, use, mayBegin);
  const park = deployedPark(options);
  const { settings } = await readStack(stack);
  await use({ park, ports: subscribingWith(settings), items: itemsOf(settings) });
  return 0;
}

/**
 * Runs `use` on the table of the park that `options` select, for reading only. On this laptop it
 * creates and changes no file, and may run next to `npm start`. With a stack, `table` may name another
 * table, such as one restored to an earlier time.
 *
 * @throws {BadInput} if the data or the stack cannot be read, or there is no data.
 */
export async function readParkItems(
  options: ParkOptions & { readonly table?: string },
  terminal: Terminal,
  use: (items: Pick<ItemStore, 'all'>, park: string) => Promise<void>,
): Promise<void> {
  const { stack, table, data, live, park } = options;
  if (stack !== undefined) {
    const deployed = deployedPark(options);
    const { settings } = await readStack(stack);
    return use(itemsOf(table === undefined ? settings : { TABLE_NAME: table }), deployed);
  }
  if (table !== undefined) throw badOption('table', '本机的数据不分表', '请加上 --stack 堆栈名');
  const where = homeOptions(data, live ?? false, terminal);
  await refuseNone(where);
  return readHome(where, (items) => use(items, park ?? residenceOf(where).id));
}

function deployedPark({ park }: ParkOptions): string {
  if (park !== undefined) return park;
  throw badOption('park', '没有说明是哪个园区', '请加上 --park 园区编号');
}

async function atHome(
  { data, live, park }: ParkOptions,
  terminal: Terminal,
  use: (access: ParkAccess) => Promise<void>,
  mayBegin: boolean,
): Promise<number> {
  const where = homeOptions(data, live ?? false, terminal);
  if (!mayBegin) await refuseNone(where);
  const home = await openHome(where);
  const { ports, items } = home.laptop;
  try {
    if (!mayBegin) await home.settle();
    await use({ park: park ?? home.residence.id, ports, items });
  } finally {
    home.close();
  }
  return 0;
}

/** Refuses missing data: a typo in `--data` would otherwise create an empty park. */
async function refuseNone(where: HomeOptions): Promise<void> {
  if (await isBegun(where)) return;
  const { data, isLive } = where;
  const hasOther = await isBegun({ data, isLive: !isLive });
  const other = isLive ? '只有样例园区，请去掉 --live' : '只有真实园区，请加上 --live';
  const start = `npm start -- ${isLive ? '--live ' : ''}--data ${data}`;
  const remedy = hasOther ? other : `请核对 --data；要新建，请先运行 ${start}`;
  throw new BadInput([{ place: `数据目录 ${data}`, message: '这里没有要用的数据', remedy }]);
}
