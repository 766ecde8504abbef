import { describe, expect, it } from 'vitest';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import type { Move } from '../../functions/domain/tasks/move.ts';
import { setStandIn } from '../../functions/flows/contacts/stand-in.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { contactsOf, deadlinesOnly } from '../support/builders.ts';
import { contactId, digestNamed } from '../support/ids.ts';
import { signFor, signForAll, wake } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import { ask, disown, live, move, park, report, SILENT, told } from './climbing.ts';

/** How each message to `receiver` asks for a signature. */
const asksOf = (world: World, receiver: string): readonly (string | undefined)[] =>
  world.messages
    .filter(({ contact }) => contact === receiver)
    .map(({ text }) => text.split('\n').findLast((line) => line.includes('签收')));

describe('an owner who is silent from before-3 on', () => {
  it('is escalated to the unit head, the responsible and the principal leader, each once', async () => {
    const world = await park();
    await live(world, '2022-06-27', '2022-08-05');
    expect(told(world)).toEqual([
      `06-29 head-0: ${SILENT}。`,
      `07-01 leader: ${SILENT}；6月29日（周三）已报单位负责人。`,
      `07-05 principal: ${SILENT}；6月29日（周三）已报单位负责人；7月1日（周五）已报分管领导。`,
    ]);
  });

  it('reads in each message whom his silence is told to next', async () => {
    const world = await park();
    await live(world, '2022-06-27', '2022-07-18');
    expect(asksOf(world, 'owner-0')).toEqual([
      '请在2个工作日内签收；没有签收的，将报单位负责人。',
      '请今天签收；没有签收的，将报分管领导。',
      '请今天签收；没有签收的，将报分管领导。',
      '请今天签收；没有签收的，将报主要领导。',
      '请及时签收。',
      '请及时签收。',
      '请及时签收。',
    ]);
  });

  it('is escalated one step at a time, however late the run', async () => {
    const world = await park();
    await live(world, '2022-06-27', '2022-06-27');
    await live(world, '2022-07-22', '2022-07-26');
    expect(told(world)).toEqual([
      `07-22 head-0: ${SILENT}。`,
      `07-26 leader: ${SILENT}；7月22日（周五）已报单位负责人。`,
    ]);
  });

  it('is escalated to the office where a post of the chain is vacant, and the message says so', async () => {
    const contacts = contactsOf('安环局').filter(({ role }) => role !== 'unitHead');
    const world = await park({}, deadlinesOnly, contacts);
    await live(world, '2022-06-27', '2022-06-29');
    expect(told(world)).toEqual([`06-29 office: ${SILENT}。`]);
    expect(world.messages.find(({ text }) => text.includes(SILENT))?.text).toContain(
      '原应送单位负责人，该岗位没有联系人，转园区办',
    );
  });

  it('reads, as the next post does, that the office heard for a vacant post', async () => {
    const contacts = contactsOf('安环局').filter(({ role }) => role !== 'unitHead');
    const world = await park({}, deadlinesOnly, contacts);
    await live(world, '2022-06-27', '2022-07-01');
    expect(asksOf(world, 'owner-0')[0]).toBe('请在2个工作日内签收；没有签收的，将报园区办。');
    expect(told(world)).toContain(`07-01 leader: ${SILENT}；6月29日（周三）已报园区办。`);
  });

  it('is passed over where the chain comes to himself, on the same day', async () => {
    const world = await park({ owner: 'head-0' });
    await live(world, '2022-06-27', '2022-07-01');
    expect(asksOf(world, 'head-0')[0]).toBe('请在2个工作日内签收；没有签收的，将报分管领导。');
    expect(told(world)).toEqual([
      `06-29 leader: ${SILENT}。`,
      `07-01 principal: ${SILENT}；6月29日（周三）已报分管领导。`,
    ]);
  });
});

describe('an owner who answers', () => {
  it.each<{ how: string; answer: (world: World) => Promise<unknown> }>([
    { how: 'signs for every message', answer: (w) => signForAll('linxiang', 'owner-0', w.ports) },
    { how: 'reports after every message', answer: (w) => move(w, 'owner-0', report) },
  ])('and $how is not told of to anybody', async ({ answer }) => {
    const world = await park();
    await live(world, '2022-06-27', '2022-07-05', () => answer(world));
    expect(told(world)).toEqual([]);
  });

  it.each<{ what: Move }>([{ what: { act: 'submit' } }, { what: ask }, { what: disown }])(
    'by $what.act is not told of to anybody, as long as the office owes the next word',
    async ({ what }) => {
      const world = await park();
      await live(world, '2022-06-27', '2022-06-28');
      await move(world, 'owner-0', what);
      await live(world, '2022-06-29', '2022-07-20');
      expect(told(world)).toEqual([]);
    },
  );

  it('through a stand-in has answered', async () => {
    const world = await park();
    await live(world, '2022-06-27', '2022-06-28');
    await setStandIn(
      { park: 'linxiang', contact: 'owner-0', standIn: 'owner-1', by: 'office' },
      world.ports,
    );
    await move(world, 'owner-1', report);
    await live(world, '2022-06-29', '2022-06-30');
    expect(told(world)).toEqual([]);
  });

  it('has not answered when finance reports on the money', async () => {
    const finance: Contact = {
      id: contactId('finance'),
      unit: '财政局',
      post: '财务',
      role: 'finance',
      channels: ['wecom'],
    };
    const contacts = [...contactsOf('安环局'), finance];
    const world = await park({ kind: 'funding' }, deadlinesOnly, contacts);
    await live(world, '2022-06-27', '2022-06-28');
    await move(world, 'finance', report);
    await live(world, '2022-06-29', '2022-06-29');
    expect(told(world)).toEqual([`06-29 head-0: ${SILENT}。`]);
  });

  it('once and then not again starts over at the first post, which reads the earlier answer', async () => {
    const world = await park();
    await live(world, '2022-06-27', '2022-06-29');
    await move(world, 'owner-0', report);
    await live(world, '2022-06-30', '2022-07-06');
    expect(told(world)).toEqual([
      `06-29 head-0: ${SILENT}。`,
      '07-04 head-0: 6月30日（周四）起责任人没有签收，也没有反馈；此前6月29日（周三）安环局责任人反馈60%。',
      '07-06 leader: 6月30日（周四）起责任人没有签收，也没有反馈；7月4日（周一）已报单位负责人；此前6月29日（周三）安环局责任人反馈60%。',
    ]);
  });

  it('by a signature under an older message has answered the later ones', async () => {
    const world = await park();
    await live(world, '2022-06-27', '2022-06-29');
    const digest = digestNamed('2022-06-27#owner@安环局#1');
    expect(await signFor({ park: 'linxiang', digest, by: 'owner-0' }, world.ports)).toBe(1);
    expect(await signFor({ park: 'linxiang', digest, by: 'owner-0' }, world.ports)).toBe(0);
    world.goTo('2022-06-30 08:00');
    await wake('linxiang', world.ports);
    await signForAll('linxiang', 'owner-0', world.ports);
    await live(world, '2022-07-01', '2022-07-01');
    expect(told(world)).toEqual([`06-29 head-0: ${SILENT}。`]);
  });

  it('between the opening and the sending of what would have followed is not told of', async () => {
    const world = await park();
    await live(world, '2022-06-27', '2022-06-28');
    world.goTo('2022-06-29 08:00');
    const signing = {
      ...world.ports,
      ledger: {
        ...world.ledger,
        write: async (...args: Parameters<typeof world.ledger.write>) => {
          const [digest] = args;
          const isClaim = digest.state === 'sending' && digest.post.startsWith('unitHead');
          if (isClaim) await signForAll('linxiang', 'owner-0', world.ports);
          return world.ledger.write(...args);
        },
      },
    };
    await wake('linxiang', signing);
    expect(told(world)).toEqual([]);
    expect(world.digests().find(({ post }) => post === 'unitHead@安环局')?.state).toBe('cancelled');
  });
});

describe('a rung of the same morning that names the next post', () => {
  it('speaks, says since when nobody answers, and is that step', async () => {
    const world = await park();
    await live(world, '2022-06-27', '2022-06-28', () =>
      signForAll('linxiang', 'owner-0', world.ports),
    );
    await live(world, '2022-06-29', '2022-07-07');
    const since = '6月29日（周三）起责任人没有签收，也没有反馈';
    const before = '此前6月27日（周一）安环局责任人签收';
    expect(told(world)).toEqual([
      `07-01 head-0: ${since}；${before}。`,
      `07-05 leader: ${since}；7月1日（周五）已报单位负责人；${before}。`,
      `07-07 principal: ${since}；7月1日（周五）已报单位负责人；7月5日（周二）已报分管领导；${before}。`,
    ]);
    expect(world.deliveries.filter(({ key }) => key.includes('unsigned'))).toMatchObject([
      { key: 'lx22-071/overdue-3/unsigned-3/principalLeader/2022-06-30' },
    ]);
  });

  it('says nothing of a silence that was broken before it went out, and the proof neither', async () => {
    const world = await park();
    await live(world, '2022-06-27', '2022-06-28', () =>
      signForAll('linxiang', 'owner-0', world.ports),
    );
    await live(world, '2022-06-29', '2022-06-30');
    world.answer.to = ({ contact }) =>
      contact === 'head-0' ? { result: 'deferred', reason: 'busy' } : undefined;
    world.goTo('2022-07-01 08:00');
    await wake('linxiang', world.ports).catch(() => undefined);
    await signForAll('linxiang', 'owner-0', world.ports);
    world.answer.to = () => undefined;
    world.goTo('2022-07-01 08:30');
    await sweep(world.ports);
    expect(told(world)).toEqual([]);
    const head = world.digests().find(({ post }) => post === 'unitHead@安环局');
    expect(head).toMatchObject({ state: 'sent', notices: [{ escalates: null }] });
  });
});
