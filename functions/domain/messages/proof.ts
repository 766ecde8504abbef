import { Temporal } from 'temporal-polyfill';
import { oneLine } from '../base/one-line.ts';
import { type Role, roleName } from '../base/role.ts';
import { dayWords } from '../base/words.ts';
import { type Named, type Names, namesWords } from '../contacts/named.ts';
import { noticeKey, type TaskNotice, type ToldRole } from '../deadlines/notice.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import { keyOf, type Occasion } from '../tasks/occasion.ts';
import { occasionWords } from '../tasks/occasion-words.ts';
import { type Digest, digestId } from './digest.ts';
import { MAX_ATTEMPTS } from './digest-outcome.ts';

/** State of one notice. */
type Fate = 'waiting' | 'dispatched' | 'unknown' | 'dropped' | 'failed' | 'unreached';

/** Proof of delivery of one notice about one task to one contact (送达凭证). */
export type Proof = {
  readonly task: string;
  readonly occasion: Occasion;
  readonly due: Temporal.PlainDate | null;
  /** The intended post. */
  readonly post: string;
  readonly role: Role;
  /** Id of the receiver; null if not yet received. */
  readonly contact: string | null;
  /** Id of the contact the receiver stood in for. */
  readonly insteadOf: string | null;
  /** Names of both at the time; null in older records. */
  readonly names: Names | null;
  readonly digest: string;
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

/** A notified role with the receiver's name at the time; null in older records. */
type HeardBy = ToldRole & { readonly receiver: string | null };

/** Escalations by the key of the notice that started the silence. */
export type Escalations = ReadonlyMap<string, readonly HeardBy[]>;

/** Escalations found in `digests`, in order. */
export function escalationsIn(digests: readonly Digest[], rules: Rules): Escalations {
  const told = digests.flatMap(({ sentAt, notices, dropped, ...digest }) =>
    notices.flatMap((notice) => {
      if (notice.about !== 'task' || notice.escalates === null || sentAt === null) return [];
      if (dropped.includes(noticeKey(notice))) return [];
      return [
        { key: notice.escalates.key, role: notice.role, receiver: receiverOf(digest), sentAt },
      ];
    }),
  );
  const inOrder = told.toSorted((a, b) => Temporal.Instant.compare(a.sentAt, b.sentAt));
  return new Map(
    [...Map.groupBy(inOrder, ({ key }) => key)].map(([key, steps]) => [
      key,
      steps.map(({ role, receiver, sentAt }) => ({ role, receiver, on: localDay(sentAt, rules) })),
    ]),
  );
}

const receiverOf = ({
  contact,
  insteadOf,
  names,
}: Pick<Digest, 'contact' | 'insteadOf' | 'names'>): string | null =>
  names && contact !== null ? namesWords(names, { own: contact, insteadOf }, (id) => id) : null;

/** `6月29日（周三）报安环局负责人`: the receiver, even if the post is vacant. */
export const heardWords = ({ role, receiver, on }: HeardBy, today: Temporal.PlainDate): string =>
  `${dayWords(on, today)}报${receiver ?? roleName[role]}`;

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

const fateName: Readonly<Record<Fate, string>> = {
  waiting: '尚未发出',
  dispatched: '发出',
  unknown: '发送没有回音，可能已收到',
  dropped: '到发送时已不需要，没有发出',
  failed: '多次发送失败，已转园区办',
  unreached: '未能送达，收件岗位没有能用的渠道',
};

/** `proof` as a line of JSON has it, under the names that are public. */
export const proofRecord = ({
  task,
  occasion,
  ...proof
}: Proof): Readonly<Record<string, unknown>> => ({
  task,
  rung: keyOf(occasion),
  ...proof,
});

/**
 * One line in Chinese, times in the park's time zone: `p22-071 提前3天 安环局责任人：计划 …`.
 *
 * @param nameOf - name of a contact by id, used for proofs without stored names.
 */
export function proofWords(proof: Proof, nameOf: (id: string) => string, rules: Rules): string {
  const { task, occasion, plannedAt } = proof;
  const parts = [
    `计划 ${timeOf(plannedAt, rules)}`,
    dispatchWords(proof, rules),
    ...signWords(proof, nameOf, rules),
    ...proof.escalated.map((each) => heardWords(each, each.on)),
  ];
  return oneLine(
    `${task} ${occasionWords(occasion)} ${receiverWords(proof, nameOf)}：${parts.join('，')}`,
  );
}

/** The receiver, and the contact it stood in for. */
function receiverWords(
  { contact, insteadOf, names, role, post }: Proof,
  nameOf: (id: string) => string,
): string {
  if (contact === null) return `${roleName[role]}（${post}）`;
  return namesWords(names, { own: contact, insteadOf }, nameOf);
}

function dispatchWords({ fate, dispatchedAt, messageId, attempts }: Proof, rules: Rules): string {
  if (dispatchedAt === null) return fateName[fate];
  return `${timeOf(dispatchedAt, rules)} ${fateName[fate]}（第${attempts}次，回执 ${messageId}）`;
}

function signWords(
  { asksForSign, signedAt, signedBy, signedName }: Proof,
  nameOf: (id: string) => string,
  rules: Rules,
): readonly string[] {
  if (signedAt !== null && signedBy !== null) {
    return [`${timeOf(signedAt, rules)} ${signedName?.post ?? nameOf(signedBy)}签收`];
  }
  return asksForSign ? ['未签收'] : [];
}

const timeOf = (instant: Temporal.Instant, rules: Rules): string =>
  `${localDay(instant, rules).toString()} ${instant
    .toZonedDateTimeISO(rules.timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })}`;
