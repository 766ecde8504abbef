import { problemLine } from '../../functions/domain/base/problems.ts';
import { paceRows } from '../../functions/domain/targets/pace-report.ts';
import { paceTable } from '../../functions/domain/targets/pace-table.ts';
import { writeTargetsSheet } from '../../functions/files/targets-worksheet.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import { importTargets } from '../../functions/flows/files/import-workbooks.ts';
import { readFigures } from '../../functions/flows/targets/read-figures.ts';
import type { Command, Terminal } from '../command.ts';
import { atFigures, figuresOptions } from '../figures.ts';
import { readOptions } from '../options.ts';
import { parkUsage, withPark } from '../park-access.ts';
import { tableLines } from '../text-table.ts';
import {
  importer,
  saveWorkbook,
  type WorkbookOptions,
  workbookFrom,
  workbookOptions,
  workbookUsage,
} from '../workbook-options.ts';

/** Reports the progress of the year's targets. */
export const pace: Command = {
  summary: '指标序时进度：每项指标完成多少、是否达到序时进度、此后每月要完成多少',
  usage: [
    '用法：npm run -s ruqi -- pace [--date 2022-06-15] [--format table|jsonl]',
    '  --date 日期   以这一天为准，当天以后才报来的数不算；不给就是今天',
    workbookUsage,
    '  --confirm     与上次或目标相差很大的数已经核对过，没有填错，照样导入',
    parkUsage,
  ].join('\n'),
  run: async (args, terminal) => {
    const options = readOptions(args, {
      ...figuresOptions,
      ...workbookOptions,
      confirm: { type: 'boolean' },
    });
    if (options.export !== undefined || options.import !== undefined) {
      return exchange(options, terminal);
    }
    return atFigures(options, terminal, ({ figures, tasks }, { day, at }, rules) => {
      const rows = paceRows(figures, tasks, at, rules);
      return {
        lines: rows.map((row) => ({ date: day.toString(), ...row })),
        text: tableLines(paceTable(rows, day)),
      };
    });
  },
};

/** Exports to Excel, or imports from it. */
const exchange = (
  options: WorkbookOptions & { readonly confirm?: boolean },
  terminal: Terminal,
): Promise<number> =>
  withPark(options, terminal, async ({ ports, park }) => {
    const { figures } = await readFigures(park, ports);
    const { export: path, import: file } = options;
    if (path !== undefined)
      await saveWorkbook(path, await writeTargetsSheet(figures.targets, ports.now()), terminal);
    if (file === undefined) return;
    const by = importer(options.as);
    const run = await openContext(park, ports);
    const given = await workbookFrom(file, options);
    const workbook = { ...given, isChecked: options.confirm ?? false };
    const imported = await importTargets(run, { by, via: '导入' }, workbook);
    for (const problem of imported.problems) terminal.err(problemLine(problem));
    terminal.out(`读入 ${imported.read} 项指标，其中 ${imported.news} 项有新的数。`);
  });
