import { describe, expect, it } from 'vitest';
import { openLink } from '../../../functions/flows/tasks/open-link.ts';
import { sweep } from '../../../functions/flows/wake/sweep.ts';
import { aTask, at, contactsOf } from '../../support/builders.ts';
import { faulty } from '../../support/faults.ts';
import { taskId } from '../../support/ids.ts';
import { codeTo, overdue, PAGES, report, told } from '../../support/links.ts';
import { moveByLink, signByLink, wake } from '../../support/requests.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

describe('the link of a message', () => {
  it('opens what the message told its contact, and nothing else', async () => {
    const world = await told();
    const opened = await openLink(codeTo(world, 'owner-0'), world.ports);
    expect(opened).toMatchObject({ state: 'valid', contact: { id: 'owner-0' } });
    const items = opened.state === 'valid' ? opened.items : [];
    expect(items.map(({ stored, isUnsigned }) => [stored.task.id, isUnsigned])).toEqual([
      ['lx22-071', true],
      ['lx22-090', true],
    ]);
  });

  it('changes nothing by being opened, however often', async () => {
    const world = await told();
    const before = JSON.stringify([world.digests(), world.stored('lx22-071')]);
    for (let times = 0; times < 100; times += 1) {
      await openLink(codeTo(world, 'owner-0'), world.ports);
    }
    expect(JSON.stringify([world.digests(), world.stored('lx22-071')])).toBe(before);
  });

  it('signs for all of the message, once', async () => {
    const world = await told();
    const code = codeTo(world, 'owner-0');
    await signByLink(code, world.ports);
    const answers = JSON.stringify(world.digests().map((digest) => digest.answers));
    world.goTo('2022-07-01 09:00');
    await signByLink(code, world.ports);
    expect(JSON.stringify(world.digests().map((digest) => digest.answers))).toBe(answers);
    const opened = await openLink(code, world.ports);
    const items = opened.state === 'valid' ? opened.items : [];
    expect(items.some(({ isUnsigned }) => isUnsigned)).toBe(false);
  });

  it('accepts a task that was handed over', async () => {
    const world = newWorld();
    world.goTo('2022-06-15 08:00');
    const handed = aTask({
      status: 'pendingAcceptance',
      assignment: { number: 1, at: at('2022-06-15 08:00') },
    });
    await settleIn(world, [handed], contactsOf('安环局'));
    world.pages.at = PAGES;
    await wake('linxiang', world.ports);
    await signByLink(codeTo(world, 'owner-0'), world.ports);
    expect(world.stored('lx22-071')?.task.status).toBe('inProgress');
  });

  it('reports once, though the form was sent twice, and signs by that', async () => {
    const world = await told();
    const code = codeTo(world, 'owner-0');
    const wish = { code, task: taskId('lx22-071'), move: report, why: '', key: 'form-1' };
    await moveByLink(wish, world.ports);
    await moveByLink({ ...wish, key: 'form-2' }, world.ports);
    await moveByLink(wish, world.ports);
    const history = await world.register.history('linxiang', taskId('lx22-071'));
    expect(history.filter(({ what }) => what === '反馈')).toHaveLength(2);
    expect(history.at(-1)).toMatchObject({ by: 'owner-0', via: '链接' });
    const opened = await openLink(code, world.ports);
    expect(opened).toMatchObject({ items: [{ isUnsigned: false }, { isUnsigned: false }] });
  });

  it('tells that the post is not answerable, without signing', async () => {
    const world = await told();
    const code = codeTo(world, 'owner-0');
    const move = { act: 'disown', why: '由环保分局建设' } as const;
    await moveByLink(
      { code, task: taskId('lx22-071'), move, why: move.why, key: 'form' },
      world.ports,
    );
    expect(world.stored('lx22-071')?.task.disowned?.why).toBe('由环保分局建设');
    const opened = await openLink(code, world.ports);
    expect(opened).toMatchObject({ items: [{ isUnsigned: true }, { isUnsigned: true }] });
  });

  it('does not reach a task that the message did not tell of', async () => {
    const world = await told();
    const wish = { code: codeTo(world, 'owner-0'), move: report, why: '', key: 'form' };
    await expect(moveByLink({ ...wish, task: taskId('lx22-100') }, world.ports)).rejects.toThrow(
      '事项 lx22-100：不在这条提醒里',
    );
  });

  it.each([
    { what: 'unknown', code: 'nobodyhasit0', end: async () => {} },
    { what: 'unknown', code: "';drop--", end: async () => {} },
    { what: 'expired', code: '', end: async (world: World) => world.goTo('2022-07-15 08:00') },
    {
      what: 'revoked',
      code: '',
      end: (world: World) => world.links.revoke(codeTo(world, 'owner-0'), world.now()),
    },
  ])('says that it is $what, and takes nothing', async ({ what, code: given, end }) => {
    const world = await told();
    await end(world);
    const code = given || codeTo(world, 'owner-0');
    expect(await openLink(code, world.ports)).toMatchObject({ state: what });
    await expect(signByLink(code, world.ports)).rejects.toThrow('链接：已经不能使用');
    const wish = { code, task: taskId('lx22-071'), move: report, why: '', key: 'form' };
    await expect(moveByLink(wish, world.ports)).rejects.toThrow('链接：已经不能使用');
    expect(world.stored('lx22-071')?.version).toBe(1);
  });

  it('is the same when its message is sent again after a lost answer', async () => {
    const world = await overdue();
    let attempted = '';
    const losing = faulty(world.ports, ({ name, args }) => {
      if (name !== 'messenger.publish') return undefined;
      attempted = JSON.stringify(args);
      return 'throws';
    });
    await wake('linxiang', losing).catch(() => undefined);
    world.goTo('2022-07-01 08:30');
    await sweep(world.ports);
    expect(attempted).toContain(`/a/${codeTo(world, 'owner-0')}`);
  });

  it.each(['throws', 'losesAnswer', 'diesBefore', 'diesAfter'] as const)(
    'lies in the table before its message goes out, though issuing it %s',
    async (mode) => {
      const world = await overdue();
      let calls = 0;
      const failing = faulty(world.ports, ({ name }) => {
        if (name !== 'links.issue') return undefined;
        calls += 1;
        return calls === 1 ? mode : undefined;
      });
      await wake('linxiang', failing).catch(() => undefined);
      world.goTo('2022-07-01 08:30');
      await sweep(world.ports);
      const keys = world.deliveries.map(({ contact, key }) => `${contact} ${key}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(await openLink(codeTo(world, 'owner-0'), world.ports)).toMatchObject({
        state: 'valid',
      });
    },
  );
});
