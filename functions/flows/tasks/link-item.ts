import type { Temporal } from 'temporal-polyfill';
import type { Contact } from '../../domain/contacts/contact.ts';
import { noticeKey } from '../../domain/deadlines/notice.ts';
import type { TaskNotice } from '../../domain/deadlines/task-notice.ts';
import type { Digest } from '../../domain/messages/digest.ts';
import { allowedActs } from '../../domain/tasks/allowed-acts.ts';
import type { Act } from '../../domain/tasks/move.ts';
import { actingOf } from '../context/actor.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { StoredTask } from '../ports.ts';

/** A task that a message told of and its contact is responsible for now, and what became of it. */
export type LinkItem = {
  readonly stored: StoredTask;
  /** Waits for a signature: the notice asks for one, or the task was handed over. */
  readonly isUnsigned: boolean;
  /** The return day that the message asked its owner about; null where it asked for no report. */
  readonly asked: Temporal.PlainDate | null;
  /** Whether the message told nothing else of it. */
  readonly isReturnAlone: boolean;
  /** What the contact may do with it, for itself or for one for whom it stands in. */
  readonly acts: readonly Act[];
};

/** What `contact` can do with a task that its message told of. */
export function linkItemOf(
  run: ParkContext,
  contact: Contact,
  stored: StoredTask,
  told: readonly { readonly digest: Digest; readonly notice: TaskNotice }[],
): LinkItem {
  const { task } = stored;
  const acts = allowedActs(task).filter((act) => 'as' in actingOf(run, contact, act, task));
  const isAsked = told.some(({ digest, notice }) => waitsForSignature(digest, notice));
  const returns = told.flatMap(({ notice: { occasion, role } }) =>
    role === 'owner' && occasion.kind === 'reportDue' ? [occasion] : [],
  );
  return {
    stored,
    isUnsigned: isAsked || acts.includes('signFor'),
    asked: returns.at(-1)?.of ?? null,
    isReturnAlone: returns.length === told.length,
    acts,
  };
}

function waitsForSignature({ answers }: Digest, notice: TaskNotice): boolean {
  const answer = answers.find(({ key }) => key === noticeKey(notice));
  return answer !== undefined && answer.signedAt === null;
}
