import type { Temporal } from 'temporal-polyfill';
import type { Change } from '../../domain/contacts/change.ts';
import type { Proof } from '../../domain/messages/proof.ts';
import type { TaskRow } from '../../domain/papers/board.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Source } from '../../domain/sources/source.ts';
import type { Act } from '../../domain/tasks/move.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { Origin } from '../../flows/sources/origin-of-task.ts';
import type { Refused } from './move-form.ts';
import type { UndoOffer } from './undo-offer.ts';

/** One task, as its page shows it. */
export type TaskView = {
  readonly row: TaskRow;
  /** The nodes of a work, in the order of their numbers. */
  readonly nodes: readonly TaskRow[];
  /** Templates that nodes can be entered from. */
  readonly templates: Policy['nodeTemplates'];
  /** When the handover that waits is told to whom, in words; null where none waits. */
  readonly handOver: string | null;
  readonly today: Temporal.PlainDate;
  readonly sources: readonly Source[];
  /** Null where its source was not kept. */
  /** Whether the viewer may open the page of the task's source. */
  readonly mayOpenSource: boolean;
  readonly origin: Origin | null;
  /** What the task waits for, and what waits for it. */
  readonly waits: readonly Task[];
  readonly moves: readonly Task[];
  /** Oldest first. */
  readonly history: readonly Change[];
  /** Newest first. */
  readonly proofs: readonly Proof[];
  /** What the viewer may do now. */
  readonly acts: readonly Act[];
  /** The last move, for as long as the viewer can take it back; null where he cannot. */
  readonly undo: UndoOffer | null;
  /** Whether an urging was sent at once today. */
  readonly isUrgedToday: boolean;
  /** Units a task can be handed to. */
  readonly units: readonly string[];
  /** The post that a contact of the history holds. */
  readonly postOf: (contact: string) => string;
  /** Of the form that was sent and refused. */
  readonly refused: Refused | null;
  /** Idempotency key of the forms as rendered. */
  readonly key: string;
};
