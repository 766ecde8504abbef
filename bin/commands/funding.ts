import { fundingReport } from '../../functions/domain/funding-report.ts';
import { fundingTables } from '../../functions/domain/funding-table.ts';
import { homeUsage } from '../at-home.ts';
import type { Command } from '../command.ts';
import { atFigures, figuresSpec } from '../figures.ts';
import { readOptions } from '../options.ts';
import { tableLines } from '../text-table.ts';

/** Where the money stands. */
export const funding: Command = {
  summary: '资金：每笔资金从储备到支出走到哪一步、差多少、下一步是什么时候、卡在哪里',
  usage: [
    '用法：npm run -s ruqi -- funding [--date 2022-06-15] [--format table|jsonl]',
    '  --date 日期   以这一天为准，当天以后办成的不算；不给就是今天',
    '  jsonl 里的金额都是分',
    homeUsage,
  ].join('\n'),
  run: async (args, terminal) =>
    atFigures(readOptions(args, figuresSpec), terminal, ({ figures, tasks }, day, rules) => {
      const report = fundingReport(figures, tasks, day, rules);
      return {
        lines: [...report.rows, ...report.clocks, ...report.blocks].map((row) => ({
          date: day.toString(),
          ...row,
        })),
        text: fundingTables(report, day).flatMap((table, at) => [
          ...(at === 0 ? [] : ['']),
          ...tableLines(table),
        ]),
      };
    }),
};
