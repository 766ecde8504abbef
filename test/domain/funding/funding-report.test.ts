import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { inFen } from '../../../functions/domain/base/money.ts';
import { FundingStage, type FundingStep } from '../../../functions/domain/funding/funding.ts';
import {
  type FundingReport,
  fundingReport,
} from '../../../functions/domain/funding/funding-report.ts';
import { fundingSummary, fundingTables } from '../../../functions/domain/funding/funding-table.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { aTask, day, rules } from '../../support/builders.ts';
import { aStep, bond, wan } from '../../support/figures.ts';

const today = day('2022-06-15');

const report = (
  steps: readonly FundingStep[],
  tasks: readonly Task[] = [],
  date = today,
): FundingReport =>
  fundingReport(
    { instruments: [bond], steps },
    new Map(tasks.map((task) => [task.id, task])),
    date,
    rules,
  );

const done = (
  stage: FundingStage,
  amount: number,
  on: string,
  over: Partial<FundingStep> = {},
): FundingStep => aStep({ stage, amountFen: wan(amount), doneOn: day(on), ...over });

const first = [
  done('applied', 6000, '2022-01-26'),
  done('approved', 6000, '2022-03-07'),
  done('issued', 6000, '2022-03-25'),
  done('arrived', 6000, '2022-04-11'),
  done('spent', 1500, '2022-05-13'),
];
const power = aTask({ id: 'p22-062', title: '完成双电源建设', due: day('2022-07-08') });
const second = aStep({
  batch: 2,
  stage: 'reviewed',
  amountFen: wan(12_000),
  blockedBy: ['p22-062'],
});

describe('where the money stands', () => {
  it('is told for all, each instrument, each project, and each batch of several', () => {
    const { rows } = report([...first, second]);
    expect(rows.map(({ level, name }) => `${level} ${name}`)).toEqual([
      'total 合计',
      'instrument 政府专项债券',
      'project 化工企业退出转型升级发展项目',
      'batch 第1批',
      'batch 第2批',
      'project 中非工贸产业园基础设施建设项目',
    ]);
  });

  const anyStep = fc
    .record({
      stage: fc.constantFrom(...FundingStage.options),
      project: fc.constantFrom('exit', 'africa'),
      batch: fc.integer({ min: 1, max: 3 }),
      amountFen: fc.integer({ min: 0, max: 1e13 }).map(inFen),
      doneOn: fc.constantFrom(day('2022-03-01'), day('2022-06-16'), null),
    })
    .map((over) => aStep(over));

  test.prop([fc.array(anyStep, { maxLength: 40 })])(
    'adds up: every level is the sum of the level below it',
    (steps) => {
      const { rows } = report(steps);
      const sum = (level: string, project?: string | null): readonly number[] =>
        FundingStage.options.map((stage) =>
          rows
            .filter((row) => row.level === level && (!project || row.project === project))
            .reduce((total, { byStage }) => total + byStage[stage], 0),
        );
      expect(sum('instrument')).toEqual(sum('total'));
      expect(sum('project')).toEqual(sum('total'));
      for (const row of rows.filter(({ level }) => level === 'batch')) {
        expect(sum('batch', row.project)).toEqual(sum('project', row.project));
      }
    },
  );

  it('is that of the day asked for', () => {
    const [total] = report(first, [], day('2022-03-24')).rows;
    expect(total).toMatchObject({ approvedFen: wan(6000), arrivedFen: 0, spentFen: 0 });
  });

  it('goes on to the next step by the date that its task has now', () => {
    const task = aTask({ id: second.id, due: day('2022-07-01') });
    const [, row] = report([second, aStep({ planned: day('2022-06-24') })], [task]).rows;
    expect(row?.next).toMatchObject({ stage: 'applied', due: '2022-06-24' });
    const [, later] = report([second], [task]).rows;
    expect(later?.next).toMatchObject({ id: second.id, due: '2022-07-01' });
  });

  it('names what does not come to the whole, with both numbers and the difference', () => {
    const short = { ...bond, projects: bond.projects.slice(0, 1) };
    const { rows } = fundingReport({ instruments: [short], steps: first }, new Map(), today, rules);
    expect(rows[1]?.doubts).toEqual(['各项目合计18,000万元，目标30,000万元，相差12,000万元']);
  });

  it('names money beyond what was granted, and a step reported done without an amount', () => {
    const said = aTask({ id: second.id, title: '评审', status: 'pendingReview' });
    const [, , row] = report(
      [...first, second, done('arrived', 1, '2022-06-01', { part: 2 })],
      [said],
    ).rows;
    expect(row?.doubts).toEqual([
      '到位6,001万元超过此前核定的6,000万元，没有说明原因',
      '评审已报办结，还没有登记金额',
    ]);
  });
});

describe('what holds money up', () => {
  it('is a milestone that is not ended, with the money that waits for it', () => {
    expect(report([...first, second], [power]).blocks).toEqual([
      {
        record: 'block',
        id: 'p22-062',
        title: '完成双电源建设',
        shortTitle: '第三方治理工作平台',
        leadUnit: '安环局',
        due: '2022-07-08',
        isWithdrawn: false,
        waitingFen: wan(12_000),
      },
    ]);
  });

  it('keeps waiting for a withdrawn milestone, and marks that as doubtful', () => {
    const gone = report([...first, second], [{ ...power, status: 'withdrawn' }]);
    expect(gone.blocks).toMatchObject([{ id: 'p22-062', isWithdrawn: true }]);
    expect(gone.rows.flatMap(({ doubts }) => doubts)).toContain(
      '卡住资金的“完成双电源建设”已撤销，请核对这笔资金是否还要等',
    );
    const [, , blocks] = fundingTables(gone, today);
    expect(blocks?.rows).toEqual([['完成双电源建设', '安环局', '已撤销', '12,000']]);
  });

  it('is empty once the milestone is closed', () => {
    expect(report([second], [{ ...power, status: 'closed' }]).blocks).toEqual([]);
  });
});

describe('the spending of an issued batch', () => {
  it.each([
    [2000, 'green'],
    [1999, 'yellow'],
    [1400, 'yellow'],
    [1399, 'red'],
  ])('of %d万元 of 6000, two months of six gone, is %s', (amount, colour) => {
    const steps = [...first.slice(0, -1), done('spent', amount, '2022-06-01')];
    const [clock] = report(steps).clocks;
    expect(clock).toMatchObject({ batch: 1, months: 2, until: '2022-09-30' });
    expect(clock?.lamp).toMatchObject({ colour, rule: 'pace.bond_6m_30' });
  });

  it('is no matter of other money', () => {
    const grant = { ...bond, kind: 'superiorGrant' as const };
    const { clocks } = fundingReport(
      { instruments: [grant], steps: first },
      new Map(),
      today,
      rules,
    );
    expect(clocks).toEqual([]);
  });
});

describe('the tables of money', () => {
  it('say in 万元 where each stands, what is next and what holds it up', () => {
    const [money, spending, blocks] = fundingTables(report([...first, second], [power]), today);
    expect(money?.rows.map((cells) => cells.join('|'))).toEqual([
      '合计|30,000|6,000|6,000|6,000|1,500|24,000|0|0|4,500|—|—|—|1项',
      '政府专项债券|30,000|6,000|6,000|6,000|1,500|24,000|0|0|4,500|—|评审12,000|6月22日（周三），还有7天|1项',
      '  化工企业退出转型升级发展项目|18,000|6,000|6,000|6,000|1,500|12,000|0|0|4,500|—|评审12,000|6月22日（周三），还有7天|第三方治理工作平台',
      '    第1批|6,000|6,000|6,000|6,000|1,500|0|0|0|4,500|支出|—|—|—',
      '    第2批|12,000|0|0|0|0|12,000|0|0|0|—|评审12,000|6月22日（周三），还有7天|第三方治理工作平台',
      '  中非工贸产业园基础设施建设项目|12,000|0|0|0|0|12,000|0|0|0|—|—|—|—',
    ]);
    expect(spending?.rows[0]?.slice(0, 7)).toEqual([
      '化工企业退出转型升级发展项目第1批',
      '2022-03-25',
      '2022-09-30',
      '2/6',
      '6,000',
      '1,500',
      '黄',
    ]);
    expect(blocks?.rows).toEqual([['完成双电源建设', '安环局', '7月8日（周五）', '12,000']]);
  });

  it('have one sentence for each instrument', () => {
    expect(fundingSummary(report([...first, second], [power]), today)).toEqual([
      '政府专项债券：目标30,000万元，已申报6,000万元、批复6,000万元、到位6,000万元、支出1,500万元；下一环节评审12,000万元，6月22日（周三），还有7天；卡在“完成双电源建设”。',
    ]);
  });
});
