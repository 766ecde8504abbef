import { describe, expect, it } from 'vitest';
import { nodesProgress } from '../../../functions/domain/nodes/progress.ts';
import type { NodeOf } from '../../../functions/domain/tasks/node.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { aTask } from '../../support/builders.ts';
import { taskId } from '../../support/ids.ts';

const node = (
  over: Partial<Pick<Task, 'progress' | 'status'>>,
  of: Partial<NodeOf> = {},
): { readonly task: Task } => {
  const work = { task: taskId('lx22-071'), title: '双电源', weight: null, before: null };
  return { task: { ...aTask(), ...over, nodeOf: { ...work, isOwners: true, ...of } } };
};

describe('the progress of a work', () => {
  it('is that of its nodes, equally where none has a weight, rounded down', () => {
    expect(nodesProgress([node({ progress: 100 }), node({}), node({})])).toBe(33);
  });

  it('is theirs by weight, and a node without one counts as 1', () => {
    const nodes = [node({ progress: 50 }, { weight: 3 }), node({ progress: 30 })];
    expect(nodesProgress(nodes)).toBe(45);
  });

  it('counts a closed node whole, and not one that was withdrawn by itself', () => {
    const closed = node({ status: 'closed', progress: 0 });
    const withdrawn = node({ status: 'withdrawn', progress: 0 });
    const withWork = node({ status: 'withdrawn', progress: 0 }, { before: 'inProgress' });
    expect(nodesProgress([closed, withdrawn])).toBe(100);
    expect(nodesProgress([closed, withWork])).toBe(50);
    expect(nodesProgress([withdrawn])).toBeNull();
  });
});
