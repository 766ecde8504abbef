import { describe, expect, it } from 'vitest';
import { accountPaper } from '../../../functions/domain/years/account-paper.ts';
import { undecidedOf } from '../../../functions/domain/years/account-words.ts';
import type { YearAccount } from '../../../functions/domain/years/year-account.ts';

const total = {
  promised: 188,
  onTime: 122,
  late: 25,
  done: 0,
  deemed: 2,
  carriedOver: 2,
  suspended: 2,
  withdrawn: 1,
  undecided: 34,
  onTimeByOriginal: 108,
};
const aTargetResult = (
  result: YearAccount['targets'][number]['result'],
): YearAccount['targets'][number] => ({
  id: 'p22-001',
  name: '技工贸总收入',
  unit: '产业发展局',
  result,
  goal: '420亿元',
  value: result === 'none' ? null : '386.4亿元',
  asOf: result === 'none' ? null : '11月',
});

const carriedLine = {
  id: 'p22-058',
  title: '建成双电源',
  unit: '规划建设局',
  to: 2023,
  original: '2022-12-31',
  due: '2023-06-30',
};

const account: YearAccount = {
  park: 'linxiang',
  year: 2022,
  on: '2023-01-06',
  total,
  broughtIn: 0,
  units: [{ unit: '规划建设局', ...total }],
  targets: [
    aTargetResult('met'),
    aTargetResult('missed'),
    aTargetResult('partial'),
    aTargetResult('none'),
  ],
  withdrawnTargets: 0,
  carried: [carriedLine, { ...carriedLine, id: 'p22-059', original: null, due: null }],
  hidden: 0,
};

const paperOf = (
  over: Partial<YearAccount> = {},
  isDraft = true,
): ReturnType<typeof accountPaper> =>
  accountPaper({ ...account, ...over }, { parkName: '临湘高新区', isDraft });

describe('the paper of the account', () => {
  it('says what was promised and what became of it', () => {
    expect(paperOf().title).toBe('临湘高新区2022年度工作完成情况');
    expect(paperOf().lead).toBe(
      '2022年承诺工作188项（另有指标4项，见第二部分，不计入）。按期办结122项，占64.8%；逾期后办结25项；视同完成2项；结转到2023年2项；中止2项；撤销1项；还没有定的34项。按原定期限计算，按期办结108项，占57.4%。',
    );
  });

  it('is marked as a draft until the year is closed', () => {
    expect(paperOf().byline).toBe('（稿，截至2023年1月6日）');
    expect(paperOf({}, false).byline).toBe('（截至2023年1月6日）');
  });

  it('counts the targets without their last period neither as met nor as missed', () => {
    const [, targets] = paperOf().parts;
    expect(targets?.lines).toEqual([
      '4项指标中，1项达到目标，1项没有达到，1项没有最后一期的数，不计入达到和没有达到，1项从未报数。',
    ]);
    expect(targets?.table?.rows.map((row) => row.at(-1))).toEqual([
      '达到目标',
      '没有达到',
      '截至11月',
      '从未报数',
    ]);
    expect(undecidedOf(account)).toBe(36);
  });

  it('lists what was carried over behind the sheet', () => {
    expect(paperOf().parts[2]?.lines).toEqual([
      '结转2项，原定期限和新期限见附表。其中原定期限在2022年底以前的1项，没有原定期限的1项。',
    ]);
    expect(paperOf().annex?.table?.rows).toEqual([
      ['p22-058', '建成双电源', '规划建设局', '2022年12月31日', '2023年6月30日'],
      ['p22-059', '建成双电源', '规划建设局', '没有期限', '没有期限'],
    ]);
    const next = { ...carriedLine, original: '2023-02-28', to: 2024 };
    expect(paperOf({ carried: [carriedLine, next] }).lead).toContain('结转到以后年度2项');
    expect(paperOf({ carried: [next] }).parts[2]?.lines[0]).toContain(
      '原定期限就在2023年及以后的1项',
    );
  });

  it('has no annex, table or part of which there is nothing', () => {
    const nothing = { ...total, promised: 0 };
    const empty = paperOf({ total: nothing, units: [], targets: [], carried: [] });
    expect(empty.lead).toBe('2022年没有可以列出的承诺工作。');
    expect(empty.annex).toBeNull();
    expect(empty.parts.map(({ table }) => table)).toEqual([null, null, null]);
    expect(empty.parts[1]?.lines).toEqual(['没有登记指标。']);
    expect(empty.parts[2]?.lines).toEqual(['没有结转的工作。']);
  });

  it('explains what counts without a deadline, and shows it only where there is any', () => {
    const [units] = paperOf().parts;
    expect(units?.lines).toEqual([]);
    expect(units?.table?.columns.map(({ title }) => title)).not.toContain('不计期限');
    const some = paperOf({ total: { ...total, done: 3 } });
    expect(some.lead).toContain('；办结但不计期限3项；');
    expect(some.parts[0]?.lines[0]).toContain('没有期限');
    expect(some.parts[0]?.table?.columns.map(({ title }) => title)).toContain('不计期限');
  });

  it('says how many restricted items and withdrawn targets it leaves out, and what came from before', () => {
    const paper = paperOf({ hidden: 2, withdrawnTargets: 1, broughtIn: 3 });
    expect(paper.lead).toMatch(/。另有2项不公开，不计入以上各数。$/);
    expect(paper.lead).toContain('（其中往年结转3项；另有指标4项，见第二部分，不计入）');
    expect(paper.parts[1]?.lines[0]).toMatch(/另有1项指标撤销。$/);
  });
});
