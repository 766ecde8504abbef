import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { write } from '../../../functions/domain/messages/message.ts';
import { keyOf, occasionOf } from '../../../functions/domain/tasks/occasion-codec.ts';
import { aTask, at, day, rules } from '../../support/builders.ts';
import { postId } from '../../support/ids.ts';
import { item, letter, owner, recipient } from '../../support/letters.ts';

describe('a message', () => {
  it('says what, by when, who, what to do now, and the link, in this order', () => {
    const written = write(
      letter('2022-06-15 08:00', [item(aTask())], { link: 'http://127.0.0.1:8787/digests/1' }),
      rules,
    );
    expect(written).toEqual({
      subject: '安环局责任人：6月15日（周三），有1项工作请按期推进',
      lamp: 'green',
      short:
        '【如期】第三方治理工作平台6月30日（周四）到期，还有15天，请签收报进展 127.0.0.1:8787/digests/1',
      text: [
        '【如期】安环局责任人：6月15日（周三），有1项工作请按期推进',
        '1. 建成环境污染第三方治理工作平台\n期限：6月30日（周四）〔原〕，还有15天\n责任：安环局\n要求：请按计划推进，遇到困难及早反映。',
        '查看：http://127.0.0.1:8787/digests/1',
      ].join('\n\n'),
    });
  });

  it.each([
    { now: '2022-06-27 08:00', due: '还有3天', request: '请抓紧收尾', lamp: 'yellow' },
    {
      now: '2022-06-30 08:00',
      due: '今天到期',
      request: '完成了的请报办结，完不成的请今天申请延期',
      lamp: 'yellow',
    },
    { now: '2022-07-01 08:00', due: '已逾期1天', request: '请说明原因和完成时间', lamp: 'red' },
  ])('on $now says $due and asks for what helps then', ({ now, due, request, lamp }) => {
    const written = write(letter(now, [item(aTask())]), rules);
    expect(written.text).toContain(`〔原〕，${due}`);
    expect(written.text).toContain(request);
    expect(written.lamp).toBe(lamp);
  });

  it.each([
    { role: 'unitHead' as const, request: '请督促本单位尽快办结' },
    { role: 'responsibleLeader' as const, request: '请协调督办，推动尽快办结' },
    { role: 'principalLeader' as const, request: '请过问督办，明确完成时限' },
    { role: 'office' as const, request: '请跟踪督办，列入通报' },
  ])('asks the $role of an overdue task for their part', ({ role, request }) => {
    expect(write(letter('2022-07-11 08:00', [item(aTask(), {}, { role })]), rules).text).toContain(
      request,
    );
  });

  it('says that an assumed date is assumed, to the owner and to the office', () => {
    const task = aTask({ due: day('2022-12-31'), duePrecision: 'assumed-year-end' });
    const { text } = write(letter('2022-12-01 08:00', [item(task)]), rules);
    expect(text).toContain('12月31日（周六）〔估〕，还有30天（计划没有写明期限，暂按年底估计）');
    expect(text).toContain('请与园区办商定期限');
  });

  it('gives the year of a date that is not of this year', () => {
    const task = aTask({ due: day('2023-03-31') });
    expect(write(letter('2022-12-30 08:00', [item(task)]), rules).text).toContain(
      '2023年3月31日（周五）',
    );
  });

  it('lists what was not said at its time', () => {
    const late = item(aTask(), {
      occasion: occasionOf('before-1'),
      skipped: ['before-7', 'before-3'].map(occasionOf),
    });
    expect(write(letter('2022-06-29 08:00', [late]), rules).text).toContain(
      '补报：提前7天、提前3天的提醒当时没有发出。',
    );
  });

  it('tells a handover next to a rung as what it is, and not as a reminder that was missed', () => {
    const handed = item(aTask(), {
      occasion: occasionOf('before-15'),
      skipped: [occasionOf('assigned-1')],
    });
    const { text, subject, short } = write(
      { ...letter('2022-06-15 08:00', [handed]), link: 'https://a.cn/a/code' },
      rules,
    );
    expect(subject).toContain('新交办1项工作');
    expect(text).toContain('交办：这项工作现交由安环局负责。\n要求：请确认承接，排出进度。');
    expect(text).not.toContain('补报');
    expect(short).toContain('新交办');
  });

  it.each([
    { now: '2022-06-29 08:00', subject: '有1项工作临近到期' },
    { now: '2022-07-01 08:00', subject: '有1项工作已逾期' },
  ])('tells a new owner on $now that the task was handed over, whatever is asked of him', (on) => {
    const handed = item(aTask(), { occasion: occasionOf('assigned-1') });
    const { text, subject } = write(letter(on.now, [handed]), rules);
    expect(subject).toContain(on.subject);
    expect(text).toContain('交办：这项工作现交由安环局负责。');
    expect(text).not.toContain('请说明原因');
  });

  it('counts a task once if it has both a rung and a decision for the office', () => {
    const request = { at: at('2022-07-05 09:00'), due: day('2022-07-20'), why: '', isLate: true };
    const task = aTask({ request: { ...request, by: null } });
    const occasion = occasionOf(`waiting-extension-${request.at.toString()}`);
    const both = [item(task, { occasion }), item(task, { occasion: occasionOf('overdue-7') })];
    expect(write(letter('2022-07-11 08:00', both), rules).subject).toContain('有1项工作已逾期');
  });

  it('tells one task once, by its latest rung, in the nearest role', () => {
    const head = item(
      aTask(),
      { occasion: occasionOf('overdue-1'), post: postId('unitHead@安环局') },
      { role: 'unitHead' },
    );
    const both = [
      head,
      item(aTask(), { occasion: occasionOf('overdue-1') }),
      item(aTask(), { occasion: occasionOf('due') }),
    ];
    const { text, subject } = write(letter('2022-07-01 08:00', both), rules);
    expect(subject).toContain('有1项工作已逾期');
    expect(text).toContain('请说明原因和完成时间');
    expect(text).toContain('补报：到期当天的提醒当时没有发出。');
  });

  it('names a vacant post and a stand-in', () => {
    const vacant = { ...recipient, isVacant: true };
    const stood = { ...recipient, insteadOf: { ...owner, post: '安环局副责任人' } };
    const items = [
      item(aTask({ id: 'a' }), {}, { role: 'responsibleLeader', recipient: vacant }),
      item(aTask({ id: 'b' }), {}, { recipient: stood }),
    ];
    const { text } = write(letter('2022-07-05 08:00', items), rules);
    expect(text).toContain('说明：原应送分管领导，该岗位没有联系人，转园区办。');
    expect(text).toContain('说明：由您代安环局副责任人接收。');
  });

  it('spells out twenty and counts the rest', () => {
    const items = Array.from({ length: 33 }, (_, number) => item(aTask({ id: `t-${number}` })));
    const { text } = write(letter('2022-06-15 08:00', items), rules);
    expect(text).toContain('\n20. ');
    expect(text).not.toContain('\n21. ');
    expect(text).toContain('另有13项没有列出，请打开链接查看。');
  });

  it('marks the dates of a year without a holiday notice', () => {
    const { text } = write(letter('2035-06-15 08:00', [item(aTask())]), rules);
    expect(text).toContain(
      '国务院2035年放假安排还没有录入，以上日期暂按周末和法定节假日推算，调休未计。',
    );
  });

  it('has neither exclamation marks nor a subject of two lines or a hundred characters', () => {
    const items = Array.from({ length: 150 }, (_, number) =>
      item(aTask({ id: `t-${number}`, due: day('2022-06-01').add({ days: number }) })),
    );
    const { subject, text } = write(letter('2022-07-15 08:00', items), rules);
    expect(`${subject}${text}`).not.toMatch(/[!！]/);
    expect(subject.length).toBeLessThan(100);
    expect(subject).not.toContain('\n');
  });

  test.prop([
    fc.shuffledSubarray(
      Array.from({ length: 30 }, (_, number) =>
        item(aTask({ id: `t-${number % 20}`, due: day('2022-06-10').add({ days: number % 7 }) }), {
          occasion: occasionOf(number < 20 ? 'before-3' : 'due'),
        }),
      ),
      { minLength: 30 },
    ),
  ])('reads the same whatever order its items come in', (items) => {
    const sorted = items.toSorted((a, b) =>
      a.task.id + keyOf(a.notice.occasion) < b.task.id + keyOf(b.notice.occasion) ? -1 : 1,
    );
    const now = '2022-06-14 08:00';
    expect(write(letter(now, items), rules)).toEqual(write(letter(now, sorted), rules));
  });
});
