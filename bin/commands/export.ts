import { itemsOfPark } from '../../functions/register/park-items.ts';
import type { Command } from '../command.ts';
import { readOptions } from '../options.ts';
import { atPlace, placeSpec, placeUsage } from '../place.ts';

/** Writes all that is stored of a park as JSON Lines. */
export const exportPark: Command = {
  summary: '导出一个园区的全部数据（事项、履历、送达凭证、通讯录、规则），每行一条 JSON',
  usage: ['用法：npm run -s ruqi -- export > park.jsonl', placeUsage].join('\n'),
  run: (args, terminal) =>
    atPlace(readOptions(args, placeSpec), terminal, async ({ items, park }) => {
      for await (const item of itemsOfPark(items, park)) terminal.out(JSON.stringify(item));
    }),
};
