import { describe, expect, it } from 'vitest';
import { enumerate } from '../../../functions/reader/clauses/enumerate.ts';
import { listRules } from '../../../functions/reader/clauses/list-rules.ts';
import { findDates } from '../../../functions/reader/dates/find-dates.ts';

const EXAMPLES: readonly (readonly [rule: string, text: string, parts: number])[] = [
  ['split.counted', '新建学校3所、卫生院2所', 2],
  ['split.counted', '“引进1个30亿元以上项目、2个10亿元项目、10个5亿元项目”总目标', 3],
  ['split.dated', '甲项目3月底前开工、11月底前封顶', 2],
  ['keep.collective', '各街道、各社区要在3月底前上报名单', 1],
  ['split.subjects', '东馆、西馆分别完成布展、验收', 2],
  ['split.conjunction', '启动滨江泵站二期和日处理3万吨的净水厂建设', 2],
  ['split.firms', '盯紧远景动力、天工重机、华岳钢构等头部企业', 3],
  ['split.none', '外贸进出口12亿元、增长5%', 1],
  ['split.batches', '改造提升一批、兼并重组一批和破产清算一批', 3],
  ['split.steps', '通过岗位竞聘、双向选择、末位淘汰', 3],
  ['keep.verbs-of-one-object', '筛选、储备一批优质项目', 1],
  ['split.verbs-with-objects', '建立会商制度、出台奖励办法', 2],
  ['keep.verb-list', '创新人才机制、壮大人才队伍、优化人才结构', 1],
  ['split.namely', '即园区道路工程、给排水工程、供热、供气工程', 4],
  ['keep.kinds', '聚焦集成电路、生命健康、低空经济三大赛道', 1],
  ['split.named-and-counted', '跟进华岳电子、江南生物、泰和能源等3家企业', 3],
  ['split.projects-among-others', '抓好国道改建工程、安江二桥、城区防洪堤等重大项目建设', 3],
  ['keep.scope', '解决规划实施、土地开发等方面的问题', 1],
  ['keep.attributes', '形成有龙头、有配套、有链条的格局', 1],
  ['split.listed-works', '完成望江大道、创新路、科技路改造', 3],
  ['split.clients', '支持金穗粮油、绿源饮品扩能升级', 2],
  ['split.done-objects', '完成道路、排水、绿化提升', 3],
  ['split.subjects', '远景储能、天工精密、沃特水务上半年全部开工', 3],
  ['keep.words', '统筹发展、安全', 1],
  ['split.conjunction', '完成总体规划和电力专项规划', 2],
  ['split.listed-works', '完成可研、环评和土地预审', 3],
  ['split.none', '推进规划和建设工作', 1],
  ['split.none', '改造道路3条、5.6公里', 1],
  ['split.named-and-counted', '6月、9月分别赴甲地、乙地等2个市推介', 2],
];

describe('lists', () => {
  it.each(EXAMPLES)('%s: %s', (rule, text, parts) => {
    const read = enumerate(text, findDates(text, 2023));

    expect(read).toMatchObject({ rule, parts: { length: parts } });
  });

  it('have an example for every rule', () => {
    const shown = new Set(EXAMPLES.map(([rule]) => rule));
    expect(listRules.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });
});
