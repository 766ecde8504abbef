import { describe, expect, it } from 'vitest';
import { planYearIn } from '../../functions/reader/dates/plan-year.ts';
import { readPlan } from '../../functions/reader/read-plan.ts';
import { documentOfText } from '../../functions/reader/tables/text-tables.ts';

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
    ['信访量下降120%。', '“120%”比全部还多'],
    ['单位能耗降低101.5%以上。', '“101.5%以上”比全部还多'],
    ['污水处理率达到110%。', '“110%”比全部还多'],
    ['4月31日前加强巡查，9月底前建成甲路。', '“4月31日前”，日历上没有这一天'],
    ['每季度末月25日前报送，2月30日前汇总。', '“2月30日前”，日历上没有这一天'],
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

describe('what is possible', () => {
  it.each(['信访量下降100%。', '计划完成率达到120%。', '产值增长120%。', '投资减少120万元。'])(
    '%s is not asked about',
    (text) => {
      expect(read(text).drafts.flatMap(({ questions }) => questions)).toEqual([]);
    },
  );
});

describe('a day that cannot be meant', () => {
  const NONE = '日历上没有这一天';
  const PAST = '早于计划年度（2023年）';

  it.each([
    ['prose', '2月30日前完成甲路改造。', NONE],
    ['a date in front of its clause', '13月底前，完成甲路改造。', NONE],
    ['a day more or less', '4月31日前后完成甲路改造。', NONE],
    ['a period', '自3月1日至4月31日开展甲路改造。', NONE],
    ['a label', '二、目标\n2月29日前：完成甲路改造。', NONE],
    ['a deadline next to the owners', '完成甲路改造。\n完成时限：2022年6月30日前', PAST],
    ['a heading', '（一）2022年四季度\n1.完成甲路改造。', PAST],
    ['a list', '4月31日前完成甲路改造、乙桥加固。', NONE],
    ['a table', '任务\t完成时限\n甲路改造\t4月31日前', NONE],
    ['a table that inherits', '任务\t完成时限\n乙桥加固\t2022年底\n甲路改造\t同上', PAST],
    ['an indicator', '指标\t目标值\t完成时限\n工业产值\t12亿元\t2023.2.30', NONE],
  ])('is asked about in %s, and set by nobody else', (_, text, why) => {
    const { drafts } = readPlan(documentOfText(text), { year: 2023 });

    expect(drafts.length).toBeGreaterThan(0);
    for (const { due, duePrecision, questions } of drafts) {
      expect({ due, duePrecision }).toEqual({ due: null, duePrecision: 'none' });
      expect(questions.join()).toContain(why);
    }
  });

  it('is asked about for its own element of a list only', () => {
    expect(read('4月31日、9月底前分别完成甲路改造、乙桥加固。').drafts).toMatchObject([
      { due: null, questions: [expect.stringContaining(NONE)] },
      { due: '2023-09-30', questions: [] },
    ]);
  });

  it('is asked about next to one that can, which stands', () => {
    const [draft] = read('9月底前完成甲路改造（4月31日前完成招标）。').drafts;

    expect(draft).toMatchObject({ due: '2023-09-30' });
    expect(draft?.questions.join()).toContain(NONE);
  });
});

describe('a rhythm', () => {
  it.each([
    ['每季度末月25日前报送进展。', '每季度末月25日前'],
    ['每季末月的25日前报送进展。', '每季末月的25日前'],
    ['每季度最后一个月25日前报送进展。', '每季度最后一个月25日前'],
    ['每月二十五日前报送进展。', '每月二十五日前'],
    ['每年12月25日前报送总结。', '每年12月25日前'],
    ['每周五前报送进展。', '每周五前'],
    ['每周一次调度项目。', '每周'],
  ])('%s is kept whole', (text, recurrence) => {
    expect(read(text).drafts).toMatchObject([{ kind: 'standing', recurrence }]);
  });
});

describe('a year', () => {
  it.each([
    '二〇二三',
    '二零二三',
    '二○二三',
    '二O二三',
    '二o二三',
    '二Ｏ二三',
    '二0二三',
    '二０二三',
  ])('written %s年 is read', (year) => {
    expect(planYearIn(`某区${year}年工作要点\n`)).toBe(2023);
    expect(read(`${year}年6月底前完成甲路改造。`).drafts).toMatchObject([{ due: '2023-06-30' }]);
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
