import { describe, expect, it } from 'vitest';
import { readConfirmation } from '../../functions/files/read-confirmation.ts';
import { confirmed } from '../../functions/reader/confirmation.ts';
import { aTask, day } from '../support/builders.ts';

const read = (text: string): ReturnType<typeof readConfirmation> =>
  readConfirmation(new TextEncoder().encode(text), '核定.json');

const set = (keyword: string, due: string, plan = 2022): ReturnType<typeof readConfirmation> =>
  read(JSON.stringify({ plan, dates: [{ keyword, due }] }));

const undated = aTask({
  id: 'u',
  quote: '完成园区双电源建设',
  due: day('2022-12-31'),
  duePrecision: 'assumed-year-end',
});

describe('a confirmation file', () => {
  it('sets dates, which then are the original ones', () => {
    const [task, other] = confirmed([undated, aTask()], set('双电源', '2022-09-30'), 'f');
    expect(task).toMatchObject({
      due: day('2022-09-30'),
      originalDue: day('2022-09-30'),
      duePrecision: 'set',
    });
    expect(other).toEqual(aTask());
  });

  it.each([
    { given: set('铁路', '2022-09-30'), says: '核定期限“铁路”：没有哪一项含有这几个字' },
    { given: set('建设', '2022-09-30'), says: '有 2 项含有这几个字：u、lx22-071等' },
    { given: set('加强', '2022-09-30'), says: '核定期限“加强”：这是长期事项，没有期限' },
    { given: set('双电源', '2021-09-30'), says: '期限 2021-09-30 早于开始日期 2022-01-01' },
    { given: set('第三方治理', '2022-09-30'), says: '计划写明了期限 2022-06-30' },
    {
      given: set('双电源', '2022-09-30', 2021),
      says: '这是 2022 年计划的事项，核定的是 2021 年计划',
    },
  ])('is refused: $says', ({ given, says }) => {
    const standing = aTask({ id: 's', kind: 'standing', due: null, quote: '加强监管' });
    expect(() => confirmed([undated, aTask(), standing], given, 'f')).toThrow(says);
  });

  it.each([
    { text: '{"note": ', says: '核定.json：不是 UTF-8 的完整 JSON' },
    {
      text: '{"plan":2022,"dates":[{"keyword":"双电源","due":"2022-02-30"}]}',
      says: '核定.json dates.0.due：“2022-02-30”不是存在的日期',
    },
    { text: '{"plan":"2022","dates":[]}', says: '核定.json plan：应是' },
  ])('is refused where it reads $text', ({ text, says }) => {
    expect(() => read(text)).toThrow(says);
  });
});
