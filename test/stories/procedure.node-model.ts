import type { Temporal } from 'temporal-polyfill';
import type { NodeWish } from '../../functions/domain/tasks/node.ts';
import type { TaskStatus } from '../../functions/domain/tasks/task-status.ts';
import { postId } from '../support/ids.ts';

/** The one task, as far as its nodes follow it. */
type WorkModel = {
  readonly status: TaskStatus;
  readonly unit: '安环局' | '招商局';
  readonly local: Temporal.PlainDateTime;
  readonly nodes: readonly NodeModel[];
};

/** A node of the one task, as far as the model knows it. */
export type NodeModel = {
  status: TaskStatus;
  /** Its own status while the task is held or ended. */
  before: TaskStatus | null;
  unit: WorkModel['unit'];
};

const LIVE: ReadonlySet<TaskStatus> = new Set(['pendingAcceptance', 'inProgress', 'returned']);
const ENDED: ReadonlySet<TaskStatus> = new Set(['closed', 'withdrawn']);

/** The office enters a node, due in five days. */
export const oneNode = ({ local, unit }: WorkModel): NodeWish => ({
  title: '可研',
  due: local.toPlainDate().add({ days: 5 }),
  leadUnit: unit,
  owner: postId(`owner@${unit}`),
  weight: null,
});

/** The nodes follow the task, written down a second time. */
export function nodesFollow(model: WorkModel): void {
  for (const node of model.nodes) {
    Object.assign(node, stateWith(node, model.status));
    if (!ENDED.has(node.status)) node.unit = model.unit;
  }
}

function stateWith(node: NodeModel, work: TaskStatus): Partial<NodeModel> {
  const { status, before } = node;
  if (ENDED.has(work)) {
    return ENDED.has(status) ? {} : { before: before ?? status, status: 'withdrawn' };
  }
  if (LIVE.has(work)) return before ? { status: before, before: null } : {};
  return LIVE.has(status) ? { before: status, status: 'suspended' } : {};
}
