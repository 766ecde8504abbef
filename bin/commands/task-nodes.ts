import { inChinese } from '../../functions/domain/base/parsing.ts';
import {
  type NodeInput,
  nodeWish,
  NodeInput as Schema,
} from '../../functions/domain/nodes/node-wish.ts';
import type { Move } from '../../functions/domain/tasks/move.ts';
import type { Task } from '../../functions/domain/tasks/task.ts';
import type { ParkContext } from '../../functions/flows/context/park-context.ts';
import { proposedFor } from '../../functions/flows/nodes/proposed-for.ts';
import { badOption } from '../options.ts';

/** Options of `task nodes`. */
export const nodeOptions = {
  from: { type: 'string' },
  node: { type: 'string', multiple: true },
} as const;

type NodeOptions = { readonly from?: string; readonly node?: readonly string[] };

/**
 * The move that divides `work` as the options say.
 *
 * @throws {BadInput} if they name no node, or one of them is wrong.
 */
export function nodesMove(
  run: ParkContext,
  work: Task,
  { from, node = [] }: NodeOptions,
): Extract<Move, { readonly act: 'nodes' }> {
  const proposed = from === undefined ? [] : proposedFor(run, work, from);
  if (from !== undefined && proposed.length === 0) {
    throw badOption('from', `没有“${from}”这个节点模板`, '请用督办规则里的模板编号，或 quarters');
  }
  const inputs = [...proposed.map((each) => ({ ...each, weight: null })), ...node.map(inputOf)];
  if (inputs.length === 0) throw badOption('node', '没有给出', '请加上 --node 或 --from');
  return { act: 'nodes', nodes: inputs.map((each) => nodeWish(each, work)) };
}

/** `可研,2022-05-31,建设局,2`: the unit and the weight may be left out. */
function inputOf(text: string): NodeInput {
  const [title = '', due = '', unit = '', weight = ''] = text
    .split(/[,，]/)
    .map((part) => part.trim());
  const given = {
    title,
    due,
    ...(unit !== '' && { unit }),
    weight: weight === '' ? null : Number(weight),
  };
  const read = Schema.safeParse(given, { error: inChinese });
  if (read.success) return read.data;
  const messages = read.error.issues.map(({ message }) => message).join('、');
  throw badOption('node', `“${text}”：${messages}`, '请写成 --node 可研,2022-05-31,建设局,2');
}
