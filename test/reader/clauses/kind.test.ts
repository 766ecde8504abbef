import { describe, expect, it } from 'vitest';
import { hardnessOf } from '../../../functions/reader/clauses/hardness.ts';
import { kindOf, kindRules } from '../../../functions/reader/clauses/kind.ts';
import { promisedMetric } from '../../../functions/reader/quantities/metric.ts';

const EXAMPLES: readonly (readonly [rule: string, kind: string, text: string])[] = [
  ['kind.prohibition', 'standing', '严禁新建高耗能项目'],
  ['kind.recurring', 'standing', '每月报送一次进展'],
  ['kind.scope-of-problems', 'standing', '及时解决规划、用地等方面的问题'],
  ['kind.strict', 'standing', '严格规划执行'],
  ['kind.requirement', 'standing', '新入驻项目必须注册至本区'],
  ['kind.funding', 'funding', '争取专项债券3亿元'],
  ['kind.funding', 'funding', '引入社会资本'],
  ['kind.open-ended', 'standing', '常态化开展驿站服务'],
  ['kind.named-work', 'milestone', '完成滨江大道改造3.5公里'],
  ['kind.number', 'target', '新建农村公路60公里'],
  ['kind.number', 'target', '到位资金80亿元'],
  ['kind.number', 'target', '兑付奖补资金3000万元'],
  ['kind.relative', 'target', '工业增速不低于全市平均水平'],
  ['kind.end-state', 'milestone', '力推物流项目开工投产'],
  ['kind.dated', 'milestone', '9月底前设备到场'],
  ['kind.continuing-verb', 'standing', '加强职工教育培训'],
  ['kind.continuing-verb', 'standing', '完善公共服务配套'],
  ['kind.continuing-verb', 'standing', '对纳入省级名单的企业实行专班服务'],
  ['kind.funding', 'funding', '向上争取到位资金2亿元'],
  ['kind.ongoing-object', 'standing', '推进行政审批制度改革'],
  ['kind.work-object', 'milestone', '推进滨江邻里中心配套设施建设'],
  ['kind.done-verb', 'milestone', '出台招商优惠政策'],
  ['kind.done-verb', 'milestone', '建立会商机制'],
  ['kind.soft-then-done', 'milestone', '探索设立产业引导办公室'],
  ['kind.neither', 'standing', '企业满意'],
];

describe('kinds', () => {
  it.each(EXAMPLES)('%s, %s: %s', (id, kind, text) => {
    const dated = id === 'kind.dated';
    const recurring = id === 'kind.recurring';
    const measured = recurring ? undefined : promisedMetric(text);

    expect(kindOf({ text, clause: text, measured, recurring, dated })).toEqual({ id, kind });
  });

  it('have an example for every rule', () => {
    const shown = new Set(EXAMPLES.map(([id]) => id));
    expect(kindRules.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });
});

describe('hardness', () => {
  it.each([
    ['must', '确保赋权事项接得住'],
    ['must', '完成总体规划'],
    ['must', '上报推进方案'],
    ['must', '严禁高污染企业入园'],
    ['must', '加快完成调区扩区'],
    ['must', '争取在去年基础上，确保入规企业达26家以上'],
    ['must', '加强可持续发展能力'],
    ['strive', '力争进前50位'],
    ['strive', '争取专项债券3亿元'],
    ['strive', '力推物流项目开工'],
    ['strive', '积极推进，力争年内开工'],
    ['advance', '推进电商物流园建设'],
    ['advance', '逐步完成污水调蓄池'],
    ['advance', '积极申报荣誉'],
    ['advance', '加快推进道路建设'],
  ])('%s: %s', (hardness, text) => {
    expect(hardnessOf(text)).toBe(hardness);
  });

  it('is carried by the head of an enumeration', () => {
    expect(hardnessOf('竣工12个', 'strive')).toBe('strive');
  });
});
