import { describe, expect, it } from 'vitest';
import {
  byPlace,
  groupedByPlace,
  isInPlace,
  placeFilterIn,
  placeFilterKey,
} from '../../../functions/domain/sources/place.ts';
import { freeCode } from '../../../functions/domain/sources/source-code.ts';
import { kindOfTitle } from '../../../functions/domain/sources/source-kind.ts';
import { sourceId } from '../../support/ids.ts';
import { aSource } from '../../support/sources.ts';

const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(97 + at));

describe('the code of a source', () => {
  it.each([
    ['annualPlan', [], 'p22'],
    ['annualPlan', ['p22'], 'p22a'],
    ['hand', [], 'h22'],
    ['livelihood', [], 'm22a'],
    ['livelihood', ['m22a', 'm22c'], 'm22b'],
    ['meeting', letters.map((letter) => `y22${letter}`), 'y22aa'],
  ] as const)('of kind %s beside %j is %s', (kind, taken, code) => {
    expect(freeCode(kind, 2022, new Set(taken))).toBe(code);
  });
});

describe('the kind that a title suggests', () => {
  it.each([
    ['临湘高新区2022年工作计划', 'annualPlan'],
    ['2022年民生实事项目清单', 'livelihood'],
    ['党工委第3次会议纪要', 'meeting'],
    ['关于企业用电问题的批示', 'instruction'],
    ['市政府督办函', 'superior'],
    ['安全生产专项整治方案', 'campaign'],
  ] as const)('%s is %s', (title, kind) => {
    expect(kindOfTitle(title)).toBe(kind);
  });
});

describe('a place', () => {
  const sources = [
    aSource({ areas: ['党建', '安全'] }),
    aSource({ id: sourceId('m22a'), kind: 'livelihood', title: '民生实事', areas: ['教育'] }),
  ];
  const inPlan = { plan: 2022, area: 2 };
  const inList = { plan: 2022, area: 1, source: sourceId('m22a') };
  const outside = { plan: 2022, area: 0, source: sourceId('m22a') };

  it('of the plan comes first, and names of other sources say which they are', () => {
    const places = groupedByPlace([inList, outside, inPlan], sources, (task) => task);
    expect(places.map(({ key, numeral, name }) => [key, numeral, name])).toEqual([
      ['p22.2', '二', '安全'],
      ['m22a.0', '', '民生实事'],
      ['m22a.1', '', '教育（民生实事）'],
    ]);
    expect(byPlace(inPlan, inPlan)).toBe(0);
  });

  it.each([
    ['p22.2', true, false],
    ['m22a', false, true],
    ['1', false, true],
  ])('filter %s', (key, plan, list) => {
    const filter = placeFilterIn(key);
    expect(filter && placeFilterKey(filter)).toBe(key);
    expect([inPlan, inList].map((task) => filter && isInPlace(task, filter))).toEqual([plan, list]);
  });

  it.each(['x', 'p22.', '123', 'P22.1', 'p22.123'])('%s is no filter', (key) => {
    expect(placeFilterIn(key)).toBeUndefined();
  });
});
