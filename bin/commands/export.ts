import { itemsOf } from '../../functions/register/park-items.ts';
import type { Command } from '../command.ts';
import { readOptions } from '../options.ts';
import { openPlace, placeSpec, placeUsage } from '../place.ts';

/** Writes all that is stored of a park as JSON Lines. */
export const exportPark: Command = {
  summary: '导出一个园区的全部数据（事项、履历、送达凭证、通讯录、规则），每行一条 JSON',
  usage: ['用法：npm run -s ruqi -- export > park.jsonl', ...placeUsage].join('\n'),
  run: async (args, terminal) => {
    const place = await openPlace(readOptions(args, placeSpec), terminal);
    try {
      await place.settle();
      for await (const item of itemsOf(place.documents, place.park)) {
        terminal.out(JSON.stringify(item));
      }
    } finally {
      await place.close();
    }
    return 0;
  },
};
