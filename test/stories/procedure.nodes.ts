import type { fc } from '@fast-check/vitest';
import { expect } from 'vitest';
import { BadInput } from '../../functions/domain/base/problems.ts';
import type { Act } from '../../functions/domain/tasks/move.ts';
import { nodeId } from '../../functions/domain/tasks/node.ts';
import type { TaskStatus } from '../../functions/domain/tasks/task-status.ts';
import { taskId } from '../support/ids.ts';
import { changeTask } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import { movedBy } from './procedure.climb.ts';
import { type Model, moveOf, owners, procedure } from './procedure.model.ts';
import type { NodeModel } from './procedure.node-model.ts';

const TASK = taskId('lx22-071');
const LIVE: ReadonlySet<TaskStatus> = new Set(['pendingAcceptance', 'inProgress', 'returned']);

/** What is done with nodes. */
export const nodeActs = [
  'signFor',
  'report',
  'submit',
  'verify',
  'return',
  'suspend',
  'resume',
  'withdraw',
] as const satisfies readonly Act[];
type NodeAct = (typeof nodeActs)[number];

/** Whether the procedure lets anybody do `act` with a node now: it goes on only with its task. */
function isNodeAllowed(node: NodeModel, model: Model, act: NodeAct): boolean {
  if (!procedure[act].from.includes(node.status)) return false;
  const to = nodeAfter(node, act);
  return LIVE.has(model.status) || !LIVE.has(to) || to === node.status;
}

const nodeAfter = (node: NodeModel, act: NodeAct): TaskStatus =>
  act === 'report' && node.status === 'returned'
    ? 'returned'
    : procedure[act].to({ status: node.status } as Model);

/** A move of a node that fits the model's day. */
const nodeMove = (act: NodeAct, model: Model): ReturnType<typeof moveOf> =>
  moveOf(act, { ...model, nodes: [] });

/** Every node is as the model has it, and its history has no gap. */
export async function nodesHold(model: Model, world: World): Promise<void> {
  for (const [at, node] of model.nodes.entries()) {
    const id = nodeId(TASK, at + 1);
    const stored = world.stored(id);
    expect(stored?.task.status).toBe(node.status);
    expect(stored?.task.leadUnit).toBe(node.unit);
    const history = await world.register.history('linxiang', id);
    expect(history.map(({ version }) => version)).toEqual(history.map((_, place) => place + 1));
  }
}

/** Somebody makes a move of a node, if there is one. */
export class NodeMaking implements fc.AsyncCommand<Model, World> {
  readonly act: NodeAct;
  readonly which: number;
  constructor(act: NodeAct, which: number) {
    this.act = act;
    this.which = which;
  }
  check = ({ nodes }: Readonly<Model>): boolean => nodes.length > 0;
  async run(model: Model, world: World): Promise<void> {
    const number = this.which % model.nodes.length;
    const node = model.nodes[number];
    if (!node) return;
    const mover = {
      park: 'linxiang',
      task: nodeId(TASK, number + 1),
      by: procedure[this.act].by === 'office' ? 'office' : owners[node.unit],
      why: '说明',
      via: '测试',
    };
    const making = changeTask(mover, nodeMove(this.act, model), world.ports);
    if (isNodeAllowed(node, model, this.act)) {
      await making;
      node.status = nodeAfter(node, this.act);
      if (this.act === 'report' || this.act === 'submit') movedBy('report', model, world);
    } else {
      await expect(making).rejects.toThrow(BadInput);
    }
    await nodesHold(model, world);
  }
  toString = (): string => `${this.act} node ${this.which}`;
}
