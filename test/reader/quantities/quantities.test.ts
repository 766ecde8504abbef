import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../../functions/reader/quantities/find-quantities.ts';
import { amountOf, promisedMetric } from '../../../functions/reader/quantities/metric.ts';
import { sortRules } from '../../../functions/reader/quantities/quantity-sorts.ts';

describe('numbers that are owed', () => {
  it.each([
    ['完成技工贸总收入420亿元', 420, '亿元', 'eq', 42_000_000_000],
    ['招商引资400亿', 400, '亿元', 'eq', 40_000_000_000],
    ['实缴税收4亿元以上', 4, '亿元', 'ge', 400_000_000],
    ['力争资金2000万元', 2000, '万元', 'eq', 20_000_000],
    ['税收完成6.2亿元', 6.2, '亿元', 'eq', 620_000_000],
    ['实际使用外资1500万美元', 1500, '万美元', 'eq', null],
    ['亩均税收25万元', 25, '万元', 'eq', null],
    ['签约项目不少于60个', 60, '个', 'ge', null],
    ['产值突破260亿元', 260, '亿元', 'ge', 26_000_000_000],
    ['失业率控制在5.5%以内', 5.5, '%', 'le', null],
    ['压缩至1个工作日以内', 1, '个工作日', 'le', null],
    ['增加值增长7.5%', 7.5, '%', 'growth', null],
    ['能耗下降3%', -3, '%', 'growth', null],
    ['收入分别增长5.5%和7%', 5.5, '%', 'growth', null],
    ['转化率提高到62%', 62, '%', 'eq', null],
    ['排名进入前二', 2, '位', 'rank-le', null],
    ['考核力争进前50位', 50, '位', 'rank-le', null],
    ['改造二次供水设施60处', 60, '处', 'eq', null],
    ['新建变电站一座', 1, '座', 'eq', null],
    ['建成标准厂房12万平方米', 12, '万平方米', 'eq', null],
    ['引进1个30亿元以上项目', 1, '个', 'eq', null],
    ['30个亿元项目', 30, '个', 'eq', null],
    ['利用外资3000万美元', 3000, '万美元', 'eq', null],
    ['化工园区循环利用率90%', 90, '%', 'eq', null],
    ['投诉量下降百分之五', -5, '%', 'growth', null],
    ['覆盖面达到九成以上', 90, '%', 'ge', null],
    ['其中省级平台两个', 2, '个', 'eq', null],
    ['专家问诊二十次以上', 20, '次', 'ge', null],
    ['3个工作日内反馈', 3, '个工作日', 'le', null],
    ['至少走访6家企业', 6, '家', 'ge', null],
    ['其中5亿元以上10个', 10, '个', 'eq', null],
    ['引进总投资50亿元以上项目2个', 2, '个', 'eq', null],
  ] as const)('%s', (text, ...[value, unit, comparator, amount]) => {
    const measured = promisedMetric(text);

    expect(measured?.metric).toMatchObject({ value, unit, comparator });
    expect(amountOf(text, measured)).toBe(amount);
  });

  it.each([
    '世界500强',
    '“1235”行动',
    '第三方专业平台',
    '改造提升一批',
    '利用2栋大厂房',
    '实行24小时响应',
    '前三季度',
    '奋战一百天',
    '对停工的4个项目逐一会诊',
    '收到本通知后5个工作日内报备',
    '设立规模5亿元的产业基金',
    '等7个特优好项目',
    '2022年',
  ])('%s owes no number', (text) => {
    expect(promisedMetric(text)).toBeUndefined();
  });

  it.each([
    ['quantity.size-class', '引进30亿元以上项目'],
    ['quantity.total-investment', '总投资8亿元'],
    ['quantity.attribute', '日产2万吨的水厂'],
    ['quantity.round-the-clock', '实行24小时值守'],
    ['quantity.resource', '利用2栋厂房'],
    ['quantity.dealt-with', '对停工的4个项目逐一会诊'],
    ['quantity.after-notice', '接到通知后3个工作日内'],
    ['quantity.base', '在去年7家基础上'],
    ['quantity.recount', '甲、乙等7个项目'],
    ['quantity.growth', '增长5%'],
    ['quantity.level', '新增3家'],
  ])('%s: %s', (rule, text) => {
    expect(findQuantities(text).map((one) => one.rule)).toContain(rule);
    expect(sortRules.some(({ id }) => id === rule)).toBe(true);
  });
});
