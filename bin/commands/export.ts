import { BadInput } from '../../functions/domain/base/problems.ts';
import { itemsOfPark } from '../../functions/register/park-items.ts';
import type { Command } from '../command.ts';
import { readOptions } from '../options.ts';
import { parkOptions, parkUsage, readParkItems } from '../park-access.ts';

const spec = { ...parkOptions, table: { type: 'string' } } as const;

/** Prints all stored records of a park as JSON Lines. Changes nothing. */
export const exportPark: Command = {
  summary: '导出一个园区的全部数据（事项、履历、送达凭证、通讯录、规则），每行一条 JSON',
  usage: [
    '用法：npm run -s ruqi -- export > park.jsonl',
    parkUsage,
    '  --table 表名           同 --stack 一起用：从恢复到以前某一时刻的另一张表导出',
  ].join('\n'),
  run: async (args, terminal) => {
    let count = 0;
    await readParkItems(readOptions(args, spec), terminal, async (items, park) => {
      for await (const item of itemsOfPark(items, park)) {
        terminal.out(JSON.stringify(item));
        count += 1;
      }
    });
    if (count === 0) throw noRecords();
    return 0;
  },
};

/** Fails, as an empty export could be mistaken for a backup. */
const noRecords = (): BadInput =>
  new BadInput([
    {
      place: '导出',
      message: '没有这个园区的任何记录',
      remedy: '请核对是哪个园区、哪里的数据',
    },
  ]);
