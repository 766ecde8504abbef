import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../functions/reader/read-plan.ts';

const quotes = (text: string): readonly string[] =>
  readPlan({ text, tables: [] }, { year: 2023 }).drafts.map(({ quote }) => quote);

describe('which way a sentence looks', () => {
  it.each([
    ['东湖泵站主体已封顶，8月份通水。', ['8月份通水']],
    ['北环线去年完成投资3亿元，今年要确保9月底前通车。', ['今年要确保9月底前通车']],
    ['去年建成的4个停车场要在6月底前移交。', ['去年建成的4个停车场要在6月底前移交']],
    ['去年建成停车场4个。', []],
    ['二期设备已订购。', []],
    ['体育馆已于去年10月动工，今年4月底前封顶。', ['今年4月底前封顶']],
    ['路基已填筑到桥头，6月中旬合龙。', ['6月中旬合龙']],
    ['县长主持召开专题会议，听取了汇报。', []],
    ['全年累计签约项目20个。', ['全年累计签约项目20个']],
    ['一、2022年工作回顾\n（一）西区厂房已竣工，将于今年5月底前移交。', ['将于今年5月底前移交']],
  ])('%s', (text, found) => {
    expect(quotes(text)).toEqual(found);
  });
});

describe('sentences of the paper itself', () => {
  it.each([
    '为落实市委要求，3月1日至5日，督查专班对各镇开展了督查。',
    '为推进企业减负，全面优化服务，制定本方案。',
    '（2023年4月12日）',
    '会议强调，各乡镇、各单位要以滚石上山的劲头，统筹推进各项工作。',
    '抄送：县水利局，县交通运输局。',
    '2023年，工作的总体要求是：以项目为抓手，加快建设千亿级产业集群。',
  ])('%s', (text) => {
    expect(quotes(text)).toEqual([]);
  });
});

describe('clauses', () => {
  it.each([
    ['签约项目30个（其中外资项目4个）。', ['签约项目30个', '其中外资项目4个']],
    ['到2027年3月底，管网漏损率降至8%。', ['到2027年3月底，管网漏损率降至8%']],
    ['11月15日前，水厂水质达标。', ['11月15日前，水厂水质达标']],
    ['每月调度一次，新增贷款5亿元。', ['每月调度一次', '新增贷款5亿元']],
  ])('%s', (text, found) => {
    expect(quotes(text)).toEqual(found);
  });

  it('leave a stretch goal in its own segment', () => {
    const { drafts } = readPlan(
      { text: '税收增长5%，力争6%；出口增长4%。', tables: [] },
      { year: 2023 },
    );
    expect(drafts.map(({ hardness }) => hardness)).toEqual(['must', 'strive', 'must']);
  });
});
