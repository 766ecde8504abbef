import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { shortest } from '../../functions/domain/base/decimal.ts';
import { problemLine } from '../../functions/domain/base/problems.ts';
import type { Target } from '../../functions/domain/targets/target.ts';
import { readTargetsSheet, writeTargetsSheet } from '../../functions/files/targets-worksheet.ts';
import { at } from '../support/builders.ts';
import { anActual, aTarget, dec } from '../support/figures.ts';
import { sheetsOf, withCells, workbookOf } from '../support/workbooks.ts';

const june = at('2022-06-15 10:00');
const july = at('2022-07-08 10:00');

const revenue = aTarget({ actuals: [anActual(4, '134.2'), anActual(5, '170.9')] });
const tax = aTarget({
  id: 'p22-006',
  name: '实缴税收',
  goal: dec('4'),
  actuals: [anActual(5, '1.83')],
});

/** May was corrected after the workbook went out. */
const corrected: Target = {
  ...revenue,
  actuals: [...revenue.actuals, anActual(5, '171.5', { at: at('2022-06-20 09:00'), why: '核增' })],
};

const exported = (): Promise<Uint8Array> => writeTargetsSheet([revenue, tax], june);

/** What a workbook returns: `target month value`, and what is wrong with it. */
async function returned(
  bytes: Uint8Array,
  targets: readonly Target[] = [revenue, tax],
): Promise<{ readonly says: readonly string[]; readonly wrong: readonly string[] }> {
  const { values, problems } = await readTargetsSheet(bytes, '表.xlsx', targets, july);
  const says = values.flatMap(({ id, figures }) =>
    figures.map(({ month, value }) => `${id} ${month} ${shortest(value, 2)}`),
  );
  return { says, wrong: problems.map(problemLine) };
}

const filled = async (
  cells: Readonly<Record<string, string | number | null>>,
  of = '技工贸总收入',
): Promise<Uint8Array> => withCells(await exported(), (row) => (row('指标') === of ? cells : {}));

describe('a workbook of targets that comes back', () => {
  it('says nothing where it is as it was exported', async () => {
    expect(await returned(await exported())).toEqual({ says: [], wrong: [] });
  });

  it('takes no newer figure back that it was not changed for', async () => {
    const bytes = await filled({ '6月': 208.7 });
    expect(await returned(bytes, [corrected, tax])).toEqual({
      says: ['p22-001 6 208.7'],
      wrong: [],
    });
  });

  it('shows both values where a cell and its record were changed meanwhile', async () => {
    const { says, wrong } = await returned(await filled({ '5月': 172 }), [corrected, tax]);
    expect(says).toEqual([]);
    expect(wrong).toEqual([
      '表.xlsx “指标”表 第2行 I列（5月）：导出以后别人改过：导出时是170.9，现在登记的是171.5，表里填的是172。请与改动的人核对，重新导出，在新的表里填。',
    ]);
  });

  it('agrees with who changed it to the same', async () => {
    expect(await returned(await filled({ '5月': 171.5 }), [corrected, tax])).toEqual({
      says: [],
      wrong: [],
    });
  });

  it('knows its rows by their keys, in whatever order they come', async () => {
    const [sheet] = await sheetsOf(await filled({ '6月': 208.7 }));
    if (!sheet) throw new Error('no sheet');
    const [head = [], first = [], second = []] = sheet.data;
    const bytes = await workbookOf([{ sheet: '指标', data: [head, second, first] }]);
    expect((await returned(bytes)).says).toEqual(['p22-001 6 208.7']);
  });

  it('refuses a second row of one target by its place, also on a copied sheet', async () => {
    const [sheet] = await sheetsOf(await filled({ '6月': 208.7 }));
    if (!sheet) throw new Error('no sheet');
    const [head = [], first = []] = sheet.data;
    const copy = first.map((value, place) => (head[place] === '6月' ? 209 : value));
    const twice = await workbookOf([{ sheet: '指标', data: [head, first, copy] }]);
    expect(await returned(twice)).toEqual({
      says: ['p22-001 6 208.7'],
      wrong: ['表.xlsx “指标”表 第3行：与 表.xlsx “指标”表 第2行 是同一项。请只留一行，再导入。'],
    });
    const copied = await workbookOf([sheet, { ...sheet, sheet: '指标 (2)' }]);
    expect((await returned(copied)).wrong).toHaveLength(2);
  });

  it('refuses a key that is another target’s, or a memory that was edited', async () => {
    expect((await returned(await filled({ 编号: 'p22-006' }))).wrong[0]).toContain(
      '编号 p22-006 是“实缴税收”，这一行写的是“技工贸总收入”',
    );
    const edited = await filled({ '导出时的内容（请勿改动）': '170.9' });
    expect((await returned(edited)).wrong[0]).toContain('这一列被改动过，不能再用');
  });

  it('without keys is read by the names, and says what differs from what is known', async () => {
    const bare = { 编号: null, '导出时的内容（请勿改动）': null };
    const bytes = await withCells(await filled({ '5月': 172 }), () => bare);
    expect((await returned(bytes)).says).toEqual(['p22-001 5 172']);
  });

  it('has a percentage only where the target is one', async () => {
    const growth = aTarget({ comparator: 'growth', goal: dec('7.5'), unit: '%', name: '增速' });
    const sheet = async (target: Target): Promise<Uint8Array> => {
      const [plain] = await sheetsOf(await writeTargetsSheet([target], june));
      const [head = [], row = []] = plain?.data ?? [];
      const cells = row.map((value, place) =>
        head[place] === '6月' ? { value: 0.073, type: Number, format: '0.0%' } : value,
      );
      return writeXlsxFile([{ sheet: '指标', data: [head, cells] }] as never).toBuffer();
    };
    const rate = { ...growth, actuals: [anActual(5, '7.1')] };
    expect((await returned(await sheet(rate), [rate])).says).toEqual(['p22-001 6 7.3']);
    expect((await returned(await sheet(revenue))).wrong[0]).toContain('是百分数，指标的单位是亿元');
  });
});
