import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Contact, Recipient } from '../../../functions/domain/contacts/contact.ts';
import type { TaskNotice } from '../../../functions/domain/deadlines/task-notice.ts';
import { fundingReport } from '../../../functions/domain/funding/funding-report.ts';
import type { MessageItem } from '../../../functions/domain/messages/item.ts';
import type { Letter } from '../../../functions/domain/messages/letter.ts';
import { write } from '../../../functions/domain/messages/message.ts';
import { behindOf } from '../../../functions/domain/messages/pace-paragraph.ts';
import { proofWords } from '../../../functions/domain/messages/proof-words.ts';
import { undeliveredWords, unreachedWords } from '../../../functions/domain/messages/remarks.ts';
import { taskRowOf } from '../../../functions/domain/papers/board.ts';
import { writeBriefing } from '../../../functions/domain/papers/briefing.ts';
import { paceRows } from '../../../functions/domain/targets/pace-report.ts';
import { occasionOf } from '../../../functions/domain/tasks/occasion-codec.ts';
import type { Ruling } from '../../../functions/domain/tasks/ruling.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { aTask, at, day, rules } from '../../support/builders.ts';
import { anActual, aTarget } from '../../support/figures.ts';
import { contactId, digestNamed, postId, taskId } from '../../support/ids.ts';

/** How the lines of ours begin. */
const OURS = (
  '【如期】 查看： 总览： 期限： 责任： 要求： 金额： 卡在： 资金： 补报： 督办： 说明： 决定： 申请： 异议： ' +
  '进度反馈： 未反馈进度： 红灯： · 请 另有'
).split(' ');
const BEGINNING = new RegExp(`^(?:\\d+\\.|${OURS.join('|')})?`);

/** What somebody types who would have a line of his own. */
const evil = fc
  .array(
    fc.constantFrom(
      ...Array.from('\n\r\v\f\u0085\u2028\u2029\u202e\u2066\u200b\u0000\u001b 甲'),
      '\r\n',
      '\n\n',
      '2. 假事项',
      ...OURS.map((beginning) => `${beginning}https://evil.example/a/x`),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

const someone = (words: string, role: Contact['role']): Contact => ({
  id: contactId('someone'),
  unit: words,
  post: words,
  role,
  channels: ['wecom'],
});

const notice = (over: Partial<TaskNotice>): TaskNotice => ({
  about: 'task',
  task: taskId('t'),
  occasion: occasionOf('before-3'),
  post: postId('owner@安环局'),
  due: day('2022-06-30'),
  plannedAt: at('2022-06-27 08:00'),
  skipped: [],
  role: 'owner',
  escalates: null,
  ...over,
});

/** A letter in which `words` stand everywhere where somebody may type some. */
function letterWith(words: string): Letter {
  const today = day('2022-06-28');
  const recipient: Recipient = {
    contact: someone(words, 'owner'),
    insteadOf: someone(words, 'owner'),
    isVacant: false,
  };
  const typed: Partial<Task> = { title: words, shortTitle: words, leadUnit: words, quote: words };
  const item = (id: string, task: Partial<Task>, told: Partial<TaskNotice> = {}): MessageItem => ({
    task: aTask({ ...typed, ...task, id }),
    notice: notice({ ...told, task: taskId(id) }),
    role: told.role ?? 'owner',
    recipient,
    waits: [],
    money: [`卡在：${words}（${words}，期限6月30日）`],
    climb: null,
    behind: null,
  });
  const asked = at('2022-06-20 09:00');
  const by = postId(words);
  const request = { at: asked, due: day('2022-08-01'), why: words, isLate: false, by };
  const ruling: Ruling = {
    number: 1,
    at: asked,
    post: postId('owner@安环局'),
    what: '改派',
    by: words,
    why: words,
    askedAt: null,
    wished: day('2022-08-01'),
    disputedAt: null,
    due: day('2022-08-01'),
    unit: words,
    assignment: 0,
    nodes: [words],
  };
  const target = aTarget({ name: words, unit: words, actuals: [anActual(5, '1')] });
  const lists = { projects: [], enterprises: [], instruments: [], steps: [] };
  const targets = paceRows({ targets: [target], ...lists }, new Map(), asked, rules);
  const standing = {
    year: 2022,
    earlier: { rows: [], forOffice: 0, unsigned: 0 },
    today,
    rows: [aTask({ ...typed, due: day('2022-06-01') }), aTask({ ...typed, id: 'b' })].map((task) =>
      taskRowOf({ task, version: 1 }, null, today, rules),
    ),
    units: [words],
    targets,
    money: fundingReport({ instruments: [], steps: [] }, new Map(), today, rules),
    sent: 1,
    forOffice: [today],
    unsigned: [{ post: words, count: 1, since: today }],
    overview: 'https://ruqi.example/',
  };
  const [row] = targets;
  return {
    recipient,
    items: [
      item('a', {}),
      item('b', { request }, { occasion: occasionOf('waiting-extension-1'), role: 'office' }),
      item(
        'c',
        { disowned: { at: asked, why: words, by: null } },
        { occasion: occasionOf('waiting-disowned-1') },
      ),
      item('g', { rulings: [ruling] }, { occasion: occasionOf('ruling-1') }),
      item('h', { rulings: [{ ...ruling, askedAt: asked }] }, { occasion: occasionOf('ruling-1') }),
      item(
        'i',
        { rulings: [{ ...ruling, disputedAt: asked }] },
        { occasion: occasionOf('ruling-1') },
      ),
      item('d', {}, { occasion: occasionOf('return-2022-06-24-1') }),
      item('e', {}, { occasion: occasionOf('return-2022-06-24+1'), role: 'unitHead' }),
      {
        ...item('f', {}, { occasion: occasionOf('pace-2022-06-24') }),
        behind: (row && behindOf(row)) ?? null,
      },
    ],
    remarks: [
      unreachedWords(words, 'pending'),
      undeliveredWords(
        { post: words, mayHaveArrived: false, tasks: [aTask(typed)] },
        day('2022-06-28'),
      ),
    ],
    sheets: [writeBriefing('week', standing), writeBriefing('month', standing)],
    now: at('2022-06-28 08:00'),
    link: 'https://ruqi.example/a/7Fq2kXm9PzVt',
  };
}

/** How each line of a message begins. */
const beginnings = (text: string): readonly string[] =>
  text.split('\n').map((line) => BEGINNING.exec(line)?.[0] ?? '');

const plain = write(letterWith('甲'), rules);

describe('words that somebody typed', () => {
  it('stand everywhere in the message of this test', () => {
    const { text } = plain;
    expect(text.split('\n').filter((line) => line.includes('甲')).length).toBeGreaterThan(20);
    const told = OURS.filter((each) => !/【如期】|金额|资金|补报|督办|另有/.test(each));
    expect(beginnings(text)).toEqual(expect.arrayContaining(told));
  });

  test.prop([evil])('add no line to a message and make none that begins like ours', (words) => {
    const { subject, text, short } = write(letterWith(words), rules);
    expect(beginnings(text)).toEqual(beginnings(plain.text));
    expect(`${subject}${short ?? ''}`).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(text.endsWith('\n\n查看：https://ruqi.example/a/7Fq2kXm9PzVt')).toBe(true);
  });

  test.prop([evil])('add no line to a proof of notice', (words) => {
    const proof = proofWords(
      {
        task: 'p22-071',
        occasion: occasionOf('due'),
        due: null,
        post: postId(words),
        role: 'owner',
        contact: 'a',
        insteadOf: 'b',
        digest: digestNamed('d'),
        messageId: 'm',
        attempts: 1,
        plannedAt: at('2022-06-27 08:00'),
        dispatchedAt: at('2022-06-27 08:00'),
        fate: 'dispatched',
        asksForSign: true,
        signedAt: at('2022-06-28 08:00'),
        signedBy: 'a',
        names: { own: { post: words, unit: words }, insteadOf: { post: words, unit: words } },
        signedName: { post: words, unit: words },
        escalated: [],
      },
      () => words,
      rules,
    );
    expect(proof).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(proof.startsWith('p22-071 到期当天 ')).toBe(true);
  });
});
