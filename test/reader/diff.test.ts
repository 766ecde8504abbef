import { describe, expect, it } from 'vitest';
import { diffPlan } from '../../functions/reader/diff.ts';
import { readPlan } from '../../functions/reader/read-plan.ts';

const draftsOf = (text: string): ReturnType<typeof readPlan>['drafts'] =>
  readPlan({ text, tables: [] }, { year: 2023 }).drafts;

const changes = (before: string, after: string): readonly string[] =>
  diffPlan(draftsOf(after), draftsOf(before)).map((change) =>
    change.sort === 'withdrawn'
      ? `withdrawn ${change.old.id}`
      : `${change.sort} ${change.draft.id}`,
  );

const PLAN = '完成甲路改造。6月底前建成乙公园。新增规上企业26家。';

describe('a plan read again', () => {
  it.each([
    ['as it was', PLAN, ['unchanged p23-001', 'unchanged p23-002', 'unchanged p23-003']],
    [
      'with a row put in between',
      PLAN.replace('6月', '启动丙水厂扩建。6月'),
      ['unchanged p23-001', 'added p23-004', 'unchanged p23-002', 'unchanged p23-003'],
    ],
    [
      'with another date',
      PLAN.replace('6月底', '9月底'),
      ['unchanged p23-001', 'changed p23-002', 'unchanged p23-003'],
    ],
    [
      'with another number',
      PLAN.replace('26', '30'),
      ['unchanged p23-001', 'unchanged p23-002', 'changed p23-003'],
    ],
    [
      'with a row taken out',
      PLAN.replace('完成甲路改造。', ''),
      ['unchanged p23-002', 'unchanged p23-003', 'withdrawn p23-001'],
    ],
    [
      'in another order',
      '新增规上企业26家。完成甲路改造。6月底前建成乙公园。',
      ['unchanged p23-003', 'unchanged p23-001', 'unchanged p23-002'],
    ],
    [
      'with other marks and spaces',
      PLAN.replaceAll('。', '；').replace('26', ' 26 '),
      ['unchanged p23-001', 'unchanged p23-002', 'unchanged p23-003'],
    ],
  ] as const)('%s', (_, after, expected) => {
    expect(changes(PLAN, after)).toEqual(expected);
  });

  it('says which fields changed', () => {
    const [, second] = diffPlan(draftsOf(PLAN.replace('6月底', '9月底')), draftsOf(PLAN));

    expect(second).toMatchObject({ fields: ['quote', 'due'] });
  });
});
