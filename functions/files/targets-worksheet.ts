import type { Temporal } from 'temporal-polyfill';
import writeXlsxFile from 'write-excel-file/node';
import { shortest } from '../domain/base/decimal.ts';
import type { Problem } from '../domain/base/problems.ts';
import { knownAt, type Target } from '../domain/targets/target.ts';
import { readSheets, type SheetReading } from './read-worksheets.ts';
import { HELD, heldText, KEY, repeatedAt } from './row-memory.ts';
import { CHECKED, MONTH_TITLES, PLACES, type ReturnRow, readTargetRow } from './target-row.ts';
import { headCell, numberCell, textCell } from './write-cells.ts';

const TITLES = ['序号', '指标', '单位', '年度目标', ...MONTH_TITLES, '来源', '备注'] as const;

const SHEET = '指标';

/**
 * Reads the returns of `targets` from a workbook. A month that is as it was exported, or as it is
 * known at `now`, is no return; the goal is the register's, and one that differs is a problem.
 *
 * @param file - its name, for messages.
 * @throws {BadInput} if it is no such workbook.
 */
export async function readTargetsSheet(
  bytes: Uint8Array,
  file: string,
  targets: readonly Target[],
  now: Temporal.Instant,
): Promise<SheetReading<ReturnRow>> {
  const sheets = await readSheets(bytes, file, TITLES);
  const values: ReturnRow[] = [];
  const problems: Problem[] = [];
  const places = new Map<string, string>();
  for (const row of sheets.flatMap(({ rows }) => rows)) {
    const read = readTargetRow(row, targets, now);
    if (!('id' in read)) {
      problems.push(...read);
      continue;
    }
    const first = places.get(read.id);
    if (first === undefined) values.push(read);
    else problems.push(repeatedAt(row.place, first));
    places.set(read.id, first ?? row.place);
  }
  return { values, problems };
}

/** The workbook that {@link readTargetsSheet} reads, with the figures that are known at `now`. */
export function writeTargetsSheet(
  targets: readonly Target[],
  now: Temporal.Instant,
): Promise<Uint8Array> {
  const rows = targets.map((target, at) => {
    const known = knownAt(target, now);
    const source = [...known.values()].at(-1)?.source ?? '';
    const held = [...known.values()].map(
      ({ month, value }) => [`${month}月`, shortest(value, PLACES)] as const,
    );
    return [
      numberCell(at + 1),
      textCell(target.name),
      textCell(target.unit),
      numberCell(target.goal.valueOf()),
      ...MONTH_TITLES.map((_, month) => {
        const actual = known.get(month + 1);
        return actual ? numberCell(actual.value.valueOf()) : null;
      }),
      textCell(source),
      textCell(''),
      textCell(''),
      textCell(target.id),
      textCell(heldText(Object.fromEntries(held))),
    ];
  });
  const head = [...TITLES, CHECKED, KEY, HELD].map(headCell);
  return writeXlsxFile([{ sheet: SHEET, data: [head, ...rows] }]).toBuffer();
}
