import { z } from 'zod';
import { type SourceId, TaskId } from '../base/ids.ts';
import { Day, Moment, OneLine } from '../base/parsing.ts';
import { TaskStatus } from './task-status.ts';

/** How much a node counts for its work; null counts as 1. */
const NodeWeight = z.int().min(1, '应在 1 到 100 之间').max(100, '应在 1 到 100 之间').nullable();

/** What makes a task a node (节点) of a work. */
export const NodeOf = z.object({
  /** Id of the work. */
  task: TaskId,
  /** Title of the work, so that a node is named in full wherever it is read alone. */
  title: OneLine,
  weight: NodeWeight,
  /** The status it had when the work was held or ended; null while it has its own. */
  before: TaskStatus.nullable().default(null),
  /** Whether its owner is that of the work, so that both are reassigned together. */
  isOwners: z.boolean().default(false),
});
export type NodeOf = Readonly<z.infer<typeof NodeOf>>;

/**
 * A node as it was entered, kept with its work so that an entry that was cut short is finished. What
 * the node is by now its own record says.
 */
export const NodeEntry = z.object({
  /** From 1; never given twice. */
  number: z.int().positive(),
  title: OneLine,
  due: Day,
  leadUnit: OneLine,
  owner: OneLine.brand<'PostId'>(),
  weight: NodeWeight,
  /** When it was entered. */
  at: Moment,
});
export type NodeEntry = Readonly<z.infer<typeof NodeEntry>>;

/** A node as somebody wants it. */
export type NodeWish = Omit<NodeEntry, 'number' | 'at'>;

/** `p22-058.n3` */
export const nodeId = (work: TaskId, number: number): TaskId => TaskId.parse(`${work}.n${number}`);

/** The title of a task; that of a node with its work: `《双电源》节点“可研”`. */
export const fullTitle = ({
  title,
  nodeOf,
}: {
  readonly title: string;
  readonly nodeOf: Pick<NodeOf, 'title'> | null;
}): string => (nodeOf === null ? title : `《${nodeOf.title}》节点“${title}”`);

/** What tells whether a task is listed and counted by itself. */
type Listable = {
  readonly id: TaskId;
  readonly nodeOf: NodeOf | null;
  readonly answers?: SourceId;
};

/**
 * Those of `tasks` that are listed and counted by themselves: nodes go with their work, but one whose
 * work is not among `tasks` stands alone. What answers a source is no promise, and is listed nowhere.
 */
export function listedOf<Each extends Listable>(tasks: readonly Each[]): readonly Each[] {
  const ids = new Set(tasks.map(({ id }) => id));
  return tasks.filter(
    ({ nodeOf, answers }) => answers === undefined && (nodeOf === null || !ids.has(nodeOf.task)),
  );
}

/** `节点“用地”、“规划”` */
export const nodesWords = (titles: readonly string[]): string =>
  `节点${titles.map((title) => `“${title}”`).join('、')}`;
