import { z } from 'zod';
import { Remark } from '../../domain/base/parsing.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { NodeInput, nodeWish } from '../../domain/nodes/node-wish.ts';
import type { TaskRow } from '../../domain/papers/board.ts';
import { MOST_NODES } from '../../domain/policy/node-rules.ts';
import { Task } from '../../domain/tasks/task.ts';
import { proposedFor } from '../../flows/nodes/proposed-for.ts';
import { changeTask } from '../../flows/tasks/change-task.ts';
import { readNodeRows } from '../../flows/views/board.ts';
import { type Call, operation } from '../api/operation.ts';
import { seenIn, unlessOvertaken, wishKeyOf } from '../api/versions.ts';
import { answerWith, rowFor } from './call.ts';
import { itemOf, LampBody, lampBody, TaskBody } from './schemas.ts';

const ofTask = Task.shape;

const NodesBody = z.object({
  nodes: z.array(
    z.object({
      id: ofTask.id,
      title: ofTask.title,
      due: z.iso.date().nullable(),
      leadUnit: ofTask.leadUnit,
      status: ofTask.status,
      progress: ofTask.progress,
      weight: z.int().nullable().describe('权重，不填的按 1 计'),
      lamp: LampBody,
      version: z.int(),
    }),
  ),
});

const NodesInput = z.object({
  nodes: z.array(NodeInput).max(MOST_NODES).default([]).describe('逐个写明的节点'),
  from: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, '应是模板编号，或 quarters')
    .exactOptional()
    .describe('模板编号，或 quarters 按季度分解；日期平均分布到事项的期限'),
  why: Remark.default('').describe('节点晚于事项期限时必填'),
});

const listNodes = operation({
  verb: 'get',
  path: '/items/{id}/nodes',
  operationId: 'listNodes',
  summary: '一项工作的节点',
  answer: { name: 'Nodes', schema: NodesBody, description: '节点，按序号' },
  refusals: [],
  run: async (call) => {
    const { task } = await rowFor(call);
    const rows = await readNodeRows(call.run, task);
    return call.context.json({ nodes: rows.map(nodeBody) });
  },
});

const nodeBody = ({
  task,
  lamp,
  version,
}: TaskRow): z.infer<typeof NodesBody>['nodes'][number] => ({
  id: task.id,
  title: task.title,
  due: task.due?.toString() ?? null,
  leadUnit: task.leadUnit,
  status: task.status,
  progress: task.progress,
  weight: task.nodeOf?.weight ?? null,
  lamp: lampBody(lamp),
  version,
});

const divideItem = operation({
  verb: 'post',
  path: '/items/{id}/nodes',
  operationId: 'divideItem',
  summary: '分解节点：逐个写明，或从模板、按季度',
  body: { name: 'NodesInput', schema: NodesInput },
  answer: { name: 'Item', schema: TaskBody, description: '分解以后的事项' },
  refusals: [],
  ifMatch: true,
  once: true,
  run: async (call) => {
    await rowFor(call);
    const seen = seenIn(call);
    const { key } = wishKeyOf(call);
    return unlessOvertaken(
      call,
      () => divide(call, { seen, key }),
      async () => itemOf(await rowFor(call)),
    );
  },
});

async function divide(
  call: Call<unknown, z.output<typeof NodesInput>>,
  wish: { readonly seen: number; readonly key: string },
): Promise<Response> {
  const { run, viewer, body } = call;
  const { task } = await rowFor(call);
  const proposed = body.from === undefined ? [] : proposedFor(run, task, body.from);
  if (body.from !== undefined && proposed.length === 0) throw unknownTemplate(body.from);
  const inputs = [...proposed.map((each) => ({ ...each, weight: null })), ...body.nodes];
  const nodes = inputs.map((each) => nodeWish(each, task));
  const mover = { ...wish, task: task.id, by: viewer.id, why: body.why, via: '接口' };
  await changeTask(run, mover, { act: 'nodes', nodes });
  return answerWith(call, await rowFor(call));
}

const unknownTemplate = (from: string): BadInput =>
  new BadInput([
    {
      place: 'from',
      message: `没有“${from}”这个节点模板`,
      remedy: '请用督办规则里的模板编号，或 quarters',
    },
  ]);

/** What can be read and done of nodes. */
export const nodeItems = [listNodes, divideItem] as const;
