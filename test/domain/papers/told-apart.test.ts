import { describe, expect, it } from 'vitest';
import { toldApart } from '../../../functions/domain/papers/told-apart.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { aTask } from '../../support/builders.ts';
import { sourceId } from '../../support/ids.ts';
import { aSource } from '../../support/sources.ts';

const sources = [
  aSource({ areas: ['安全环保', '招商引资'] }),
  aSource({ id: sourceId('m22a'), kind: 'livelihood', title: '2022年民生实事' }),
];

const titlesOf = (...tasks: readonly Task[]): readonly string[] => {
  const apart = toldApart(tasks, sources);
  return tasks.map((task) => apart(task).title);
};

const named = (id: string, over: Partial<Task> = {}): Task =>
  aTask({ id, title: '完善配套设施', area: 1, ...over });

describe('tasks that are shown together', () => {
  it('keep their titles where these differ', () => {
    expect(titlesOf(named('a'), named('b', { title: '建成消防站' }))).toEqual([
      '完善配套设施',
      '建成消防站',
    ]);
  });

  it.each([
    {
      by: 'their area',
      others: [{ area: 2 }],
      marks: ['安全环保', '招商引资'],
    },
    {
      by: 'the year of their plan, where the area has one name in both',
      others: [{ area: 0, plan: 2021 }, { area: 0 }].slice(0, 1),
      first: { area: 0 },
      marks: ['2022年计划', '2021年计划'],
    },
    {
      by: 'plan and area, where it takes both',
      others: [{ area: 2 }, { area: 0 }, { area: 0, plan: 2021 }],
      marks: [
        '2022年计划，安全环保',
        '2022年计划，招商引资',
        '2022年计划，年度目标',
        '2021年计划，年度目标',
      ],
    },
    {
      by: 'their source',
      others: [{ source: sourceId('m22a'), area: 0 }],
      marks: ['安全环保', '2022年民生实事'],
    },
    { by: 'their ids, where nothing else does', others: [{}], marks: ['t-0', 't-1'] },
  ])('are told apart by $by', ({ first = {}, others, marks }) => {
    const tasks = [first, ...others].map((over, at) => named(`t-${at}`, over));
    expect(titlesOf(...tasks)).toEqual(marks.map((mark) => `完善配套设施（${mark}）`));
  });

  it('of which one comes twice are not two', () => {
    expect(titlesOf(named('a'), named('a'))).toEqual(['完善配套设施', '完善配套设施']);
  });
});
