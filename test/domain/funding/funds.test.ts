import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { inFen } from '../../../functions/domain/base/money.ts';
import {
  FundingStage,
  type FundingStep,
  openSteps,
  reachedStage,
  stepsOn,
  waitingFen,
} from '../../../functions/domain/funding/funding.ts';
import {
  excessesOf,
  excessWords,
  fundsOf,
  sumsOf,
} from '../../../functions/domain/funding/funds.ts';
import { day, at as instant } from '../../support/builders.ts';
import { aStep, bond, wan } from '../../support/figures.ts';
import { taskId } from '../../support/ids.ts';

const done = day('2022-03-01');

const anyStep = fc
  .record({
    stage: fc.constantFrom(...FundingStage.options),
    project: fc.constantFrom('exit', 'africa'),
    batch: fc.integer({ min: 1, max: 3 }),
    part: fc.integer({ min: 1, max: 9 }),
    amountFen: fc.integer({ min: 0, max: 1e13 }).map(inFen),
    doneOn: fc.constantFrom(done, null),
  })
  .map((over) => aStep(over));

const steps = fc.array(anyStep, { maxLength: 60 });

const parts = (
  all: readonly FundingStep[],
  by: (step: FundingStep) => string,
): readonly (readonly FundingStep[])[] => [...Map.groupBy(all, by).values()];

describe('the totals', () => {
  test.prop([steps])('at every level are the sum of their parts', (all) => {
    const whole = sumsOf(all);
    for (const by of [
      ({ project }: FundingStep) => project,
      ({ project, batch }: FundingStep) => `${project}/${batch}`,
      ({ id }: FundingStep) => id,
    ]) {
      for (const stage of FundingStage.options) {
        const sum = parts(all, by).reduce((total, part) => total + sumsOf(part)[stage], 0);
        expect(sum).toBe(whole[stage]);
      }
    }
  });

  test.prop([steps, fc.integer({ min: 0, max: 1e13 }).map(inFen)])(
    'reconcile: the goal is what is spent and every difference on the way',
    (all, goalFen) => {
      const funds = fundsOf(goalFen, all);
      const gaps = funds.gaps.reduce((sum, { fen }) => sum + fen, 0);
      expect(gaps + funds.spentFen).toBe(goalFen);
    },
  );

  test.prop([steps])('do not depend on the order of the steps', (all) => {
    expect(fundsOf(inFen(0), all.toReversed())).toEqual(fundsOf(inFen(0), all));
  });

  test.prop([steps])('are whole fen', (all) => {
    expect(Object.values(sumsOf(all)).every(Number.isSafeInteger)).toBe(true);
  });

  it('name each difference, also where the later figure is the larger', () => {
    const { gaps } = fundsOf(wan(100), [
      aStep({ stage: 'applied', amountFen: wan(80), doneOn: done }),
      aStep({ stage: 'approved', amountFen: wan(90), doneOn: done }),
      aStep({ stage: 'arrived', amountFen: wan(50), doneOn: done }),
    ]);
    expect(gaps).toEqual([
      { name: '尚未申报', fen: wan(20) },
      { name: '批复超过申报', fen: wan(-10) },
      { name: '批复未到', fen: wan(40) },
      { name: '到位未支', fen: wan(50) },
    ]);
  });
});

describe('more than was granted', () => {
  const at = (stage: FundingStage, amount: number, over: Partial<FundingStep> = {}): FundingStep =>
    aStep({ stage, amountFen: wan(amount), doneOn: done, ...over });

  it('is flagged with both numbers and the reason', () => {
    const arrived = at('arrived', 120, { excessReason: '含上年结转20万元' });
    const [excess] = excessesOf([at('approved', 100), at('issued', 100), arrived]);
    expect(excess).toEqual({
      stage: 'arrived',
      fen: wan(120),
      grantedFen: wan(100),
      reason: '含上年结转20万元',
    });
    expect(excess && excessWords(excess, bond)).toBe(
      '到位120万元超过此前核定的100万元，原因：含上年结转20万元',
    );
  });

  it('is said to lack a reason where nobody gave one', () => {
    const [excess] = excessesOf([at('approved', 100), at('issued', 100.01)]);
    expect(excess && excessWords(excess, bond)).toBe(
      '发行100.01万元超过此前核定的100万元，没有说明原因',
    );
  });

  it('counts all batches of the project together', () => {
    const both = [at('issued', 60), at('issued', 40, { batch: 2 })];
    expect(excessesOf([at('approved', 100), ...both])).toEqual([]);
    expect(excessesOf([at('approved', 99), ...both])).toHaveLength(1);
  });

  it('passes over a stage that was skipped, and takes what nothing granted as too much', () => {
    expect(excessesOf([at('approved', 100), at('arrived', 100)])).toEqual([]);
    expect(excessesOf([at('spent', 1)])).toMatchObject([{ stage: 'spent', grantedFen: 0 }]);
  });
});

describe('the steps', () => {
  const open = [
    aStep({ stage: 'reviewed', planned: null }),
    aStep({ stage: 'issued', planned: day('2022-08-26') }),
    aStep({ stage: 'applied', planned: day('2022-06-22'), doneOn: done }),
    aStep({ stage: 'approved', planned: day('2022-07-15') }),
  ];

  it('that are next come by date, the undated last', () => {
    expect(openSteps(open).map(({ stage }) => stage)).toEqual(['approved', 'issued', 'reviewed']);
  });

  it('are through the last stage that was done', () => {
    expect(reachedStage(open)).toBe('applied');
    expect(reachedStage([])).toBeNull();
  });

  const evening = (on: string) => ({ day: day(on), at: instant(`${on} 23:59`) });

  it('of an earlier day are still to be done', () => {
    expect(reachedStage(stepsOn(open, evening('2022-02-28')))).toBeNull();
    expect(reachedStage(stepsOn(open, evening(done.toString())))).toBe('applied');
  });

  it('that were booked later are not in an evening that did not know of them', () => {
    const may = aStep({ doneOn: day('2022-05-29'), bookedAt: instant('2022-06-03 10:00') });
    expect(reachedStage(stepsOn([may], evening('2022-05-31')))).toBeNull();
    expect(reachedStage(stepsOn([may], evening('2022-06-03')))).toBe('applied');
  });

  it('that wait for one milestone hold each batch’s money once', () => {
    const blockedBy = ['p22-062'];
    const held = [
      aStep({ stage: 'reviewed', amountFen: wan(700), blockedBy }),
      aStep({ stage: 'approved', amountFen: wan(800), blockedBy }),
      aStep({ stage: 'reviewed', batch: 2, amountFen: wan(50), blockedBy }),
      aStep({ stage: 'applied', amountFen: wan(900), blockedBy, doneOn: done }),
      aStep({ stage: 'issued', amountFen: wan(999), blockedBy: ['p22-063'] }),
    ];
    expect(waitingFen(taskId('p22-062'), held)).toBe(wan(850));
    expect(waitingFen(taskId('p22-071'), held)).toBe(0);
  });
});
