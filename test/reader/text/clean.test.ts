import { describe, expect, it } from 'vitest';
import { cleanView } from '../../../functions/reader/text/clean.ts';
import { outline } from '../../../functions/reader/text/outline.ts';

const clean = (text: string): string => cleanView(text, { start: 0, end: text.length }).text;

describe('a noisy text', () => {
  it.each([
    ['full-width digits', '新增２６家，增长７．５％', '新增26家，增长7.5%'],
    ['Western marks', '完成A(一期);启动B,报批', '完成A（一期）；启动B，报批'],
    ['blanks inside words and numbers', '完 成 2 000 万 元', '完成2000万元'],
    ['thousands', '完成1,200万元', '完成1200万元'],
    ['a letter for a zero', '完成3O.5万元', '完成30.5万元'],
    ['a year in words', '二〇二三年完成', '2023年完成'],
    ['debris', '完成甲路[bookmark: _GoBack]改造', '完成甲路改造'],
    ['a number cut by a line', '完成12\n00万元', '完成1200万元'],
    ['a date cut by a line', '完成甲路改造，6\n月底前建成', '完成甲路改造，6月底前建成'],
    [
      'a page number between two halves',
      '新建学校三所，启动污水处理\n\n- 3 -\n\n厂建设，改造农村公路若干',
      '新建学校三所，启动污水处理厂建设，改造农村公路若干',
    ],
    [
      'a page number in the middle of a paragraph',
      '　　引进一批企业，新建停车场三处，完成污水处理厂\n和管网建设，培育骨干\n- 3 -\n企业十家',
      '引进一批企业，新建停车场三处，完成污水处理厂和管网建设，培育骨干企业十家',
    ],
    ['a letter for a zero in front of a unit', '新建厂房3O万平方米', '新建厂房30万平方米'],
    ['a number with a blank in it', '偿还债务 2. 5 亿元', '偿还债务2.5亿元'],
    ['points that only a blank parts', '建成甲园 2.新建乙路', '建成甲园\n2.新建乙路'],
    ['words of another language', '引进 Open Lab 平台', '引进Open Lab平台'],
  ])('has %s put right', (_, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it('keeps lines that the author broke', () => {
    expect(clean('一、目标\n新增企业26家\n二、任务')).toBe('一、目标\n新增企业26家\n二、任务');
  });
});

describe('numbering', () => {
  it.each([
    ['一要抓好规划。二是抓好建设。', ['yao-shi 抓好规划。', 'yao-shi 抓好建设。']],
    ['（一）抓项目。（二）抓招商。', ['cn-paren 抓项目。', 'cn-paren 抓招商。']],
    ['1.完成甲；2.完成乙', ['num-dot 完成甲；', 'num-dot 完成乙']],
    ['10.8月底前完成', ['num-dot 8月底前完成']],
    ['1.5亿元', ['plain 1.5亿元']],
    ['①完成甲。②完成乙。', ['circled 完成甲。', 'circled 完成乙。']],
    ['首先，抓规划。其次，抓建设。', ['ordinal 抓规划。', 'ordinal 抓建设。']],
    ['第一章总则', ['chapter 总则']],
    ['● 完成甲', ['bullet 完成甲']],
    ['（1）完成甲', ['num-paren 完成甲']],
    ['三、完成甲', ['cn-comma 完成甲']],
  ])('%s', (text, units) => {
    const view = cleanView(text, { start: 0, end: text.length });
    expect(
      outline(view).map(({ style, view: { text: words } }) => `${style ?? 'plain'} ${words}`),
    ).toEqual(units);
  });

  it('counts the outermost points, whatever stands inside them', () => {
    const text = '一、甲\n（一）乙\n1.丙\n二、丁\n（一）戊';
    const view = cleanView(text, { start: 0, end: text.length });
    expect(outline(view).map(({ area, depth }) => [area, depth])).toEqual([
      [1, 0],
      [1, 1],
      [1, 2],
      [2, 0],
      [2, 1],
    ]);
  });
});
