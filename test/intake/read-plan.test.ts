import { describe, expect, it } from 'vitest';
import { readPlan } from '../../functions/intake/read-plan.ts';

const read = (text: string): ReturnType<typeof readPlan> =>
  readPlan({ text, tables: [] }, { year: 2023 });

describe('what a person is asked', () => {
  it.each([
    ['紧盯海利、佛塑、中化、科伦等3个项目。', '写的是3个，列出的却有4个'],
    ['招商引资400亿。', '“亿”后面没有写“元”'],
    ['6月前完成甲路改造。', '可指该月开始之前'],
    ['增加值增长6%左右。', '“左右”没有上下限'],
    ['主汛期前完成水库加固。', '不能换算成日期'],
    ['开工建设总投资8亿元的甲工程。', '项目规模'],
    ['新增规上企业26家。确保入规企业达26家以上。', '数值相同而要求不同'],
  ])('%s', (text, question) => {
    expect(
      read(text)
        .drafts.flatMap(({ questions }) => questions)
        .join(),
    ).toContain(question);
  });

  it('is nothing about two different targets that share a number', () => {
    const { drafts } = read('开工项目不少于30个。引进30个亿元项目。');
    expect(drafts.flatMap(({ questions }) => questions)).toEqual([]);
  });
});

describe('titles', () => {
  it('share the verb and the closing noun of their list', () => {
    const { drafts } = read('逐步完成调蓄池、收集池、停车场建设以及消防站规划和前期工作。');
    expect(drafts.map(({ title }) => title)).toEqual([
      '完成调蓄池建设',
      '完成收集池建设',
      '完成停车场建设',
      '完成消防站规划和前期工作',
    ]);
  });
});
