import { describe, expect, it } from 'vitest';
import { reconcile } from '../../functions/flows/wake/reconcile.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { aTask, at, contactsOf } from '../support/builders.ts';
import { contactId, taskId } from '../support/ids.ts';
import { changeTask, enterTasks, wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

/** Six tasks of 安环局 in the middle of their year, which the office hands to 招商局, unit by unit. */
const TASKS = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => aTask({ id, title: `建成${id}项目` }));

async function park(begun = '2022-06-17 08:30'): Promise<World> {
  const world = newWorld();
  world.goTo(begun);
  await settleIn(world, TASKS, contactsOf('安环局', '招商局', '科技局'));
  return world;
}

/** Hands over one task at park time; by default to 招商局, whose owner is `owner-1`. */
async function handOver(
  world: World,
  local: string,
  task: string,
  leadUnit = '招商局',
): Promise<void> {
  world.goTo(local);
  const mover = {
    park: 'linxiang',
    task: taskId(task),
    by: 'office',
    why: '分工调整',
    via: '网页',
  };
  await changeTask(mover, { act: 'reassign', leadUnit }, world.ports);
}

/** Lets a delayed message, or another run, look at park time. */
async function look(world: World, local: string): Promise<void> {
  world.goTo(local);
  await wake('linxiang', world.ports);
}

/** Messages about handovers: when, to whom and about which tasks. */
const told = (world: World): readonly string[] => {
  const handed = world.deliveries.filter(({ key }) => /\/assigned-\d+\/owner/.test(key));
  const byMessage = Map.groupBy(handed, (each) => `${each.at} ${each.contact}`);
  return [...byMessage].map(
    ([message, keys]) => `${message} ${keys.map(({ key }) => key.split('/')[0]).join('')}`,
  );
};

const wakesOf = (world: World, ...ids: readonly string[]): readonly string[] =>
  ids.map((id) => world.stored(id)?.wakeAt?.toString() ?? '');

describe('what the office hands over', () => {
  it('within the hours goes out together, ten minutes after the last, thirty after the first', async () => {
    const world = await park();
    await handOver(world, '2022-06-17 10:00', 'a');
    await handOver(world, '2022-06-17 10:04', 'b');
    await handOver(world, '2022-06-17 10:05', 'c', '科技局');
    expect(wakesOf(world, 'a', 'b', 'c')).toEqual([
      '2022-06-17T02:14:00Z',
      '2022-06-17T02:14:00Z',
      '2022-06-17T02:15:00Z',
    ]);
    await look(world, '2022-06-17 10:10');
    expect(told(world)).toEqual([]);
    await handOver(world, '2022-06-17 10:13', 'd');
    await look(world, '2022-06-17 10:15');
    await handOver(world, '2022-06-17 10:22', 'e');
    await look(world, '2022-06-17 10:30');
    await look(world, '2022-06-17 10:30');
    await handOver(world, '2022-06-17 10:31', 'f');
    await look(world, '2022-06-17 10:41');
    expect(told(world)).toEqual([
      '2022-06-17T02:15:00Z owner-2 c',
      '2022-06-17T02:30:00Z owner-1 abde',
      '2022-06-17T02:41:00Z owner-1 f',
    ]);
    expect(world.calls.filter((each) => each === 'linxiang 2022-06-17T02:30:00Z')).toHaveLength(1);
  });

  it('on Friday afternoon is told until 17:55, and what comes later on Monday morning', async () => {
    const world = await park();
    await handOver(world, '2022-06-17 17:46', 'a');
    await handOver(world, '2022-06-17 17:54', 'b');
    await handOver(world, '2022-06-17 17:55', 'c');
    await handOver(world, '2022-06-17 18:30', 'd');
    await handOver(world, '2022-06-18 10:00', 'e');
    for (const local of ['2022-06-17 17:55', '2022-06-17 18:10', '2022-06-18 10:10']) {
      await look(world, local);
    }
    expect(told(world)).toEqual(['2022-06-17T09:55:00Z owner-1 ab']);
    await look(world, '2022-06-20 08:00');
    await look(world, '2022-06-21 08:00');
    expect(told(world).slice(1)).toEqual(['2022-06-20T00:00:00Z owner-1 cde']);
    const monday = world.messages.find(
      ({ contact, text }) => contact === 'owner-1' && text.includes('建成c项目'),
    );
    expect(monday?.subject).toContain('新交办3项工作');
    expect(monday?.text).not.toContain('补报');
  });

  it('is told early by no other run: not by a sweep, not by the nightly walk', async () => {
    const world = await park();
    await handOver(world, '2022-06-17 10:00', 'a');
    await handOver(world, '2022-06-17 10:08', 'b');
    world.goTo('2022-06-17 10:16');
    await sweep(world.ports);
    await reconcile(world.ports);
    expect(told(world)).toEqual([]);
    await look(world, '2022-06-17 10:18');
    expect(told(world)).toEqual(['2022-06-17T02:18:00Z owner-1 ab']);
  });

  it('is told exactly once even when its delayed message is lost', async () => {
    const world = await park();
    await handOver(world, '2022-06-17 10:00', 'a');
    world.goTo('2022-06-17 10:25');
    await sweep(world.ports);
    expect(told(world)).toEqual(['2022-06-17T02:25:00Z owner-1 a']);
    await look(world, '2022-06-17 10:26');
    expect(told(world)).toHaveLength(1);
    await handOver(world, '2022-06-17 17:50', 'b');
    world.goTo('2022-06-17 18:15');
    await sweep(world.ports);
    world.goTo('2022-06-18 02:17');
    await reconcile(world.ports);
    await look(world, '2022-06-20 08:00');
    expect(told(world).slice(1)).toEqual(['2022-06-20T00:00:00Z owner-1 b']);
  });

  it('stays handed over when the queue does not answer, and the sweep tells it', async () => {
    const world = await park();
    await handOver(world, '2022-06-17 10:00', 'a');
    const wakeSoon = (): Promise<void> => Promise.reject(new Error('no queue'));
    const deaf = { ...world.ports, clock: { ...world.ports.clock, wakeSoon } };
    world.goTo('2022-06-17 10:05');
    const mover = { park: 'linxiang', task: taskId('b'), by: 'office', why: '', via: '网页' };
    const { heard } = await changeTask(mover, { act: 'reassign', leadUnit: '招商局' }, deaf);
    expect(heard.handOver).toMatchObject({ at: at('2022-06-17 10:15'), isCalled: false });
    expect(world.stored('b')?.task.leadUnit).toBe('招商局');
    // The one before has a wake of its own, and keeps it.
    await look(world, '2022-06-17 10:10');
    world.goTo('2022-06-17 10:35');
    await sweep(world.ports);
    expect(told(world)).toEqual([
      '2022-06-17T02:10:00Z owner-1 a',
      '2022-06-17T02:35:00Z owner-1 b',
    ]);
  });

  it('goes on to the next unit before it was told, and only that one hears', async () => {
    const world = await park();
    await handOver(world, '2022-06-17 10:00', 'a');
    await handOver(world, '2022-06-17 10:05', 'a', '科技局');
    await look(world, '2022-06-17 10:10');
    await look(world, '2022-06-17 10:15');
    expect(told(world)).toEqual(['2022-06-17T02:15:00Z owner-2 a']);
  });

  it('before the run of a morning with a rung reads as handed over to the new owner, and as given away to the old one', async () => {
    const world = await park('2022-06-14 09:00');
    await handOver(world, '2022-06-15 07:30', 'a');
    await look(world, '2022-06-15 08:00');
    const about = world.messages.filter(({ text }) => text.includes('建成a项目'));
    const [message, ...others] = about.filter(({ contact }) => contact === 'owner-1');
    expect(others).toEqual([]);
    const rest = about.filter((each) => each !== message);
    expect(rest.map(({ contact, text }) => [contact, /决定：.*/.exec(text)?.[0]])).toEqual([
      ['owner-0', '决定：6月15日（周三）园区办改派给招商局，不再由本岗位负责，原因：分工调整。'],
    ]);
    expect(message).toMatchObject({
      subject: expect.stringContaining('新交办1项工作'),
    });
    expect(message?.text).toContain('交办：这项工作现交由招商局负责。');
    expect(message?.text).not.toContain('补报');
  });

  it('as a whole plan goes as one, with what waited for the same owner', async () => {
    const world = await park();
    await handOver(world, '2022-06-17 10:00', 'a');
    world.goTo('2022-06-17 10:06');
    const assignment = { number: 1, at: world.now() };
    const fresh = ['x', 'y', 'z'].map((id) =>
      aTask({ id, leadUnit: '招商局', status: 'pendingAcceptance', assignment }),
    );
    await enterTasks('linxiang', fresh, world.now(), world.ports);
    expect(new Set(wakesOf(world, 'a', 'x', 'y', 'z'))).toEqual(new Set(['2022-06-17T02:16:00Z']));
    await look(world, '2022-06-17 10:10');
    await look(world, '2022-06-17 10:16');
    expect(told(world)).toEqual(['2022-06-17T02:16:00Z owner-1 axyz']);
  });

  it('to one who stands in waits with what is handed to him himself', async () => {
    const world = newWorld();
    world.goTo('2022-06-17 08:30');
    const contacts = contactsOf('安环局', '招商局', '科技局').map((each) =>
      each.id === 'owner-2' ? { ...each, standIn: contactId('owner-1') } : each,
    );
    await settleIn(world, TASKS, contacts);
    await handOver(world, '2022-06-17 10:00', 'a');
    await handOver(world, '2022-06-17 10:05', 'b', '科技局');
    await look(world, '2022-06-17 10:10');
    await look(world, '2022-06-17 10:15');
    expect(told(world)).toEqual(['2022-06-17T02:15:00Z owner-1 ab']);
  });
});
