import type { Temporal } from 'temporal-polyfill';
import type { DigestId, PostId } from '../base/ids.ts';
import type { Role } from '../base/role.ts';
import type { Named, Names } from '../contacts/named.ts';
import { noticeKey } from '../deadlines/notice.ts';
import type { TaskNotice } from '../deadlines/task-notice.ts';
import type { Occasion } from '../tasks/occasion.ts';
import { type Digest, digestId } from './digest.ts';
import { MAX_ATTEMPTS } from './digest-outcome.ts';
import type { Escalations, HeardBy } from './escalations.ts';

/** State of one notice. */
export type Fate = 'waiting' | 'dispatched' | 'unknown' | 'dropped' | 'failed' | 'unreached';

/** Proof of delivery of one notice about one task to one contact (送达凭证). */
export type Proof = {
  readonly task: string;
  readonly occasion: Occasion;
  readonly due: Temporal.PlainDate | null;
  /** The intended post. */
  readonly post: PostId;
  readonly role: Role;
  /** Id of the receiver; null if not yet received. */
  readonly contact: string | null;
  /** Id of the contact the receiver stood in for. */
  readonly insteadOf: string | null;
  /** Names of both at the time; null in older records. */
  readonly names: Names | null;
  readonly digest: DigestId;
  readonly plannedAt: Temporal.Instant;
  readonly dispatchedAt: Temporal.Instant | null;
  /** Message id of the provider. */
  readonly messageId: string | null;
  /** Number of attempts. */
  readonly attempts: number;
  readonly fate: Fate;
  /** Whether it requests an acknowledgement. */
  readonly asksForSign: boolean;
  readonly signedAt: Temporal.Instant | null;
  readonly signedBy: string | null;
  /** Name of the acknowledging contact at the time; null in older records. */
  readonly signedName: Named | null;
  /** Escalations: who was notified, and on which day. */
  readonly escalated: readonly HeardBy[];
};

/**
 * The proofs of a digest, one for each thing it says of a task, in its order.
 *
 * @param escalations - who heard of the silences that began with it.
 */
export const proofsOf = (digest: Digest, escalations: Escalations): readonly Proof[] =>
  digest.notices
    .filter((notice) => notice.about === 'task')
    .map((notice) => proofOf(digest, notice, escalations));

function proofOf(digest: Digest, notice: TaskNotice, escalations: Escalations): Proof {
  const key = noticeKey(notice);
  const fate = fateOf(digest, key);
  const { task, occasion, due, post, role, plannedAt } = notice;
  const { attempts, unknowns, state } = digest;
  return {
    task,
    occasion,
    due,
    post,
    role,
    fate,
    plannedAt,
    digest: digestId(digest),
    attempts: Math.min(attempts, MAX_ATTEMPTS) + unknowns + Number(state === 'sent'),
    ...(fate === 'dispatched' || state === 'unknown' ? receiptOf(digest) : nobody),
    ...answerOf(digest, key),
    escalated: escalations.get(key) ?? [],
  };
}

type Receipt = Pick<Proof, 'contact' | 'insteadOf' | 'names' | 'dispatchedAt' | 'messageId'>;

const nobody: Receipt = {
  contact: null,
  insteadOf: null,
  names: null,
  dispatchedAt: null,
  messageId: null,
};

const receiptOf = ({ contact, insteadOf, names, sentAt, messageId }: Digest): Receipt => ({
  contact,
  insteadOf,
  names: names ?? null,
  dispatchedAt: sentAt,
  messageId,
});

function answerOf(
  { answers }: Digest,
  key: string,
): Pick<Proof, 'asksForSign' | 'signedAt' | 'signedBy' | 'signedName'> {
  const answer = answers.find((each) => each.key === key);
  if (!answer) return { asksForSign: false, signedAt: null, signedBy: null, signedName: null };
  const { signedAt, signedBy, signedName = null } = answer;
  return { asksForSign: true, signedAt, signedBy, signedName };
}

/** A notice that may have been sent is never reported as held back. */
function fateOf({ state, dropped, unknowns }: Digest, key: string): Fate {
  const isDropped = state === 'cancelled' || dropped.includes(key);
  if (state === 'sent' && !isDropped) return 'dispatched';
  if (unknowns > 0) return 'unknown';
  if (isDropped) return 'dropped';
  return state === 'failed' || state === 'unreached' ? state : 'waiting';
}
