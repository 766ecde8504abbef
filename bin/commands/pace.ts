import { paceRows } from '../../functions/domain/pace-report.ts';
import { paceTable } from '../../functions/domain/pace-table.ts';
import { homeUsage } from '../at-home.ts';
import type { Command } from '../command.ts';
import { atFigures, figuresSpec } from '../figures.ts';
import { readOptions } from '../options.ts';
import { tableLines } from '../text-table.ts';

/** How the year's targets stand. */
export const pace: Command = {
  summary: '指标序时进度：每项指标完成多少、是否达到序时进度、此后每月要完成多少',
  usage: [
    '用法：npm run -s ruqi -- pace [--date 2022-06-15] [--format table|jsonl]',
    '  --date 日期   以这一天为准，当天以后才报来的数不算；不给就是今天',
    homeUsage,
  ].join('\n'),
  run: async (args, terminal) =>
    atFigures(readOptions(args, figuresSpec), terminal, ({ figures, tasks }, day, rules) => {
      const rows = paceRows(figures, tasks, day, rules);
      return {
        lines: rows.map((row) => ({ date: day.toString(), ...row })),
        text: tableLines(paceTable(rows, day)),
      };
    }),
};
