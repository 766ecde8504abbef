import type { Temporal } from 'temporal-polyfill';
import type { PostId } from '../base/ids.ts';
import type { TaskStatus } from './task-status.ts';

/** What somebody last reported on a node of a work. */
export type NodeAnswer = {
  /** The act and the node, as a leader reads it. */
  readonly what: string;
  readonly by: string;
  readonly at: Temporal.Instant;
};

/** An open node, as far as its work speaks of it. */
export type OpenNode = {
  readonly title: string;
  readonly owner: PostId;
  readonly due: Temporal.PlainDate | null;
};

/** What the nodes of a work say of it. Never stored: who decides about a work reads it with its nodes. */
export type WorkKin = {
  /** Open nodes, the next one first. */
  readonly open: readonly OpenNode[];
  /** Nodes that are closed, and nodes in all but for the withdrawn. */
  readonly closed: number;
  readonly all: number;
  /** Since when none is open; null while one is. */
  readonly endedAt: Temporal.Instant | null;
  /** The last report on a node; null where there is none. */
  readonly answer: NodeAnswer | null;
};

/** What its work and the other nodes say of a node. Never stored, as {@link WorkKin}. */
export type NodeKin = {
  readonly workStatus: TaskStatus;
  /** The date of its work. */
  readonly workDue: Temporal.PlainDate | null;
  /** Since when it is the next open node of its work; null where it is not. */
  readonly nextSince: Temporal.Instant | null;
};

/** When the last node of a work was closed and none is open; null where one is, or none was closed. */
export const allClosedAt = ({ closed, endedAt }: WorkKin): Temporal.Instant | null =>
  closed > 0 ? endedAt : null;
