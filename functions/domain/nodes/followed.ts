import { Temporal } from 'temporal-polyfill';
import { localDay } from '../policy/hours.ts';
import { type At, redated } from '../tasks/date-moves.ts';
import { held, released } from '../tasks/held.ts';
import type { NodeOf } from '../tasks/node.ts';
import type { Task } from '../tasks/task.ts';
import { isEnded, isLive } from '../tasks/task-status.ts';

/**
 * `node` as its work has it: held or ended while the work is, back as it was once the work goes on, and
 * with the work's owner if it was with him before, and in the work's year. It follows from both records
 * alone, so that a node is seen right also where the write that was to bring it about was cut short.
 *
 * @returns `node` itself where it is so already.
 */
export function followed(node: Task, work: Task, at: At): Task {
  const { nodeOf } = node;
  if (nodeOf === null) return node;
  const next = withYear(withState(node as Node, work, at), node, work, at);
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

/**
 * A node counts in the year of its work. Where the work was carried over, an open node whose date had
 * passed by then is due with the work; a request for a later date is left to be decided.
 */
function withYear(node: Node, before: Task, work: Task, at: At): Node {
  const left = work.carried?.at(-1);
  if (!left || node.plan === work.plan || left.to !== work.plan) return node;
  const { plan: from, due, duePrecision, progress } = node;
  const { status, leadUnit } = before;
  const own = { ...left, from, due, duePrecision, status, progress, leadUnit };
  const next = { ...node, plan: work.plan, carried: [...(node.carried ?? []), own] };
  return dueWith(next, work, localDay(left.at, at.rules));
}

/** An open `node` that is due before `day`, due with its work instead; one that was reported done is not. */
function dueWith(node: Node, work: Task, day: Temporal.PlainDate): Node {
  const isPast = node.due !== null && Temporal.PlainDate.compare(node.due, day) < 0;
  const isSettled = isEnded(node) || node.status === 'pendingReview' || node.request !== null;
  if (!isPast || isSettled || work.due === null) return node;
  const dated = redated(node, work.due, day);
  return typeof dated === 'string' ? node : { ...dated, nodeOf: node.nodeOf };
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
