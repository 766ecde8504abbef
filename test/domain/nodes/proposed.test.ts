import { describe, expect, it } from 'vitest';
import { byQuarters, fromTemplate } from '../../../functions/domain/nodes/proposed.ts';
import { day, rules } from '../../support/builders.ts';

const words = (nodes: ReturnType<typeof byQuarters>): readonly string[] =>
  nodes.map(({ title, due }) => `${title} ${due.toString()}`);

const template = { id: 'investment', name: '招商项目', nodes: ['洽谈', '框架协议', '签约'] };
const when = { today: day('2022-06-01'), calendar: rules.calendar };

describe('nodes of a template', () => {
  it('are spread evenly from today to the date of the work, on working days', () => {
    // 1 June + 10 days is a Saturday, + 20 a Tuesday.
    const work = { start: day('2022-01-01'), due: day('2022-07-01') };
    expect(words(fromTemplate(work, template, when))).toEqual([
      '洽谈 2022-06-10',
      '框架协议 2022-06-21',
      '签约 2022-07-01',
    ]);
  });

  it('are due today where the date of the work has passed', () => {
    const work = { start: day('2022-01-01'), due: day('2022-05-01') };
    expect(words(fromTemplate(work, template, when)).at(0)).toBe('洽谈 2022-06-01');
  });
});

describe('nodes by quarters', () => {
  it('end with each quarter, the last one with the work', () => {
    const work = { start: day('2022-01-01'), due: day('2023-02-10') };
    expect(words(byQuarters(work, when))).toEqual([
      '二季度 2022-06-30',
      '三季度 2022-09-30',
      '四季度 2022-12-31',
      '2023年一季度 2023-02-10',
    ]);
  });
});
