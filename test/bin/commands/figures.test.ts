import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { fundingCommand } from '../../../bin/commands/funding.ts';
import { pace } from '../../../bin/commands/pace.ts';
import { tableLines } from '../../../bin/text-table.ts';
import { run } from '../../support/command-line.ts';
import { begin, begunFolder } from '../../support/homes.ts';

const rowsOf = (out: readonly string[]): readonly Record<string, unknown>[] =>
  out.map((line) => JSON.parse(line));

describe('the figures of the sample', { timeout: 60_000 }, () => {
  let data: readonly string[];
  beforeAll(async () => {
    data = ['--data', await begunFolder()];
  });

  it('pace prints every target of the plan as it stands on the clock’s day', async () => {
    const { code, out } = await run(pace, ...data);
    expect(code).toBe(0);
    expect(out[0]).toBe('2022年指标序时进度（6月15日，以各指标截至月份计）');
    const line = (name: string): string =>
      out.find((each) => each.startsWith(name))?.replaceAll(/\s+/g, ' ') ?? '';
    expect(line('技工贸总收入')).toBe(
      '技工贸总收入 420亿元 5月 170.9亿元 40.6% 41.6% 0.97 欠进度 绿 35.59亿元 410.16亿元 产业发展局',
    );
    expect(line('固定资产投资')).toContain('18.6亿元 23.2% 32.0% 0.72 欠进度 黄');
    expect(line('签约项目')).toContain('60个 5月 27个 45.0%');
    expect(line('引进30亿元以上项目')).toContain('1个 5月 1个 100.0%');
    expect(out.filter((each) => / {2}(绿|黄|红) {2}/.test(each))).toHaveLength(17);
    expect(out).toContain('新增规模工业企业：5月填报7家，清单合计6家，按清单计。');
  });

  it('pace takes another day, by which less or more is known', async () => {
    const april = rowsOf(
      (await run(pace, ...data, '--date', '2022-05-19', '--format', 'jsonl')).out,
    );
    const july = rowsOf(
      (await run(pace, ...data, '--date', '2022-07-15', '--format', 'jsonl')).out,
    );
    const of = (rows: typeof april, name: string) => rows.find((row) => row['name'] === name);
    expect(of(april, '固定资产投资')).toMatchObject({ through: 4, achieved: '13.4' });
    expect(of(july, '固定资产投资')).toMatchObject({ through: 6, achieved: '25.9' });
    expect(of(july, '规模工业总产值')).toMatchObject({ through: 6, achieved: '200' });
    expect(of(july, '“三新”项目报送岳阳市排名')).toMatchObject({ achieved: '2', state: 'onPace' });
  });

  it('funding prints where each instrument stands, in 万元', async () => {
    const { out } = await run(fundingCommand, ...data);
    const line = (name: string): string =>
      out.find((each) => each.startsWith(name))?.replaceAll(/\s+/g, ' ') ?? '';
    expect(line('政府专项债券')).toBe(
      '政府专项债券 30,000 30,000 6,000 6,000 1,500 0 24,000 0 4,500 — 评审12,000 6月22日（周三），还有7天 2项',
    );
    expect(line('长江办绿色发展示范资金')).toContain('2,000 1,400 0 0 0 600 1,400 0 0');
    expect(line('化工企业退出转型升级发展项目第1批')).toContain('2/6 6,000 1,500 黄');
    expect(line('完成绿色精细化工产业园双电源建设')).toContain('7月8日（周五） 600');
  });

  it('funding prints fen in JSON Lines, and they add up', async () => {
    const { out } = await run(fundingCommand, ...data, '--format', 'jsonl');
    const rows = rowsOf(out).filter(({ record }) => record === 'funds');
    const sum = (level: string, field: string): number =>
      rows.filter((row) => row['level'] === level).reduce((a, row) => a + Number(row[field]), 0);
    for (const field of ['goalFen', 'requestedFen', 'approvedFen', 'arrivedFen', 'spentFen']) {
      expect(sum('instrument', field)).toBe(sum('total', field));
      expect(sum('project', field)).toBe(sum('total', field));
    }
    expect(sum('total', 'goalFen')).toBe(32_000_000_000);
  });

  it.each([
    { args: ['--date', '2022-02-30'], says: '“2022-02-30”不是存在的日期' },
    { args: ['--format', 'xml'], says: '不认识格式“xml”' },
    { args: ['--colour'], says: '可用的参数：--date' },
  ])('$args is refused', async ({ args, says }) => {
    for (const command of [pace, fundingCommand]) {
      const { code, err } = await run(command, ...data, ...args);
      expect(code).toBe(2);
      expect(err).toContain(says);
    }
  });

  it('are none in an empty park', async () => {
    await begin(data[1] ?? '', true);
    const { out } = await run(pace, ...data, '--live', '--format', 'jsonl');
    expect(out).toEqual([]);
  });
});

describe('a table on the terminal', () => {
  it('fits in columns, though Chinese characters are twice as wide', () => {
    const lines = tableLines({
      title: '表',
      columns: [
        { title: '名称', align: 'left' },
        { title: '数', align: 'right' },
      ],
      rows: [
        ['甲乙丙', '1'],
        ['a', '1,000'],
      ],
      notes: ['注。'],
    });
    expect(lines).toEqual([
      '表',
      '-------------',
      '名称       数',
      '-------------',
      '甲乙丙      1',
      'a       1,000',
      '-------------',
      '注。',
    ]);
    expect(new Set(lines.slice(1, -1).map((line) => stringWidth(line)))).toEqual(new Set([13]));
  });
});
