import { describe, expect, it } from 'vitest';
import { changeTask } from '../../functions/flows/change-task.ts';
import { signFor, signForAll } from '../../functions/flows/sign-for.ts';
import { isInHorizon } from '../../functions/flows/slots.ts';
import { wake } from '../../functions/flows/wake.ts';
import { aTask, contactsOf, day } from '../support/builders.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

const OWNERS = '2022-06-27#owner@安环局#1';

/** The park on Monday 27 June, when the platform's before-3 notice went out. */
async function monday(over: Parameters<typeof aTask>[0] = {}): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-24 12:00');
  await settleIn(world, [aTask(over)], contactsOf('安环局', '招商局'));
  await goOn(world, '2022-06-27');
  return world;
}

async function goOn(world: World, ...days: readonly string[]): Promise<void> {
  for (const each of days) {
    world.goTo(`${each} 08:00`);
    await wake('linxiang', world.needs);
  }
}

/** What followed from the before-3 notice: `day contact`. */
const followed = (world: World, rung = 'before-3'): readonly string[] =>
  world.deliveries
    .filter(({ key }) => key.startsWith(`lx22-071/${rung}/`) && /unsigned|lapsed/.test(key))
    .map(
      ({ at: sentAt, contact, key }) => `${sentAt.slice(5, 10)} ${key.split('/')[2]} ${contact}`,
    );

const WEEK = [
  '2022-06-28',
  '2022-06-29',
  '2022-06-30',
  '2022-07-01',
  '2022-07-04',
  '2022-07-05',
  '2022-07-06',
];

describe('a notice that nobody signs for', () => {
  it('climbs one post every second working day, and says whom it was sent to before', async () => {
    const world = await monday();
    expect(world.messages.at(-1)?.text).toContain(
      '请在2个工作日内签收；没有签收的，将报单位负责人。',
    );
    await goOn(world, ...WEEK);
    expect(followed(world)).toEqual([
      '06-29 unsigned-1 head-0',
      '07-01 unsigned-2 leader',
      '07-05 unsigned-3 principal',
    ]);
    const leader = world.messages.find(({ contact }) => contact === 'leader');
    expect(leader?.text).toContain(
      '督办：6月27日（周一）送责任人，6月29日（周三）送单位负责人，责任人至今没有签收。',
    );
  });

  it('climbs one step only, however late the run', async () => {
    const world = await monday();
    await goOn(world, '2022-07-22');
    expect(followed(world)).toEqual(['07-22 unsigned-1 head-0']);
  });

  it('goes to the office where a post of the chain is vacant, and says so', async () => {
    const world = newWorld();
    world.goTo('2022-06-24 12:00');
    const contacts = contactsOf('安环局').filter(({ role }) => role !== 'unitHead');
    await settleIn(world, [aTask()], contacts);
    await goOn(world, '2022-06-27', '2022-06-29');
    expect(followed(world)).toEqual(['06-29 unsigned-1 office']);
    const office = world.messages.findLast(({ contact }) => contact === 'office');
    expect(office?.text).toContain('原应送单位负责人，该岗位没有联系人，转园区办');
  });

  it('has a slot for each time it is looked at again', async () => {
    const world = await monday();
    for (const { park, wakeAt } of world.waking()) {
      const isMade = world.slots.has(`${park} ${wakeAt.toString()}`);
      expect(isMade || !isInHorizon(wakeAt, world.now())).toBe(true);
    }
  });

  it('is not asked for while it is green, nor for a date that nobody set', async () => {
    const assumed = await monday({ duePrecision: 'assumed-year-end' });
    await goOn(assumed, ...WEEK);
    expect(followed(assumed)).toEqual([]);
    const green = newWorld();
    green.goTo('2022-06-22 12:00');
    await settleIn(green, [aTask()], contactsOf('安环局'));
    await goOn(green, '2022-06-23', '2022-06-24', '2022-06-27');
    expect(followed(green, 'before-7')).toEqual([]);
  });
});

describe('a signature', () => {
  it('silences what follows from that notice, never the task', async () => {
    const world = await monday();
    expect(await signFor({ park: 'linxiang', digest: OWNERS, by: 'owner-0' }, world.needs)).toBe(1);
    expect(await signFor({ park: 'linxiang', digest: OWNERS, by: 'owner-0' }, world.needs)).toBe(0);
    await goOn(world, ...WEEK.slice(0, 4));
    expect(followed(world)).toEqual([]);
    expect(world.deliveries.map(({ key }) => key)).toContain(
      'lx22-071/due/owner@安环局/2022-06-30',
    );
  });

  it('counts also between the opening and the sending of what would have followed', async () => {
    const world = await monday();
    world.goTo('2022-06-29 08:00');
    const signing = {
      ...world.needs,
      ledger: {
        ...world.ledger,
        write: async (...args: Parameters<typeof world.ledger.write>) => {
          const [digest] = args;
          const isClaim = digest.state === 'sending' && digest.post.startsWith('unitHead');
          if (isClaim) await signForAll('linxiang', 'owner-0', world.needs);
          return world.ledger.write(...args);
        },
      },
    };
    await wake('linxiang', signing);
    expect(followed(world)).toEqual([]);
    expect(world.digests().find(({ post }) => post === 'unitHead@安环局')?.state).toBe('cancelled');
  });

  it('is refused to whom the digest was not sent', async () => {
    const world = await monday();
    const by = (contact: string): Promise<number> =>
      signFor({ park: 'linxiang', digest: OWNERS, by: contact }, world.needs);
    await expect(by('owner-1')).rejects.toThrow('这份提醒不是发给“owner-1”的');
    await expect(
      signFor({ park: 'linxiang', digest: '2022-06-27#x#1', by: 'owner-0' }, world.needs),
    ).rejects.toThrow('没有这份提醒');
  });

  it('is not given for what was handed to another unit meanwhile', async () => {
    const world = await monday();
    const mover = { park: 'linxiang', task: 'lx22-071', by: 'office', why: '', via: '测试' };
    await changeTask(mover, { act: 'reassign', leadUnit: '招商局' }, world.needs);
    const digest = { park: 'linxiang', digest: OWNERS };
    expect(await signFor({ ...digest, by: 'owner-0' }, world.needs)).toBe(0);
    const told = world.digests().find(({ post }) => post === 'owner@安环局');
    expect(told?.answers).toMatchObject([{ signedAt: null }]);
  });

  it('that nothing followed while the task is red speaks again after five working days', async () => {
    const world = await monday();
    await goOn(world, '2022-07-01');
    await signForAll('linxiang', 'owner-0', world.needs);
    await goOn(world, '2022-07-04', '2022-07-05', '2022-07-06', '2022-07-07', '2022-07-08');
    expect(followed(world, 'overdue-1')).toEqual(['07-08 lapsed-1 head-0']);
    const head = world.messages.findLast(({ contact }) => contact === 'head-0');
    expect(head?.text).toContain('责任人签收后一直没有反馈');
  });

  it('that a report followed is settled', async () => {
    const world = await monday();
    await goOn(world, '2022-07-01');
    await signForAll('linxiang', 'owner-0', world.needs);
    await changeTask(
      { park: 'linxiang', task: 'lx22-071', by: 'owner-0', why: '', via: '测试' },
      { act: 'report', progress: 90, note: '等待验收', evidence: [] },
      world.needs,
    );
    await goOn(world, '2022-07-04', '2022-07-08', '2022-07-11');
    expect(followed(world, 'overdue-1')).toEqual([]);
  });
});

describe('a task that changes under an unanswered notice', () => {
  it.each([
    { what: 'is re-dated', move: { act: 'redate', due: day('2022-08-31') } as const },
    { what: 'is reassigned', move: { act: 'reassign', leadUnit: '招商局' } as const },
    { what: 'is suspended', move: { act: 'suspend' } as const },
  ])('is not told of any more once it $what', async ({ move }) => {
    const world = await monday();
    const mover = { park: 'linxiang', task: 'lx22-071', by: 'office', why: '', via: '测试' };
    await changeTask(mover, move, world.needs);
    await goOn(world, ...WEEK);
    expect(followed(world)).toEqual([]);
    const digest = world.digests().find(({ post }) => post === 'owner@安环局');
    expect(digest).toMatchObject({ state: 'sent', wakeAt: null });
  });
});

describe('a task that is handed over between the opening and the sending of a rung', () => {
  it('takes the rung along: the new posts hear it, the old ones do not', async () => {
    const world = newWorld();
    world.goTo('2022-06-30 12:00');
    await settleIn(world, [aTask()], contactsOf('安环局', '招商局'));
    world.answer.to = () => ({ result: 'deferred', reason: 'busy' });
    world.goTo('2022-07-01 08:00');
    await wake('linxiang', world.needs).catch(() => undefined);
    world.answer.to = () => undefined;
    world.goTo('2022-07-01 08:05');
    const mover = { park: 'linxiang', task: 'lx22-071', by: 'office', why: '', via: '测试' };
    await changeTask(mover, { act: 'reassign', leadUnit: '招商局' }, world.needs);
    world.goTo('2022-07-01 08:30');
    await wake('linxiang', world.needs);
    await wake('linxiang', world.needs);
    const rungs = world.deliveries.filter(({ key }) => key.startsWith('lx22-071/overdue-1/'));
    expect(rungs.map(({ contact, key }) => `${contact} ${key.split('/')[2]}`).toSorted()).toEqual([
      'head-1 unitHead@招商局',
      'owner-1 owner@招商局',
    ]);
  });
});
