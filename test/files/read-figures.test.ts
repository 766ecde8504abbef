import { describe, expect, it } from 'vitest';
import { BadInput } from '../../functions/domain/base/problems.ts';
import { readFunding } from '../../functions/files/read-funding.ts';
import { readEnterprises, readProjects } from '../../functions/files/read-lists.ts';
import { readTargets } from '../../functions/files/read-targets.ts';
import { aTask } from '../support/builders.ts';
import { dec, wan } from '../support/figures.ts';

const bytes = (...rows: readonly object[]): Uint8Array =>
  Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'));

const problems = (read: () => unknown): readonly string[] => {
  try {
    read();
    return [];
  } catch (fault) {
    if (!(fault instanceof BadInput)) throw fault;
    return fault.problems.map(({ place, message }) => `${place}：${message}`);
  }
};

const tasks = [
  aTask({
    id: 'p22-006',
    quote: '实缴税收4亿元以上',
    metric: { name: '实缴税收', unit: '亿元', value: 4, comparator: 'ge' },
  }),
  aTask({ id: 'p22-062', quote: '完成双电源建设' }),
  aTask({ id: 'p22-063', quote: '完成“二路七管”建设' }),
  aTask({ id: 'p22-082', quote: '争取发行政府专项债券3亿元' }),
];

describe('a file of targets', () => {
  const tax = { promise: '实缴税收', name: '税收', basis: 'cumulative' };
  const actual = {
    month: 5,
    value: '1.83',
    source: '税务月报',
    reportedBy: 'owner@财政金融局',
    at: '2022-06-08T09:00:00+08:00',
  };

  it('takes the goal, its unit and its sense from the promise', () => {
    const [target] = readTargets(bytes({ ...tax, actuals: [actual] }), 't.jsonl', tasks);
    expect(target).toMatchObject({
      id: 'p22-006',
      park: 'linxiang',
      plan: 2022,
      goal: dec('4'),
      unit: '亿元',
      comparator: 'ge',
      rhythm: 'monthly',
      actuals: [{ month: 5, value: dec('1.83'), why: '' }],
    });
  });

  it('names everything that is wrong, by line', () => {
    const file = bytes(
      { ...tax, promise: '没有的事' },
      { ...tax, promise: '完成' },
      { ...tax, basis: 'guessed' },
      { ...tax, actuals: [{ ...actual, value: 1.83 }] },
      { promise: '双电源', name: '没有数的', basis: 'cumulative' },
    );
    expect(problems(() => readTargets(file, 't.jsonl', tasks))).toEqual([
      't.jsonl 第 1 行 promise“没有的事”：没有哪一项含有这几个字',
      't.jsonl 第 2 行 promise“完成”：有 2 项含有这几个字：p22-062、p22-063等',
      expect.stringContaining('t.jsonl 第 3 行 basis'),
      't.jsonl 第 4 行 actuals.0.value：应是文字',
      't.jsonl 第 5 行 unit：缺少这一项',
      't.jsonl 第 5 行 goal：缺少这一项',
      't.jsonl 第 5 行 comparator：缺少这一项',
    ]);
  });
});

describe('the lists', () => {
  const project = {
    id: 'a',
    name: '某项目',
    investor: '某企业',
    amountFen: 1,
    kind: 'listed',
    signedOn: '2022-03-01',
  };

  it('are of the park', () => {
    expect(readProjects(bytes(project), 'p.jsonl', 'linxiang')).toMatchObject([
      { park: 'linxiang', startedOn: null },
    ]);
    const row = { id: 'e', name: '某企业', enteredOn: '2022-02-01' };
    expect(readEnterprises(bytes(row), 'e.jsonl', 'linxiang')).toMatchObject([
      { park: 'linxiang' },
    ]);
  });

  it('are refused with an id twice, or what is no record', () => {
    expect(problems(() => readProjects(bytes(project, project), 'p.jsonl', 'x'))).toEqual([
      'p.jsonl 第 2 行 id：编号 a 重复',
    ]);
    expect(problems(() => readProjects(Buffer.from('null'), 'p.jsonl', 'x'))).toHaveLength(1);
  });
});

describe('a file of funding', () => {
  const step = {
    project: 'exit',
    batch: 1,
    stage: 'applied',
    amountFen: wan(6000),
    planned: '2022-06-22',
    doneOn: null,
  };
  const bond = {
    promise: '专项债券3亿元',
    name: '政府专项债券',
    kind: 'specialBond',
    goalFen: wan(30_000),
    projects: [{ id: 'exit', name: '化工企业退出', goalFen: wan(30_000) }],
  };

  it('names promises by their words', () => {
    const steps = [
      { ...step, blockedBy: ['双电源', '二路七管'] },
      { ...step, part: 2 },
    ];
    const read = readFunding(bytes({ ...bond, steps }), 'f.jsonl', tasks);
    expect(read.instruments).toMatchObject([{ id: 'p22-082', park: 'linxiang' }]);
    expect(read.steps).toMatchObject([
      { id: 'p22-082-exit-1-applied', blockedBy: ['p22-062', 'p22-063'] },
      { id: 'p22-082-exit-1-applied-2', blockedBy: [] },
    ]);
  });

  it('is refused where steps do not fit their instrument', () => {
    const steps = [
      step,
      step,
      { ...step, project: 'moon' },
      { ...step, stage: 'approved', amountFen: wan(100), doneOn: '2022-05-01' },
      { ...step, stage: 'arrived', amountFen: wan(101), doneOn: '2022-05-02' },
    ];
    expect(problems(() => readFunding(bytes({ ...bond, steps }), 'f.jsonl', tasks))).toEqual([
      'f.jsonl 第 1 行 steps：p22-082-exit-1-applied 重复',
      'f.jsonl 第 1 行 steps：没有“moon”这个项目',
      'f.jsonl 第 1 行 steps：化工企业退出到位101万元超过此前核定的100万元，没有说明原因',
    ]);
  });

  it('is refused with words that fit nothing', () => {
    const steps = [{ ...step, blockedBy: ['没有的事'] }];
    const file = bytes({ ...bond, steps }, { ...bond, promise: '也没有', steps: [] });
    expect(problems(() => readFunding(file, 'f.jsonl', tasks))).toEqual([
      'f.jsonl 第 1 行 blockedBy“没有的事”：没有哪一项含有这几个字',
      'f.jsonl 第 2 行 promise“也没有”：没有哪一项含有这几个字',
    ]);
  });
});
