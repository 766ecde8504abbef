import { Temporal } from 'temporal-polyfill';
import type { Move } from '../tasks/move.ts';
import type { NodeWish } from '../tasks/node.ts';
import type { Task } from '../tasks/task.ts';

/**
 * Why a move that gives a node a date after that of its work needs a reason; undefined where it gives
 * none.
 *
 * @param before - the task with what its work says of it.
 */
export function laterThanWork(before: Task, after: Task, move: Move): string | undefined {
  if (move.act === 'nodes') return lateNode(move.nodes, before.due);
  const workDue = before.kin?.workDue ?? null;
  const { due } = after;
  const isSame = due === null || String(before.due) === due.toString();
  if (isSame || !isAfter(due, workDue)) return undefined;
  return `节点的期限 ${due.toString()} 晚于事项的期限 ${String(workDue)}`;
}

function lateNode(
  nodes: readonly NodeWish[],
  workDue: Temporal.PlainDate | null,
): string | undefined {
  const late = nodes.find(({ due }) => isAfter(due, workDue));
  return (
    late && `节点“${late.title}”的期限 ${late.due.toString()} 晚于事项的期限 ${String(workDue)}`
  );
}

const isAfter = (day: Temporal.PlainDate, limit: Temporal.PlainDate | null): boolean =>
  limit !== null && Temporal.PlainDate.compare(day, limit) > 0;
