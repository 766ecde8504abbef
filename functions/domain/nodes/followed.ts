import type { At } from '../tasks/date-moves.ts';
import { held, released } from '../tasks/held.ts';
import type { NodeOf } from '../tasks/node.ts';
import type { Task } from '../tasks/task.ts';
import { isEnded, isLive } from '../tasks/task-status.ts';

/**
 * `node` as its work has it: held or ended while the work is, back as it was once the work goes on, and
 * with the work's owner if it was with him before. It follows from both records alone, so that
 * a node is seen right also where the write that was to bring it about was cut short.
 *
 * @returns `node` itself where it is so already.
 */
export function followed(node: Task, work: Task, at: At): Task {
  const { nodeOf } = node;
  if (nodeOf === null) return node;
  const next = withState(node as Node, work, at);
  if (isEnded(next)) return next;
  return withTitle(withOwner(next, work), work);
}

type Node = Task & { readonly nodeOf: NodeOf };

function withState(node: Node, work: Task, at: At): Node {
  const { status, nodeOf } = node;
  const ended = { request: null, disowned: null };
  const before = nodeOf.before ?? status;
  if (isEnded(work)) {
    if (isEnded(node)) return node;
    return { ...node, ...ended, status: 'withdrawn', nodeOf: { ...nodeOf, before } };
  }
  if (isLive(work)) return nodeOf.before === null ? node : backWith(node, nodeOf.before, at);
  if (!isLive(node)) return node;
  const stopped = held(node, at);
  return { ...stopped, ...ended, status: 'suspended', nodeOf: { ...nodeOf, before } };
}

/** `node` with the status it had before its work was held or ended. */
function backWith(node: Node, status: Task['status'], at: At): Node {
  const next = { ...node, status, nodeOf: { ...node.nodeOf, before: null } };
  return isLive(next) ? { ...released(next, at), nodeOf: next.nodeOf } : next;
}

/** The hand-over of the work is its own, so that it is not told for each node. */
function withOwner(node: Node, work: Task): Node {
  const { owner, leadUnit, responsibleLeader, assignment } = work;
  if (!node.nodeOf.isOwners || node.owner === owner) return node;
  const own = { owner, leadUnit, responsibleLeader, request: null, disowned: null };
  return { ...node, ...own, assignment: { ...node.assignment, at: assignment.at } };
}

const withTitle = (node: Node, { title }: Task): Node =>
  node.nodeOf.title === title ? node : { ...node, nodeOf: { ...node.nodeOf, title } };
