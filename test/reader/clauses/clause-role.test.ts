import { describe, expect, it } from 'vitest';
import { roleOf, roleRules } from '../../../functions/reader/clauses/clause-role.ts';
import { findDates } from '../../../functions/reader/dates/find-dates.ts';
import { owed } from '../../../functions/reader/quantities/metric.ts';

const facts = (text: string, over: object = {}): Parameters<typeof roleOf>[0] => ({
  text,
  counted: owed(text).length > 0,
  dated: findDates(text, 2023).some(({ meaning }) => /explicit|recurring/u.test(meaning.sort)),
  follows: false,
  last: true,
  next: '',
  joined: false,
  described: false,
  ...over,
});

const EXAMPLES: (readonly [rule: string, text: string, over?: object])[] = [
  ['skip.signature', ''],
  ['skip.contact', '联系电话：8800123'],
  ['skip.colophon', '东岭县政府办公室2023年3月1日印发'],
  ['skip.occasion', '——2月8日在市第九届人民代表大会第二次会议上'],
  ['skip.of-described', '其中银行贷款2亿元', { described: true }],
  ['join.condition', '对连续两月没有进展的', { last: false }],
  ['skip.sanction', '由督查专班下发督办函'],
  ['skip.lead-in', '请按照分工执行'],
  ['skip.note', '扎实开展各项工作'],
  ['skip.lead-in', '请各位委员提出宝贵意见'],
  ['skip.slogan', '为建成幸福家园而不懈奋斗'],
  ['skip.slogan', '掀起比学赶超的热潮'],
  ['join.means', '各部门要以时不我待的干劲', { last: false }],
  ['skip.purpose', '为企业生产保驾护航', { follows: true }],
  ['task.verb', '总投资6亿元的滨河泵站8月10日前复工'],
  ['task.verb', '坚持每周五碰头'],
  ['task.verb', '在北区推行帮办制'],
  ['skip.sanction', '逾期未完成的严肃追责'],
  ['skip.lead-in', '重点抓好以下六项工作'],
  ['skip.note', '列第一位的为牵头单位'],
  ['join.responsible', '该项目由市水利局牵头', { last: false }],
  ['join.definition', '明确产业定位', { last: false, next: '东区为新型建材' }],
  ['task.definition', '东区为新型建材', { joined: true }],
  ['skip.problem', '产业链条不长等问题仍然存在'],
  ['skip.slogan', '坚持人民至上'],
  ['skip.slogan', '奋力谱写发展新篇章'],
  ['skip.description', '总投资8亿元'],
  ['skip.description', '规划是发展的龙头'],
  ['join.time', '今年', { last: false }],
  ['join.means', '围绕主导产业', { last: false }],
  ['join.means', '对接省发改委', { last: false }],
  ['skip.purpose', '为项目建设提供有力保障', { follows: true }],
  ['skip.purpose', '提升企业满意度', { follows: true }],
  ['task.verb', '建立会商制度'],
  ['task.verb', '提升企业满意度到95%', { follows: true }],
  ['skip.no-duty', '企业和群众'],
];

describe('clauses', () => {
  it.each(EXAMPLES.map(([rule, text, over = {}]) => ({ rule, text, over })))(
    '$rule: $text',
    ({ rule, text, over }) => {
      expect(roleOf(facts(text, over)).id).toBe(rule);
    },
  );

  it('have an example for every rule', () => {
    const shown = new Set(EXAMPLES.map(([rule]) => rule));
    expect(roleRules.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });
});
