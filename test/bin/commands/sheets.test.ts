import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { fundingCommand } from '../../../bin/commands/funding.ts';
import { pace } from '../../../bin/commands/pace.ts';
import { run } from '../../support/command-line.ts';
import { begunFolder } from '../../support/homes.ts';
import { type EditedSheet, sheetsOf, workbookOf } from '../../support/workbooks.ts';

type Row = EditedSheet['data'][number];

describe('figures in Excel', { timeout: 120_000 }, () => {
  let folder: string;
  let home: readonly string[];
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ruqi-xlsx-'));
    home = ['--data', await begunFolder()];
    file = join(folder, '表.xlsx');
  });

  const sheets = async (): Promise<EditedSheet[]> => sheetsOf(await readFile(file));
  const save = async (all: readonly EditedSheet[]): Promise<void> =>
    writeFile(file, await workbookOf(all));
  const rowOf = ({ data }: EditedSheet, ...cells: Row): Row => {
    const [head = []] = data;
    const found = data.find((row) =>
      cells.every((cell, at) => cell === row[head.indexOf(['项目', '批次', '阶段'][at] ?? '')]),
    );
    if (!found) throw new Error('no such row');
    return found;
  };

  it('funding goes out by the template and comes back without a change', async () => {
    expect((await run(fundingCommand, ...home, '--export', file)).out).toEqual([
      `已导出到 ${file}。`,
    ]);
    const [bond, grant] = await sheets();
    expect([bond?.sheet, grant?.sheet]).toEqual(['政府专项债券', '长江办绿色发展示范资金']);
    expect(bond?.data[0]).toEqual([
      '序号',
      '项目',
      '批次',
      '金额(万元)',
      '阶段',
      '计划时间',
      '完成时间',
      '备注',
      '超出原因',
      '编号',
      '导出时的内容（请勿改动）',
    ]);
    const { code, out } = await run(
      fundingCommand,
      ...home,
      '--import',
      file,
      '--as',
      'caijin-owner',
    );
    expect({ code, out }).toEqual({
      code: 0,
      out: ['读入 51 行，登记了 0 行新的或有变化的。'],
    });
  });

  it('funding books a stage that was done, with its amount, and reports it on its task', async () => {
    await run(fundingCommand, ...home, '--export', file);
    const [bond, grant] = await sheets();
    if (!bond || !grant) throw new Error('no sheets');
    const row = rowOf(bond, '化工企业退出转型升级发展项目', 2, '评审');
    row[3] = 11_500.5;
    row[6] = new Date('2022-06-14T00:00:00Z');
    bond.data.push([
      99,
      '中非工贸产业园基础设施建设项目',
      2,
      300,
      '储备',
      '2022年7月8日',
      null,
      '',
    ]);
    await save([bond, grant]);
    const { out } = await run(fundingCommand, ...home, '--import', file, '--as', 'caijin-owner');
    expect(out).toEqual(['读入 52 行，登记了 2 行新的或有变化的。']);
    const after = await run(fundingCommand, ...home, '--format', 'jsonl');
    const rows = after.out.map((line) => JSON.parse(line));
    const batch = rows.find(({ level, batch: number }) => level === 'batch' && number === 2);
    expect(batch).toMatchObject({ reached: 'reviewed', byStage: { reviewed: 11_500_500_000 } });
    expect(rows.find(({ name, level }) => level === 'batch' && name === '第2批')).toBeDefined();
    const again = await run(fundingCommand, ...home, '--import', file, '--as', 'caijin-owner');
    expect(again.out).toEqual(['读入 52 行，登记了 0 行新的或有变化的。']);
  });

  it('funding names every bad cell at once, and takes nothing unless told to take the good rows', async () => {
    const head = ['序号', '项目', '金额（万元）', '阶段', '计划时间', '完成时间', '备注'];
    await save([
      {
        sheet: '长江办绿色发展示范资金',
        data: [
          ['2022年资金台账', null, null, null, null, null, null],
          head,
          [1, '道路工程', '八百', '评审', '2022-07-20', null, null],
          [2, '桥梁工程', 100.001, '预审', '2022-02-30', null, null],
          [3, '给排水工程', 600, '评审', '2022-07-20', null, '材料已报'],
          [4, '供气工程', 0.00000049, '评审', '2022-09-01', null, null],
        ],
      },
      { sheet: '别的资金', data: [head, [1, '道路工程', 1, '评审', null, null, null]] },
    ]);
    const bad = await run(fundingCommand, ...home, '--import', file, '--as', 'caijin-owner');
    expect(bad.code).toBe(2);
    const place = (row: number, cell: string): string =>
      `表.xlsx “长江办绿色发展示范资金”表 第${row}行 ${cell}`;
    expect(bad.err.split('\n').map((line) => line.split('。')[0])).toEqual([
      `${place(3, 'C列（金额(万元)）')}：“八百”不是金额`,
      `${place(4, 'B列（项目）')}：没有“桥梁工程”这个项目`,
      `${place(4, 'D列（阶段）')}：没有“预审”这个阶段`,
      `${place(4, 'E列（计划时间）')}：“2022-02-30”不是存在的日期`,
      `${place(6, 'C列（金额(万元)）')}：“4.9e-7”不是金额`,
      '表.xlsx “别的资金”表：没有这笔资金，或不在您的权限内',
    ]);
    const good = await run(
      fundingCommand,
      ...home,
      '--import',
      file,
      '--as',
      'caijin-owner',
      '--good-rows',
    );
    expect(good.out).toEqual(['读入 1 行，登记了 1 行新的或有变化的。']);
    expect(good.err).toContain('“八百”不是金额');
  });

  it('funding refuses a moved date, and more than was granted', async () => {
    await run(fundingCommand, ...home, '--export', file);
    const [bond, grant] = await sheets();
    if (!bond || !grant) throw new Error('no sheets');
    rowOf(bond, '化工企业退出转型升级发展项目', 2, '评审')[5] = new Date('2022-08-01T00:00:00Z');
    await save([bond, grant]);
    const moved = await run(fundingCommand, ...home, '--import', file, '--as', 'caijin-owner');
    expect(moved.err).toContain('与登记的计划时间（2022-06-22）不一致');
    rowOf(bond, '化工企业退出转型升级发展项目', 2, '评审')[5] = new Date('2022-06-22T00:00:00Z');
    rowOf(bond, '化工企业退出转型升级发展项目', 1, '到位')[3] = 6001;
    await save([bond, grant]);
    const more = await run(fundingCommand, ...home, '--import', file, '--as', 'caijin-owner');
    expect(more.err).toContain('到位6,001万元超过此前核定的6,000万元，没有说明原因');
    rowOf(bond, '化工企业退出转型升级发展项目', 1, '到位')[8] = '含利息';
    await save([bond, grant]);
    const told = await run(fundingCommand, ...home, '--import', file, '--as', 'caijin-owner');
    expect(told.code).toBe(0);
    expect((await run(fundingCommand, ...home)).out.join('\n')).toContain('原因：含利息');
  });

  it('targets go out and back; a changed figure is a correction, a new one a return', async () => {
    await run(pace, ...home, '--export', file);
    const [sheet] = await sheets();
    if (!sheet) throw new Error('no sheet');
    const same = await run(pace, ...home, '--import', file, '--as', 'office');
    expect(same.out).toEqual(['读入 17 项指标，其中 0 项有新的数。']);
    const [head = []] = sheet.data;
    const revenue = sheet.data.find((row) => row[1] === '技工贸总收入') ?? [];
    revenue[head.indexOf('5月')] = 171.5;
    revenue[head.indexOf('备注')] = '统计部门更正';
    await save([{ sheet: '指标', data: [head, revenue] }]);
    const forbidden = await run(pace, ...home, '--import', file, '--as', 'finance');
    expect(forbidden.err).toContain('不在您的权限内');
    const { out } = await run(pace, ...home, '--import', file, '--as', 'chanye-owner');
    expect(out).toEqual(['读入 1 项指标，其中 1 项有新的数。']);
    const rows = (await run(pace, ...home, '--format', 'jsonl')).out.map((line) =>
      JSON.parse(line),
    );
    expect(rows.find(({ name }) => name === '技工贸总收入')).toMatchObject({ achieved: '171.5' });
  });

  it('targets name every bad cell by its column', async () => {
    await run(pace, ...home, '--export', file);
    const [sheet] = await sheets();
    const [head = []] = sheet?.data ?? [];
    const row = (name: string, goal: number, june: string | number): Row =>
      head.map(
        (title) => ({ 指标: name, 年度目标: goal, '6月': june, '5月': 1 })[String(title)] ?? null,
      );
    await save([{ sheet: '指标', data: [head, row('利润', 1, 2), row('实缴税收', 5, '约3')] }]);
    const { code, err } = await run(pace, ...home, '--import', file, '--as', 'caijin-owner');
    expect(code).toBe(2);
    expect(err.split('\n').map((line) => line.split('。')[0])).toEqual([
      '表.xlsx “指标”表 第2行 B列（指标）：没有“利润”这项指标，或不在您的权限内',
      '表.xlsx “指标”表 第3行 D列（年度目标）：年度目标5与登记的4亿元不一致',
      '表.xlsx “指标”表 第3行 J列（6月）：“约3”不是数字',
      '表.xlsx “指标”表 第3行 Q列（来源）：没有写明数据来源',
    ]);
  });

  it.each([
    { args: ['--import', 'nowhere.xlsx', '--as', 'office'], says: '读不到这个文件' },
    { args: ['--import', 'package.json', '--as', 'office'], says: '不是能读的 Excel 文件' },
    { args: ['--import', 'package.json'], says: '没有说明由谁导入' },
    { args: ['--export', 'nowhere/x.xlsx'], says: '写不进去' },
  ])('$args is refused', async ({ args, says }) => {
    for (const command of [pace, fundingCommand]) {
      const { code, err } = await run(command, ...home, ...args);
      expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining(says) });
    }
  });
});
