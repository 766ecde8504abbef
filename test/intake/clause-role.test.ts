import { describe, expect, it } from 'vitest';
import { roleOf, roleRules } from '../../functions/intake/clause-role.ts';
import { findDates } from '../../functions/intake/dates.ts';
import { owed } from '../../functions/intake/metric.ts';

const facts = (text: string, over: object = {}): Parameters<typeof roleOf>[0] => ({
  text,
  counted: owed(text).length > 0,
  dated: findDates(text, 2023).some(({ meaning }) => meaning.sort === 'explicit'),
  follows: false,
  last: true,
  next: '',
  joined: false,
  ...over,
});

const EXAMPLES: (readonly [rule: string, text: string, over?: object])[] = [
  ['skip.signature', ''],
  ['skip.contact', '联系电话：8800123'],
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
