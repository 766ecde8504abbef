import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateTimeWords } from '../../domain/base/words.ts';
import { heardWords } from '../../domain/messages/escalations.ts';
import type { Proof } from '../../domain/messages/proof.ts';
import { occasionWords } from '../../domain/tasks/occasion-words.ts';
import type { Frame } from '../http/frame.ts';
import type { NameFinder } from './names.ts';

const fateWords: Readonly<Record<Proof['fate'], string>> = {
  waiting: '尚未发出',
  dispatched: '已发出',
  unknown: '没有回音，可能已收到',
  dropped: '已不需要，没有发出',
  failed: '发送失败，已转园区办',
  unreached: '未能送达，没有能用的渠道',
};

/** What was told to whom, when it went out, and who signed for it. */
export const ProofList = ({
  proofs,
  first,
  contact,
  frame,
}: {
  readonly proofs: readonly Proof[];
  /** The column that the page is not about: the task, or the receiver. */
  readonly first: { readonly name: string; readonly of: (proof: Proof) => JSX.Element };
  readonly contact: NameFinder;
  readonly frame: Frame;
}): JSX.Element => (
  <table class="records">
    <caption class="visually-hidden">送达凭证</caption>
    <thead>
      <tr>
        <th scope="col">{first.name}</th>
        <th class="wide-column" scope="col">
          提醒
        </th>
        <th class="wide-column" scope="col">
          发出
        </th>
        <th scope="col">签收</th>
      </tr>
    </thead>
    <tbody>
      {proofs.map((proof) => (
        <tr>
          <td class="title">{first.of(proof)}</td>
          <td>{occasionWords(proof.occasion)}</td>
          <td class="number">
            {proof.dispatchedAt
              ? dateTimeWords(proof.dispatchedAt, frame.timeZone)
              : fateWords[proof.fate]}
          </td>
          <td>{signWords(proof, contact, frame)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** Who signed; if nobody did, who was told instead. */
function signWords(proof: Proof, contact: NameFinder, { timeZone, today }: Frame): JSX.Element {
  const { fate, signedAt, signedBy, signedName, asksForSign, escalated } = proof;
  if (signedAt !== null) {
    return (
      <>
        {signedName?.post ?? contact(signedBy ?? '')} {dateTimeWords(signedAt, timeZone)}
      </>
    );
  }
  if (fate === 'unreached') return <>—</>;
  if (!asksForSign) return <>不需签收</>;
  return (
    <>
      <b class="warning">未签收</b>
      {escalated.map((each) => `，${heardWords(each, today)}`)}
    </>
  );
}
