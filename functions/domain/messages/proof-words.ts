import type { Temporal } from 'temporal-polyfill';
import { oneLine } from '../base/one-line.ts';
import { roleName } from '../base/role.ts';
import { namesWords } from '../contacts/named.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import { keyOf } from '../tasks/occasion-codec.ts';
import { occasionWords } from '../tasks/occasion-words.ts';
import { heardWords } from './escalations.ts';
import type { Fate, Proof } from './proof.ts';

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
