import { describe, expect, it } from 'vitest';
import { filtered, rowOf } from '../../functions/domain/board.ts';
import { aTask, day, rules } from '../support/builders.ts';

const today = day('2022-07-04');

const found = (title: string, search: string): boolean => {
  const row = rowOf({ task: aTask({ title }), version: 1 }, null, today, rules);
  return filtered([row], { search }, today).length > 0;
};

describe('a search', () => {
  it.each([
    ['新增企业26家', '２６家'],
    ['新增企业２６家', '26家'],
    ['建成AI平台', 'ａｉ'],
    ['建成甲园（一期）', '甲园(一期)'],
    ['建成甲园（一期）', '甲园　一期'],
  ])('finds %s by %s, whatever width it is typed in', (title, search) => {
    expect(found(title, search)).toBe(true);
  });

  it('needs every word', () => expect(found('建成甲园', '甲园 二期')).toBe(false));
});
