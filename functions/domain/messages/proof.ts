import { Temporal } from 'temporal-polyfill';
import { oneLine } from '../base/one-line.ts';
import { type Role, roleName } from '../base/role.ts';
import { dayWords } from '../base/words.ts';
import { type Named, type Names, namesWords } from '../contacts/named.ts';
import { noticeKey, type TaskNotice, type Told } from '../deadlines/notice.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import { keyOf, type Occasion } from '../tasks/occasion.ts';
import { occasionWords } from '../tasks/occasion-words.ts';
import { type Digest, digestId, MAX_ATTEMPTS } from './digest.ts';

/** What became of one notice. */
type Fate = 'waiting' | 'dispatched' | 'unknown' | 'dropped' | 'failed' | 'unreached';

/** That one contact was told one thing about one task (送达凭证). */
export type Proof = {
  readonly task: string;
  readonly occasion: Occasion;
  readonly due: Temporal.PlainDate | null;
  /** The post it was meant for. */
  readonly post: string;
  readonly role: Role;
  /** Id of the contact that received it; null while nobody has. */
  readonly contact: string | null;
  /** Id of the contact for whom that one stood in. */
  readonly insteadOf: string | null;
  /** What both were called then; null of what is older than this. */
  readonly names: Names | null;
  readonly digest: string;
  readonly plannedAt: Temporal.Instant;
  readonly dispatchedAt: Temporal.Instant | null;
  /** The provider's id of the message. */
  readonly messageId: string | null;
  /** Times that sending was tried. */
  readonly attempts: number;
  readonly fate: Fate;
  /** Whether it asks to be signed for. */
  readonly asksForSign: boolean;
  readonly signedAt: Temporal.Instant | null;
  readonly signedBy: string | null;
  /** What that one was called then; null of what is older than this. */
  readonly signedName: Named | null;
  /** Who heard that nobody answered, and on which day. */
  readonly escalated: readonly HeardBy[];
};

/** Who heard of a silence: what who received it was called then; null of what is older than this. */
type HeardBy = Told & { readonly receiver: string | null };

/** Who heard of which silence: by the key of the notice that it began with. */
export type Escalations = ReadonlyMap<string, readonly HeardBy[]>;

/** Who heard that nobody answered, as far as `digests` tell, in the order in which they did. */
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

/** `6月29日（周三）报安环局负责人`: who received it, also where the post it was for is vacant. */
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

/** What may have gone out once is never said to have been held back. */
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
 * One line of Chinese, times in the park's zone: `p22-071 提前3天 安环局责任人：计划 …`.
 *
 * @param nameOf - the name of a contact's post, by its id, where none is kept with the proof.
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

/** Who received it, and for whom. */
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
