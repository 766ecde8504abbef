import type { Contact } from '../../domain/contacts/contact.ts';
import { actingOf } from '../../flows/context/actor.ts';
import type { ParkContext } from '../../flows/context/park-context.ts';
import type { StoredTask } from '../../flows/ports.ts';
import { undoNow } from '../../flows/tasks/undo.ts';
import { undoTime } from '../http/undo-time.ts';

/** The last move of a task, for as long as the viewer can take it back. */
export type UndoOffer = {
  /** The version that the move wrote. */
  readonly version: number;
  /** What was done, as the history calls it. */
  readonly what: string;
  /** Time of day until which it can be taken back. */
  readonly until: string;
};

/** The last move of a task, if `viewer` can take it back now; null otherwise. */
export function undoOffer(run: ParkContext, viewer: Contact, stored: StoredTask): UndoOffer | null {
  const undo = undoNow(run, stored);
  if (!undo || !('as' in actingOf(run, viewer, undo.act, undo.task))) return null;
  const { version, lastChange } = stored;
  return { version, what: lastChange.what, until: undoTime(run, lastChange.at) };
}
