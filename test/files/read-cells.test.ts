import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { shortest } from '../../functions/domain/base/decimal.ts';
import { decimalOf, fenOf, isPercent } from '../../functions/files/read-cells.ts';
import { readSheets, type WorksheetCell } from '../../functions/files/read-worksheets.ts';

type Written = { readonly value: unknown; readonly type?: unknown; readonly format?: string };

/** The bytes of a workbook with `cell` below the head 数. */
const workbookWith = (cell: Written): Promise<Uint8Array> => {
  const head = ['指标', '数'].map((value) => ({ value, type: String }));
  const row = [{ value: '税收', type: String }, cell];
  return writeXlsxFile([{ sheet: '表', data: [[], head, row] }] as never).toBuffer();
};

async function read(bytes: Uint8Array): Promise<WorksheetCell> {
  const [sheet] = await readSheets(bytes, '表.xlsx', ['指标', '数']);
  const cell = sheet?.rows[0]?.cell('数');
  if (!cell) throw new Error('no cell');
  return cell;
}

const seen = (cell: WorksheetCell): string => {
  const parsed = decimalOf(cell);
  if ('problem' in parsed) return `${parsed.problem.place}：${parsed.problem.message}`;
  return parsed.value === null ? 'empty' : shortest(parsed.value, 6);
};

describe('a number in a cell', () => {
  it.each([
    { cell: { value: 0.073, type: Number, format: '0.0%' }, is: '7.3' },
    { cell: { value: 0.0734, type: Number, format: '0.0%' }, is: '7.3' },
    { cell: { value: 0.073, type: Number, format: '0.00%' }, is: '7.3' },
    { cell: { value: -0.004, type: Number, format: '0.0%' }, is: '-0.4' },
    { cell: { value: 0.5, type: Number, format: '0%' }, is: '50' },
    { cell: { value: 0.073, type: Number, format: '0.000' }, is: '0.073' },
    { cell: { value: '7.3%', type: String }, is: '7.3' },
    { cell: { value: '1,234.5', type: String }, is: '1234.5' },
    // =134.2+36.7 in binary: Excel keeps and shows 15 digits.
    { cell: { value: 170.89999999999998, type: Number }, is: '170.9' },
    { cell: { value: 0.1 + 0.2, type: Number }, is: '0.3' },
  ])('$cell is read as the person sees it: $is', async ({ cell, is }) => {
    expect(seen(await read(await workbookWith(cell)))).toBe(is);
  });

  it('with more digits than are kept says so', async () => {
    const cell = await read(await workbookWith({ value: 12.3456789, type: Number }));
    expect(seen(cell)).toBe('表.xlsx “表”表 第3行 B列（数）：“12.3456789”不是数字');
  });

  it('that is a percentage is no amount of money', async () => {
    const cell = await read(await workbookWith({ value: 0.5, type: Number, format: '0%' }));
    expect(isPercent(cell)).toBe(true);
    expect(fenOf(cell)).toMatchObject({ problem: { message: '这一格是百分数，不是金额' } });
  });
});

/** `bytes` with the second cell of the third row as this XML. */
function withCell(bytes: Uint8Array, xml: string): Uint8Array {
  const files = unzipSync(bytes);
  const path = Object.keys(files).find((name) => name.startsWith('xl/worksheets/sheet')) ?? '';
  const text = strFromU8(files[path] ?? new Uint8Array());
  const changed = text.replace(/<c r="B3"[^>]*>.*?<\/c>/, xml);
  if (changed === text) throw new Error('no such cell');
  return zipSync({ ...files, [path]: strToU8(changed) });
}

describe('a formula that no program computed', () => {
  const number = (): Promise<Uint8Array> => workbookWith({ value: 1, type: Number });

  it.each([
    '<c r="B3"><f>A3*2</f></c>',
    '<c r="B3"><f>A3*2</f><v></v></c>',
    '<c r="B3"><f>A3*2</f><v/></c>',
  ])('is named: %s', async (xml) => {
    const cell = await read(withCell(await number(), xml));
    expect(seen(cell)).toBe('表.xlsx “表”表 第3行 B列（数）：这一格是公式，还没有算出结果');
    expect(fenOf(cell)).toMatchObject({ problem: { message: '这一格是公式，还没有算出结果' } });
  });

  it('is named also where it would be text', async () => {
    const bytes = withCell(await number(), '<c r="B3" t="str"><f>A3&amp;"亿"</f></c>');
    expect(seen(await read(bytes))).toContain('这一格是公式，还没有算出结果');
  });

  it('is nothing to say of one that was computed', async () => {
    const bytes = withCell(await number(), '<c r="B3"><f>A3*2</f><v>170.9</v></c>');
    expect(seen(await read(bytes))).toBe('170.9');
  });
});
