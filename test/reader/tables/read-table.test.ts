import { describe, expect, it } from 'vitest';
import { readTable } from '../../../functions/reader/tables/read-table.ts';
import { columnRoles } from '../../../functions/reader/tables/table-columns.ts';
import { documentOfText } from '../../../functions/reader/tables/text-tables.ts';

const HEAD = '| 序号 | 工作任务 | 责任单位 | 完成时限 |';

/** The cells of every table that lines draw. */
const cellsIn = (text: string): readonly (readonly (readonly string[])[])[] =>
  documentOfText(text).tables.map(({ rows }) =>
    rows.map((row) => row.map(({ start, end }) => text.slice(start, end).trim())),
  );

/** `title, owners, day` of every draft of the first table. */
function draftsOf(...lines: readonly string[]): readonly (readonly [string, string, string])[] {
  const text = lines.join('\n');
  const [table] = documentOfText(text).tables;
  const reading = table && readTable(table, { text, planYear: 2022, area: 0 });
  return (reading?.drafts ?? []).map(({ title, owners, due }) => [
    title,
    owners.join(),
    String(due),
  ]);
}

describe('tables in plain text', () => {
  it('are found by bars, without the lines that only draw', () => {
    expect(
      cellsIn(`前言\n${HEAD}\n|---|---|---|---|\n| 1 | 建成平台 | 安环局 | 6月底 |\n结尾`),
    ).toEqual([
      [
        ['序号', '工作任务', '责任单位', '完成时限'],
        ['1', '建成平台', '安环局', '6月底'],
      ],
    ]);
  });

  it('are found by tabs', () => {
    expect(cellsIn('工作任务\t责任单位\n建成平台\t安环局')).toEqual([
      [
        ['工作任务', '责任单位'],
        ['建成平台', '安环局'],
      ],
    ]);
  });

  it('are not seen in a sentence or in a single line', () => {
    expect(cellsIn('建成平台。\n完成验收。')).toEqual([]);
    expect(cellsIn(HEAD)).toEqual([]);
  });
});

describe('the header of a table', () => {
  it('says what each column holds', () => {
    expect(columnRoles(['序号', '工作任务', '责任单位', '完成时限'])).toEqual(
      expect.arrayContaining(['task', 'lead', 'due']),
    );
  });

  it('is not recognized among words of another kind', () => {
    expect(columnRoles(['甲', '乙', '丙'])).toBeUndefined();
    expect(draftsOf('| 甲 | 乙 | 丙 |', '| 1 | 2 | 3 |')).toEqual([]);
  });
});

describe('the rows of a table', () => {
  it('become drafts with the unit and the day of their own cells', () => {
    expect(draftsOf(HEAD, '| 1 | 建成应急平台 | 安环局 | 6月底前 |')).toEqual([
      ['建成应急平台', '安环局', '2022-06-30'],
    ]);
  });

  it('take unit and day of the row above where their cells are blank or say 同上', () => {
    expect(
      draftsOf(HEAD, '| 1 | 建成应急平台 | 安环局 | 6月底前 |', '| 2 | 完成整改验收 | 同上 |  |'),
    ).toEqual([
      ['建成应急平台', '安环局', '2022-06-30'],
      ['完成整改验收', '安环局', '2022-06-30'],
    ]);
  });

  it('that only name a section are no drafts', () => {
    expect(
      draftsOf(HEAD, '| 一 | 安全环保 |  |  |', '| 1 | 建成应急平台 | 安环局 | 6月底前 |'),
    ).toHaveLength(1);
  });
});
