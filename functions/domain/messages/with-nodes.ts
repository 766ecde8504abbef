import type { TaskNotice } from '../deadlines/task-notice.ts';
import type { Lit, MessageItem } from './item.ts';
import { toldAs } from './told-as.ts';

/** Items that are told in one paragraph: a work, or none, and nodes of it. */
export type ToldTogether = { readonly head: Lit | null; readonly nodes: readonly Lit[] };

/**
 * A work and its nodes in one paragraph, at the place of the first of them. What waits for the office
 * is told by itself.
 */
export function toldTogether(lit: readonly Lit[]): readonly ToldTogether[] {
  const groups = Map.groupBy(lit, ({ item }) =>
    toldAs(item.notice) === 'office' ? item : workOf(item),
  );
  return [...groups.values()].map((group) => {
    const head = group.find(({ item }) => item.task.nodeOf === null) ?? null;
    const [only] = group;
    if (group.length === 1 && only) return { head: only, nodes: [] };
    return { head, nodes: group.filter((each) => each !== head) };
  });
}

const workOf = ({ task: { id, nodeOf } }: MessageItem): string => nodeOf?.task ?? id;

/** `《双电源》节点“可研”` without its work, where that stands above it. */
export function nodeTitle({ task: { title, nodeOf } }: MessageItem): string {
  const work = `《${nodeOf?.title ?? ''}》`;
  return title.startsWith(work) ? title.slice(work.length) : title;
}

/** Whether a notice tells that all nodes of a work are closed. */
export const tellsNodesDone = ({
  occasion,
  skipped,
}: Pick<TaskNotice, 'occasion' | 'skipped'>): boolean =>
  [occasion, ...skipped].some(({ kind }) => kind === 'nodesDone');

/** What a message calls that which `items` are about: works, nodes, or both. */
export function nounOf(items: readonly Lit[]): {
  readonly all: string;
  readonly part: string;
} {
  const nodes = items.filter(({ item }) => item.task.nodeOf !== null).length;
  if (nodes === 0) return { all: '项工作', part: '项' };
  return nodes === items.length
    ? { all: '个节点', part: '个' }
    : { all: '项工作（含节点）', part: '项' };
}
