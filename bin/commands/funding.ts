import { problemLine } from '../../functions/domain/base/problems.ts';
import { fundingReport } from '../../functions/domain/funding/funding-report.ts';
import { fundingTables } from '../../functions/domain/funding/funding-table.ts';
import { writeFundingSheets } from '../../functions/files/funding-worksheet.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import { importFunding } from '../../functions/flows/files/import-workbooks.ts';
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

/** Reports the progress of funding. */
export const fundingCommand: Command = {
  summary: '资金：每笔资金从储备到支出走到哪一步、差多少、下一步是什么时候、卡在哪里',
  usage: [
    '用法：npm run -s ruqi -- funding [--date 2022-06-15] [--format table|jsonl]',
    '  --date 日期   以这一天为准，当天以后办成的不算；不给就是今天',
    '  jsonl 里的金额都是分',
    workbookUsage,
    parkUsage,
  ].join('\n'),
  run: async (args, terminal) => {
    const options = readOptions(args, { ...figuresOptions, ...workbookOptions });
    if (options.export !== undefined || options.import !== undefined) {
      return exchange(options, terminal);
    }
    return atFigures(options, terminal, ({ figures, tasks }, { day }, rules) => {
      const report = fundingReport(figures, tasks, day, rules);
      const lines = [...report.rows, ...report.clocks, ...report.blocks];
      return {
        lines: lines.map((row) => ({ date: day.toString(), ...row })),
        text: fundingTables(report, day).flatMap((table, at) => [
          ...(at === 0 ? [] : ['']),
          ...tableLines(table),
        ]),
      };
    });
  },
};

/** Exports to Excel, or imports from it. */
const exchange = (options: WorkbookOptions, terminal: Terminal): Promise<number> =>
  withPark(options, terminal, async ({ ports, park }) => {
    const read = await readFigures(park, ports);
    const { instruments, steps } = read.figures;
    const { export: path, import: file } = options;
    if (path !== undefined)
      await saveWorkbook(path, await writeFundingSheets(instruments, steps), terminal);
    if (file === undefined) return;
    const by = importer(options.as);
    const run = await openContext(park, ports);
    const workbook = await workbookFrom(file, options);
    const imported = await importFunding(run, { by, via: '导入' }, workbook);
    for (const problem of imported.problems) terminal.err(problemLine(problem));
    terminal.out(`读入 ${imported.read} 行，登记了 ${imported.news} 行新的或有变化的。`);
  });
