import { describe, expect, it } from 'vitest';
import { problemLine } from '../../functions/domain/base/problems.ts';
import type { FundingStep } from '../../functions/domain/funding/funding.ts';
import { readFundingSheets, writeFundingSheets } from '../../functions/files/funding-worksheet.ts';
import { day } from '../support/builders.ts';
import { aStep, bond, wan } from '../support/figures.ts';
import { sheetsOf, withCells, workbookOf } from '../support/workbooks.ts';

const KEY = '编号';
const HELD = '导出时的内容（请勿改动）';

/** Three payments, of 50, 100 and 30万元. */
const payments = [50, 100, 30].map((amount, at) =>
  aStep({
    stage: 'spent',
    part: at + 1,
    amountFen: wan(amount),
    planned: day('2022-06-22'),
    doneOn: day(`2022-06-0${at + 1}`),
  }),
);
const [first, second, third] = payments.map(({ id }) => id);

const exported = (): Promise<Uint8Array> => writeFundingSheets([bond], payments);

type Cells = Readonly<Record<string, string | number | null>>;

/** The exported workbook with these cells of the row of `id`. */
const changed = async (id: string | undefined, cells: Cells): Promise<Uint8Array> =>
  withCells(await exported(), (row) => (row(KEY) === id ? cells : {}));

/** The exported workbook with only these of its rows, and these behind them. */
async function withRows(
  keys: readonly (string | undefined)[],
  ...more: Cells[]
): Promise<Uint8Array> {
  const [sheet] = await sheetsOf(await exported());
  const [head = [], ...rows] = sheet?.data ?? [];
  const kept = rows.filter((row) => keys.includes(String(row[head.indexOf(KEY)])));
  const added = more.map((cells) => head.map((title) => cells[String(title)] ?? null));
  return workbookOf([{ sheet: bond.name, data: [head, ...kept, ...added] }]);
}

/** A row that somebody wrote by hand. */
const written = (amount: number, done: string | null): Cells => ({
  项目: '化工企业退出转型升级发展项目',
  '金额(万元)': amount,
  阶段: '支出',
  计划时间: '2022-06-22',
  完成时间: done,
});

async function read(
  bytes: Uint8Array,
  known: readonly FundingStep[] = payments,
): Promise<{ readonly says: readonly string[]; readonly wrong: readonly string[] }> {
  const { values, problems } = await readFundingSheets(bytes, '资金.xlsx', [bond], known);
  const before = new Map(known.map((step) => [step.id, step]));
  const says = values
    .filter((step) => JSON.stringify(step) !== JSON.stringify(before.get(step.id)))
    .map(
      ({ id, amountFen, note }) => `${id} ${amountFen / wan(1)}${note === '' ? '' : ` ${note}`}`,
    );
  return { says, wrong: problems.map(problemLine) };
}

describe('a workbook of money that comes back', () => {
  it('says nothing where it is as it was exported', async () => {
    expect(await read(await exported())).toEqual({ says: [], wrong: [] });
  });

  it('keeps every payment what it is where one row was deleted: 180万元 stay 180万元', async () => {
    expect(await read(await withRows([second, third]))).toEqual({ says: [], wrong: [] });
  });

  it('adds what has no key as the next part, once', async () => {
    const more = await withRows([first, second, third], written(20, '2022-06-10'));
    expect(await read(more)).toEqual({ says: ['bond-exit-1-spent-4 20'], wrong: [] });
    const { values } = await readFundingSheets(more, '资金.xlsx', [bond], payments);
    expect(await read(more, values)).toEqual({ says: [], wrong: [] });
  });

  it('asks what a row without a key is where a registered one was deleted', async () => {
    const { says, wrong } = await read(await withRows([second, third], written(20, '2022-06-10')));
    expect(says).toEqual([]);
    expect(wrong[0]).toContain('分不清是新的一笔，还是登记过的“bond-exit-1-spent”');
  });

  it('takes no newer amount or date back', async () => {
    const now = payments.map((step) =>
      step.id === second ? { ...step, amountFen: wan(120), planned: day('2022-07-22') } : step,
    );
    const bytes = await changed(second, { 备注: '已付' });
    expect(await read(bytes, now)).toEqual({ says: ['bond-exit-1-spent-2 120 已付'], wrong: [] });
  });

  it('shows both values where a cell and its record were changed meanwhile', async () => {
    const now = payments.map((step) =>
      step.id === second ? { ...step, amountFen: wan(120) } : step,
    );
    const { says, wrong } = await read(await changed(second, { '金额(万元)': 110 }), now);
    expect(says).toEqual([]);
    expect(wrong[0]).toContain('导出时是100，现在登记的是120，表里填的是110');
  });

  it('refuses a second row of one payment, a key nobody has, and one of another stage', async () => {
    const [sheet] = await sheetsOf(await exported());
    const [head = [], row = [], ...rest] = sheet?.data ?? [];
    const twice = await workbookOf([{ sheet: bond.name, data: [head, row, row, ...rest] }]);
    expect((await read(twice)).wrong).toEqual([
      '资金.xlsx “政府专项债券”表 第3行：与 资金.xlsx “政府专项债券”表 第2行 是同一项。请只留一行，再导入。',
    ]);
    expect((await read(await changed(first, { [KEY]: 'x' }))).wrong[0]).toContain(
      '没有编号是“x”的这一笔',
    );
    expect((await read(await changed(first, { 阶段: '到位' }))).wrong[0]).toContain(
      '项目、批次或阶段与登记的这一笔不一致',
    );
    expect((await read(await changed(first, { [HELD]: '{' }))).wrong[0]).toContain(
      '这一列被改动过，不能再用',
    );
  });

  it('refuses a moved date, which has a way of its own', async () => {
    expect((await read(await changed(first, { 计划时间: '2022-08-01' }))).wrong[0]).toContain(
      '与登记的计划时间（2022-06-22）不一致',
    );
  });

  it('without keys names its parts by their order, and is refused where some are missing', async () => {
    const bare = async (keys: readonly (string | undefined)[]): Promise<Uint8Array> =>
      withCells(await withRows(keys), () => ({ [KEY]: null, [HELD]: null }));
    expect(await read(await bare([first, second, third]))).toEqual({ says: [], wrong: [] });
    expect((await read(await bare([second, third]))).wrong[0]).toContain(
      '登记了 3 笔，表里只有 2 行，分不清是哪几笔',
    );
  });
});
