import { describe, expect, it } from 'vitest';
import { noticeKey } from '../../../functions/domain/deadlines/notice.ts';
import type { TaskNotice } from '../../../functions/domain/deadlines/task-notice.ts';
import { type Digest, openedDigest } from '../../../functions/domain/messages/digest.ts';
import { withNotice } from '../../../functions/domain/messages/digest-notices.ts';
import { type Escalations, escalationsIn } from '../../../functions/domain/messages/escalations.ts';
import { proofsOf } from '../../../functions/domain/messages/proof.ts';
import { proofRecord, proofWords } from '../../../functions/domain/messages/proof-words.ts';
import { keyOf, occasionOf } from '../../../functions/domain/tasks/occasion-codec.ts';
import { at, day, rules } from '../../support/builders.ts';
import { aDigest, aNotice } from '../../support/digests.ts';
import { contactId, digestNamed, postId, taskId } from '../../support/ids.ts';

const sent = {
  state: 'sent',
  contact: contactId('anhuan-owner'),
  messageId: 'm-1',
  sentAt: at('2022-06-27 08:02'),
} satisfies Partial<Digest>;

const answer = { key: noticeKey(aNotice()), signedAt: null, signedBy: null, open: null };

/** A digest that told `role` on `day` that nobody answers {@link aNotice}. */
const heard = (role: TaskNotice['role'], on: string, over: Partial<Digest> = {}): Digest => {
  const post = `${role}@安环局`;
  const escalates = {
    why: 'unsigned',
    key: noticeKey(aNotice()),
    isOfHandOver: false,
    since: day('2022-06-27'),
    trail: [],
    answered: null,
  } as const;
  const told = aNotice({
    occasion: occasionOf('before-1/unsigned-1'),
    post: postId(post),
    role,
    escalates,
  });
  const place = { park: 'linxiang', day: day(on), post: postId(post), number: 1 };
  return {
    ...openedDigest(place, told, at(`${on} 08:00`)),
    ...sent,
    sentAt: at(`${on} 08:02`),
    ...over,
  };
};

const followed: Escalations = escalationsIn(
  [
    heard('responsibleLeader', '2022-07-01'),
    heard('unitHead', '2022-06-29'),
    heard('principalLeader', '2022-07-05', { state: 'open', sentAt: null }),
  ],
  rules,
);

const nobody: Escalations = new Map();

const words = (of: Digest, escalations: Escalations): readonly string[] =>
  proofsOf(of, escalations).map((proof) => proofWords(proof, (id) => `〈${id}〉`, rules));

describe('the proof of a notice', () => {
  it.each([
    {
      when: 'it waits',
      over: {},
      says: 'lx22-071 提前3天 责任人（owner@安环局）：计划 2022-06-27 08:00，尚未发出',
    },
    {
      when: 'it went out and needs no signature',
      over: sent,
      says: 'lx22-071 提前3天 〈anhuan-owner〉：计划 2022-06-27 08:00，2022-06-27 08:02 发出（第1次，回执 m-1）',
    },
    {
      when: 'it went out at the third attempt, nobody signed, and two posts heard of it',
      over: { ...sent, attempts: 1, unknowns: 1, answers: [answer] },
      escalations: followed,
      says: 'lx22-071 提前3天 〈anhuan-owner〉：计划 2022-06-27 08:00，2022-06-27 08:02 发出（第3次，回执 m-1），未签收，6月29日（周三）报单位负责人，7月1日（周五）报分管领导',
    },
    {
      when: 'it was signed for',
      over: {
        ...sent,
        answers: [{ ...answer, signedAt: at('2022-07-01 09:30'), signedBy: sent.contact }],
      },
      escalations: followed,
      says: 'lx22-071 提前3天 〈anhuan-owner〉：计划 2022-06-27 08:00，2022-06-27 08:02 发出（第1次，回执 m-1），2022-07-01 09:30 〈anhuan-owner〉签收，6月29日（周三）报单位负责人，7月1日（周五）报分管领导',
    },
    {
      when: 'it was not true any more',
      over: { ...sent, dropped: [noticeKey(aNotice())] },
      says: 'lx22-071 提前3天 责任人（owner@安环局）：计划 2022-06-27 08:00，到发送时已不需要，没有发出',
    },
    {
      when: 'it was refused for good',
      over: { state: 'failed', attempts: 5 } as const,
      says: 'lx22-071 提前3天 责任人（owner@安环局）：计划 2022-06-27 08:00，多次发送失败，已转园区办',
    },
    {
      when: 'it went out without an answer and waits for its next attempt',
      over: { unknowns: 1 },
      says: 'lx22-071 提前3天 责任人（owner@安环局）：计划 2022-06-27 08:00，发送没有回音，可能已收到',
    },
    {
      when: 'nobody ever answered for it',
      over: { state: 'unknown', unknowns: 3, contact: sent.contact } as const,
      says: 'lx22-071 提前3天 〈anhuan-owner〉：计划 2022-06-27 08:00，发送没有回音，可能已收到',
    },
    {
      when: 'it was not true any more when it was sent again',
      over: { ...sent, unknowns: 1, dropped: [noticeKey(aNotice())] },
      says: 'lx22-071 提前3天 责任人（owner@安环局）：计划 2022-06-27 08:00，发送没有回音，可能已收到',
    },
  ])('says it in one line when $when', ({ over, escalations = nobody, says }) => {
    expect(words(aDigest(over), escalations)).toEqual([says]);
  });

  it('is one for each thing that is said of a task; what is said of the park has none', () => {
    const daily = {
      about: 'park',
      matter: 'undelivered',
      of: digestNamed('x'),
      post: postId('office'),
    } as const;
    const due = aNotice({ task: taskId('lx22-072'), occasion: { kind: 'due' } });
    const proofs = proofsOf(withNotice(withNotice(aDigest(), daily), due), nobody);
    const told = proofs.map(({ task, occasion }) => `${task} ${keyOf(occasion)}`);
    expect(told).toEqual(['lx22-071 before-3', 'lx22-072 due']);
  });

  it('is whole as JSON: who, what, when, how often, by which receipt, and what followed', () => {
    const whole = aDigest({
      ...sent,
      insteadOf: contactId('away'),
      attempts: 1,
      answers: [answer],
    });
    const [proof] = proofsOf(whole, followed).map(proofRecord);
    expect(JSON.parse(JSON.stringify(proof))).toEqual({
      task: 'lx22-071',
      rung: 'before-3',
      due: '2022-06-30',
      post: 'owner@安环局',
      role: 'owner',
      fate: 'dispatched',
      digest: '2022-06-27#owner@安环局#1',
      plannedAt: '2022-06-27T00:00:00Z',
      dispatchedAt: '2022-06-27T00:02:00Z',
      contact: 'anhuan-owner',
      insteadOf: 'away',
      messageId: 'm-1',
      attempts: 2,
      asksForSign: true,
      signedAt: null,
      signedBy: null,
      signedName: null,
      names: null,
      escalated: [
        { role: 'unitHead', receiver: null, on: '2022-06-29' },
        { role: 'responsibleLeader', receiver: null, on: '2022-07-01' },
      ],
    });
  });
});

describe('who heard of a silence', () => {
  it('is its recipient, by the name of that time', () => {
    const vacant = heard('unitHead', '2022-06-29', {
      contact: contactId('office'),
      names: { own: { post: '园区办', unit: '园区办' }, insteadOf: null },
    });
    const away = heard('responsibleLeader', '2022-07-01', {
      contact: contactId('other'),
      insteadOf: contactId('leader'),
      names: {
        own: { post: '分管招商引资的领导', unit: '管委会' },
        insteadOf: { post: '分管安全环保的领导', unit: '管委会' },
      },
    });
    const [said = ''] = words(aDigest(sent), escalationsIn([vacant, away], rules));
    expect(said).toContain(
      '，6月29日（周三）报园区办，7月1日（周五）报分管招商引资的领导（代分管安全环保的领导）',
    );
  });
});
