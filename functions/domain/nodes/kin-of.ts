import { Temporal } from 'temporal-polyfill';
import type { Change } from '../contacts/change.ts';
import type { At } from '../tasks/date-moves.ts';
import type { NodeAnswer, NodeKin, OpenNode, WorkKin } from '../tasks/kin.ts';
import { actName } from '../tasks/move.ts';
import type { Task } from '../tasks/task.ts';
import { isEnded, isLive } from '../tasks/task-status.ts';
import { followed } from './followed.ts';
import { nodesProgress } from './progress.ts';

/** A node as it was read, with its last change. */
export type ReadNode = {
  readonly task: Task;
  readonly lastChange: Pick<Change, 'at' | 'what' | 'by' | 'names'>;
};

/** `work` with what its nodes say of it: its progress is theirs while it is in hand. */
function withNodes(work: Task, nodes: readonly ReadNode[]): Task {
  if (nodes.length === 0) return work;
  const progress = isEnded(work) || work.status === 'pendingReview' ? null : nodesProgress(nodes);
  return { ...work, work: workKinOf(nodes), progress: progress ?? work.progress };
}

/** `node` with what its work and `nodes`, all the nodes of that, say of it. */
function withWork(node: Task, work: Task, nodes: readonly ReadNode[]): Task {
  return {
    ...node,
    kin: { workStatus: work.status, workDue: work.due, nextSince: nextSince(node, nodes) },
  };
}

/** A work and its nodes, as they were read together. */
export type Family = { readonly work: Task; readonly nodes: readonly ReadNode[] };

/**
 * How `each` of a family, as it was read or as it becomes by a move, is seen with the others at
 * `at`: nodes as their work has them.
 */
export function seenAmong({ work, nodes }: Family, at: At): (each: Task) => Task {
  return (each) => {
    if (each.nodeOf === null) return withNodes(each, followedAll(nodes, each, at));
    const others = nodes.map((node) => (node.task.id === each.id ? { ...node, task: each } : node));
    return withWork(followed(each, work, at), work, followedAll(others, work, at));
  };
}

const followedAll = (nodes: readonly ReadNode[], work: Task, at: At): readonly ReadNode[] =>
  nodes.map((node) => ({ ...node, task: followed(node.task, work, at) }));

/** `all` tasks of a park, each as it is seen with its work or its nodes at `at`. */
export function seenTogether<Read extends ReadNode>(
  all: readonly Read[],
  at: At,
): (read: Read) => Read {
  const works = new Map(all.map((read) => [read.task.id, read.task]));
  const nodes = Map.groupBy(all, ({ task }) => task.nodeOf?.task);
  return (read) => {
    const { task } = read;
    const work = task.nodeOf ? works.get(task.nodeOf.task) : task;
    const own = nodes.get(work?.id) ?? [];
    if (!work || own.length === 0) return read;
    return { ...read, task: seenAmong({ work, nodes: own }, at)(task) };
  };
}

function workKinOf(nodes: readonly ReadNode[]): WorkKin {
  const inOrder = nodes.toSorted(byDate);
  const open = inOrder.filter(({ task }) => !isEnded(task));
  const closed = nodes.filter(({ task }) => task.status === 'closed');
  return {
    open: open.map(({ task: { title, owner, due } }): OpenNode => ({ title, owner, due })),
    closed: closed.length,
    all: nodes.filter(({ task }) => task.status !== 'withdrawn' || task.nodeOf?.before).length,
    endedAt: open.length > 0 ? null : latest(nodes),
    answer: nodes.map(answerOf).reduce(laterAnswer, null),
  };
}

/** Since when `node` is the first one in hand; null where another comes before it. */
function nextSince(node: Task, nodes: readonly ReadNode[]): NodeKin['nextSince'] {
  if (!isLive(node)) return null;
  const inOrder = nodes.toSorted(byDate);
  const at = inOrder.findIndex(({ task }) => task.id === node.id);
  const before = inOrder.slice(0, Math.max(at, 0));
  if (before.some(({ task }) => isLive(task))) return null;
  return latest(before) ?? node.assignment.at;
}

const latest = (nodes: readonly ReadNode[]): Temporal.Instant | null =>
  nodes
    .map(({ lastChange }) => lastChange.at)
    .reduce<Temporal.Instant | null>(
      (last, at) => (last && Temporal.Instant.compare(last, at) >= 0 ? last : at),
      null,
    );

const ANSWERS: ReadonlySet<string> = new Set([actName.report, actName.submit]);

/** The report that was the last change of a node; older ones were passed on to its work before. */
function answerOf({ task, lastChange }: ReadNode): NodeAnswer | null {
  const { what, at, by, names } = lastChange;
  if (!ANSWERS.has(what)) return null;
  return { what: `就节点“${task.title}”${what}`, by: names?.own.post ?? by, at };
}

const laterAnswer = (a: NodeAnswer | null, b: NodeAnswer | null): NodeAnswer | null =>
  a && (!b || Temporal.Instant.compare(a.at, b.at) >= 0) ? a : b;

/** By date, then by number: `n2` before `n10`. */
function byDate(a: ReadNode, b: ReadNode): number {
  const [keyA, keyB] = [placeOf(a), placeOf(b)];
  return keyA < keyB ? -1 : Number(keyA > keyB);
}

const placeOf = ({ task: { due, id } }: ReadNode): string =>
  `${due?.toString() ?? '~'} ${String(id.length).padStart(3, '0')} ${id}`;
