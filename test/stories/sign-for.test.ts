import { describe, expect, it } from 'vitest';
import type { Acknowledgement } from '../../functions/domain/deadlines/acknowledgement.ts';
import { wakeAtOf } from '../../functions/domain/deadlines/wakes.ts';
import { occasionOf } from '../../functions/domain/tasks/occasion-codec.ts';
import { isInHorizon } from '../../functions/flows/context/slots.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { aTask, at, contactsOf, day, rules } from '../support/builders.ts';
import { contactId, digestNamed, taskId } from '../support/ids.ts';
import { changeTask, signFor, signForAll, wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

const OWNERS = digestNamed('2022-06-27#owner@安环局#1');

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
    await wake('linxiang', world.ports);
  }
}

/** Who heard that nobody answered: `day rung contact`. */
const followed = (world: World): readonly string[] =>
  world.deliveries
    .filter(({ key }) => /unsigned|lapsed/.test(key))
    .map(({ at: sentAt, contact, key }) => {
      const [, rung, step] = key.split('/');
      return `${sentAt.slice(5, 10)} ${rung}/${step} ${contact}`;
    });

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
  it('climbs one post every second working day, under the words of the rung that asked last', async () => {
    const world = await monday();
    expect(world.messages.at(-1)?.text).toContain(
      '请在2个工作日内签收；没有签收的，将报单位负责人。',
    );
    await goOn(world, ...WEEK);
    expect(followed(world)).toEqual([
      '06-29 before-3/unsigned-1 head-0',
      '07-01 due/unsigned-2 leader',
      '07-05 overdue-1/unsigned-3 principal',
    ]);
    const owners = world.digests().filter(({ post }) => post === 'owner@安环局');
    expect(owners.map(({ wakeAt }) => wakeAt)).toEqual([null, null, null, null, null]);
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
    expect(followed(green)).toEqual([]);
  });
});

describe('a signature', () => {
  it('silences what follows, never the task', async () => {
    const world = await monday();
    expect(await signFor({ park: 'linxiang', digest: OWNERS, by: 'owner-0' }, world.ports)).toBe(1);
    expect(await signFor({ park: 'linxiang', digest: OWNERS, by: 'owner-0' }, world.ports)).toBe(0);
    await goOn(world, ...WEEK.slice(0, 2));
    await signForAll('linxiang', 'owner-0', world.ports);
    await goOn(world, '2022-06-30');
    expect(followed(world)).toEqual([]);
    expect(world.deliveries.map(({ key }) => key)).toContain(
      'lx22-071/due/owner@安环局/2022-06-30',
    );
  });

  it('is refused to whom the digest was not sent', async () => {
    const world = await monday();
    const by = (contact: string): Promise<number> =>
      signFor({ park: 'linxiang', digest: OWNERS, by: contact }, world.ports);
    await expect(by('owner-1')).rejects.toThrow('这份提醒不是发给“owner-1”的');
    const unknown = { park: 'linxiang', digest: digestNamed('2022-06-27#x#1'), by: 'owner-0' };
    await expect(signFor(unknown, world.ports)).rejects.toThrow('没有这份提醒');
  });

  it('is not given for what was handed to another unit meanwhile', async () => {
    const world = await monday();
    const mover = {
      park: 'linxiang',
      task: taskId('lx22-071'),
      by: 'office',
      why: '',
      via: '测试',
    };
    await changeTask(mover, { act: 'reassign', leadUnit: '招商局' }, world.ports);
    const digest = { park: 'linxiang', digest: OWNERS };
    expect(await signFor({ ...digest, by: 'owner-0' }, world.ports)).toBe(0);
    const told = world.digests().find(({ post }) => post === 'owner@安环局');
    expect(told?.answers).toMatchObject([{ signedAt: null }]);
  });
});

describe('a message that is older than the climbs of tasks', () => {
  /** The park in which the before-3 message climbed by itself to `level`, and wakes for its next step. */
  async function before(level: number, over: Partial<Acknowledgement> = {}): Promise<World> {
    const world = await monday();
    const stored = world.stored('lx22-071');
    const read = await world.ledger.read('linxiang', OWNERS);
    if (!stored || !read) throw new Error('nothing was told');
    const heard = { ...stored.heard, climb: null };
    await world.register.advance(stored, { heard, wakeAt: wakeAtOf(stored.task, heard, rules) });
    const trail = [
      { role: 'owner' as const, on: day('2022-06-27') },
      ...(level > 0 ? [{ role: 'unitHead' as const, on: day('2022-06-27') }] : []),
    ];
    const open = { level, since: at('2022-06-27 08:00'), isRed: false, trail };
    const answers = read.value.answers.map((answer) => ({ ...answer, open, ...over }));
    const wakeAt = at('2022-06-29 08:00');
    await world.ledger.write({ ...read.value, answers, wakeAt }, read.version);
    world.catchUp();
    return world;
  }

  it.each([
    { level: 0, expected: ['06-29 before-3/unsigned-1 head-0'] },
    { level: 1, expected: ['06-29 before-3/unsigned-2 leader'] },
  ])('hands its silence over to the task, which goes on from level $level', async (row) => {
    const world = await before(row.level);
    await goOn(world, '2022-06-28', '2022-06-29');
    world.goTo('2022-06-29 08:30');
    await sweep(world.ports);
    expect(followed(world)).toEqual(row.expected);
    expect(world.digests().find(({ post }) => post === 'owner@安环局')).toMatchObject({
      wakeAt: null,
      answers: [{ open: null }],
    });
  });

  it('hands nothing over once the owner reported', async () => {
    const world = await before(1);
    await changeTask(
      { park: 'linxiang', task: taskId('lx22-071'), by: 'owner-0', why: '', via: '测试' },
      { act: 'report', progress: 90, note: '等待验收', evidence: [] },
      world.ports,
    );
    await goOn(world, '2022-06-28', '2022-06-29');
    expect(followed(world)).toEqual([]);
    expect(world.stored('lx22-071')?.heard.climb?.asked).toEqual([
      { occasion: occasionOf('before-1'), day: day('2022-06-29') },
    ]);
  });

  it('hands over the report that a signature under red promised', async () => {
    const world = await before(1, {
      signedAt: at('2022-06-27 09:00'),
      signedBy: contactId('owner-0'),
    });
    await goOn(world, '2022-06-29');
    expect(world.stored('lx22-071')?.heard.answered).toEqual({
      what: '签收',
      by: '安环局责任人',
      at: at('2022-06-27 09:00'),
      owes: { since: day('2022-06-27'), level: 1, occasion: occasionOf('before-3') },
    });
  });
});

describe('a task that is handed over between the opening and the sending of a rung', () => {
  it('takes the rung along: the new posts hear it, the old ones do not', async () => {
    const world = newWorld();
    world.goTo('2022-06-30 12:00');
    await settleIn(world, [aTask()], contactsOf('安环局', '招商局'));
    world.answer.to = () => ({ result: 'deferred', reason: 'busy' });
    world.goTo('2022-07-01 08:00');
    await wake('linxiang', world.ports).catch(() => undefined);
    world.answer.to = () => undefined;
    world.goTo('2022-07-01 08:05');
    const mover = {
      park: 'linxiang',
      task: taskId('lx22-071'),
      by: 'office',
      why: '',
      via: '测试',
    };
    await changeTask(mover, { act: 'reassign', leadUnit: '招商局' }, world.ports);
    world.goTo('2022-07-01 08:30');
    await wake('linxiang', world.ports);
    await wake('linxiang', world.ports);
    const rungs = world.deliveries.filter(({ key }) => key.startsWith('lx22-071/overdue-1/'));
    expect(rungs.map(({ contact, key }) => `${contact} ${key.split('/')[2]}`).toSorted()).toEqual([
      'head-1 unitHead@招商局',
      'owner-1 owner@招商局',
    ]);
  });
});
