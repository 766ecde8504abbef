import { describe, expect, it } from 'vitest';
import { readItem, TaskItem, written } from '../../functions/register/items.ts';
import { aReport, aStoredTask, aTask, at, day } from '../support/builders.ts';
import { aMeasured } from '../support/figures.ts';

const key = { pk: 'park#linxiang', sk: 'task#lx22-071' };

describe('a task as it lies in the table', () => {
  const report = aReport(at('2022-07-26 10:00'), { note: '正常推进' });

  it('keeps for which return day its last report was', () => {
    const stored = aStoredTask({
      task: aTask({ lastReport: { ...report, period: day('2022-07-25') } }),
    });
    const { task } = readItem(TaskItem, written(TaskItem, stored, key));
    expect(task.lastReport?.period?.toString()).toBe('2022-07-25');
  });

  it('is read as it was kept before that', () => {
    const stored = aStoredTask({ task: aTask({ lastReport: report }) });
    const { task } = readItem(TaskItem, written(TaskItem, stored, key));
    expect(task.lastReport).toMatchObject({ note: '正常推进' });
    expect(task.lastReport?.period).toBeUndefined();
  });

  it('keeps nothing of the figures that it was read with', () => {
    const item = written(TaskItem, aStoredTask({ task: aMeasured() }), key);
    expect(item['task']).not.toHaveProperty('measure');
  });
});
