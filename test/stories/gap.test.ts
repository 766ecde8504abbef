import { describe, expect, it } from 'vitest';
import type { GapChoice } from '../../functions/domain/gap.ts';
import type { Task } from '../../functions/domain/task.ts';
import { changeTask } from '../../functions/flows/change-task.ts';
import { answerGap, readGap, seeToGap } from '../../functions/flows/gap.ts';
import type { Needs } from '../../functions/flows/ports.ts';
import { reconcile } from '../../functions/flows/reconcile.ts';
import { beginRun } from '../../functions/flows/run.ts';
import { sweep } from '../../functions/flows/sweep.ts';
import { tellHandOvers } from '../../functions/flows/tell-hand-overs.ts';
import { wake } from '../../functions/flows/wake.ts';
import { aTask, contactsOf, day } from '../support/builders.ts';
import { type FaultMode, faulty } from '../support/faults.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

/** A park that ran last on 21 June, as somebody finds it on the 24th. */
async function found(tasks: readonly Task[] = [aTask()]): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-20 12:00');
  await settleIn(world, tasks, contactsOf('安环局', '招商局'));
  world.goTo('2022-06-21 08:00');
  await wake('linxiang', world.needs);
  world.goTo('2022-06-24 09:00');
  return world;
}

/** What a laptop with a terminal does every few seconds, and at its start. */
async function look({ needs }: Pick<World, 'needs'>): Promise<void> {
  const gate = await seeToGap('linxiang', true, needs);
  if (gate === 'held') return void (await tellHandOvers('linxiang', needs));
  if (gate === 'released') await reconcile(needs);
  await wake('linxiang', needs);
  await sweep(needs);
}

const gapOf = async ({ needs }: Pick<World, 'needs'>): ReturnType<typeof readGap> =>
  readGap(await beginRun('linxiang', needs));

async function choose(needs: Needs, choice: GapChoice, post = '园区办'): Promise<void> {
  const gap = await gapOf({ needs });
  if (gap === null) throw new Error('nothing is asked');
  const chooser = { park: 'linxiang', askedAt: gap.askedAt, by: post, name: post };
  await answerGap(chooser, choice, needs);
}

const lookAt = async (world: World, ...times: readonly string[]): Promise<void> => {
  for (const time of times) {
    world.goTo(time);
    await look(world);
  }
};

/** `06-24 owner-0 before-7` of each notice that went out about the platform. */
const told = (world: World): readonly string[] =>
  world.deliveries
    .filter(({ key }) => key.startsWith('lx22-071/'))
    .map(({ at, contact, key }) => `${at.slice(5, 10)} ${contact} ${key.split('/')[1]}`);

const officeLine = (world: World): string =>
  world.messages
    .findLast(({ contact }) => contact === 'office')
    ?.text.split('\n')
    .find((line) => line.startsWith('督办')) ?? '';

describe('after days without a run a laptop', () => {
  it('sends nothing until somebody chose, and then all in one message a post', async () => {
    const world = await found();
    const before = world.messages.length;
    await lookAt(world, '2022-06-24 09:00', '2022-06-24 09:07');
    expect(world.messages).toHaveLength(before);
    await choose(world.needs, 'all');
    await look(world);
    expect(told(world)).toEqual(['06-24 owner-0 before-7']);
    expect(officeLine(world)).toContain(
      '6月22日（周三）、6月23日（周四）没有运行，园区办选择“全部补发”，补发的涉及1项工作。',
    );
    await lookAt(world, '2022-06-24 09:30');
    expect(told(world)).toHaveLength(1);
  });

  it('passes over what was missed where that is chosen, tells the office, and goes on as planned', async () => {
    const world = await found();
    await lookAt(world, '2022-06-24 09:00');
    await choose(world.needs, 'today', '本机终端');
    await look(world);
    expect(told(world)).toEqual([]);
    expect(officeLine(world)).toContain(
      '6月22日（周三）、6月23日（周四）没有运行，本机终端选择“只发今天的”，1个提醒时点不再补发。',
    );
    await lookAt(world, '2022-06-27 08:00', '2022-06-28 08:00', '2022-06-29 08:00');
    const owners = told(world).filter((line) => line.includes('owner-0'));
    expect(owners).toEqual(['06-27 owner-0 before-3', '06-29 owner-0 before-1']);
    expect(world.messages.every(({ text }) => !text.includes('补报'))).toBe(true);
    expect(officeLine(world)).not.toContain('终端');
    expect(await gapOf(world)).toBeNull();
  });

  it('sends all by itself after 15 minutes of speaking time, also where it is started anew', async () => {
    const world = await found();
    await lookAt(world, '2022-06-24 07:10', '2022-06-24 08:00', '2022-06-24 08:14');
    expect(told(world)).toEqual([]);
    await lookAt(world, '2022-06-24 08:15');
    expect(told(world)).toEqual(['06-24 owner-0 before-7']);
    expect(officeLine(world)).toContain('没有人按时选择，按“全部补发”处理，补发的涉及1项工作。');
  });

  it('asks anew where it slept over another working day before anybody chose', async () => {
    const world = await found();
    await lookAt(world, '2022-06-24 09:00', '2022-06-28 10:00');
    expect(told(world)).toEqual([]);
    expect(await gapOf(world)).toMatchObject({ through: day('2022-06-27'), answer: null });
    await choose(world.needs, 'today');
    await look(world);
    expect(officeLine(world)).toContain('2个提醒时点不再补发');
  });

  it('goes by the first answer', async () => {
    const world = await found();
    await lookAt(world, '2022-06-24 09:00');
    await choose(world.needs, 'today');
    await choose(world.needs, 'all', '本机终端');
    await look(world);
    expect(told(world)).toEqual([]);
    expect((await gapOf(world))?.answer).toMatchObject({ choice: 'today', name: '园区办' });
  });

  it('tells what is handed over while it asks', async () => {
    const far = aTask({ id: 'far', due: day('2022-12-20') });
    const world = await found([aTask(), far]);
    await lookAt(world, '2022-06-24 09:00');
    const mover = { park: 'linxiang', task: 'far', by: 'office', via: '网页', why: '分工调整' };
    await changeTask(mover, { act: 'reassign', leadUnit: '招商局' }, world.needs);
    const before = world.messages.length;
    await lookAt(world, '2022-06-24 09:05', '2022-06-24 09:10');
    expect(world.messages.slice(before).map(({ contact }) => contact)).toEqual(['owner-1']);
  });

  it('lets a silence climb that began before, whatever is passed over', async () => {
    const world = await found();
    await lookAt(world, '2022-06-24 09:00', '2022-06-24 09:15', '2022-06-27 08:00');
    await lookAt(world, '2022-07-04 08:00');
    await choose(world.needs, 'today');
    await look(world);
    const today = told(world).filter((line) => line.startsWith('07-04'));
    expect(today).toEqual(['07-04 head-0 before-3']);
    expect(world.deliveries.at(-1)?.key ?? '').not.toContain('overdue-1');
    expect(officeLine(world)).toContain('3个提醒时点不再补发');
  });
});

describe('after a clock that went back a laptop', () => {
  it('asks, says so, and lets nothing that lies between fall silent', async () => {
    const world = await found();
    await lookAt(world, '2022-09-01 10:00', '2022-09-01 10:15');
    world.goTo('2022-06-24 10:00');
    const before = world.deliveries.length;
    await look(world);
    expect(await gapOf(world)).toMatchObject({ why: 'clockBack', answer: null });
    expect(world.deliveries).toHaveLength(before);
    await choose(world.needs, 'today');
    await look(world);
    await lookAt(world, '2022-06-27 08:00', '2022-06-28 08:00', '2022-06-29 08:00');
    const after = world.deliveries.slice(before).filter(({ contact }) => contact === 'owner-0');
    expect(after.map(({ key }) => key.split('/')[1])).toEqual(['before-3', 'before-1']);
    const lines = world.messages.filter(({ contact }) => contact === 'office');
    expect(lines.map(({ text }) => text).join()).toContain(
      '电脑的时钟倒回了，此前记在9月1日（周四），园区办选择“只发今天的”。',
    );
  });

  it('has sent nothing where the question was still open on the wrong day', async () => {
    const world = await found();
    await lookAt(world, '2022-09-01 10:00', '2022-06-24 09:00');
    expect(told(world)).toEqual([]);
    expect(await gapOf(world)).toMatchObject({ why: 'missed', through: day('2022-06-23') });
  });
});

describe('without anybody to ask', () => {
  it('nothing is asked, and all is sent', async () => {
    const world = await found();
    expect(await seeToGap('linxiang', false, world.needs)).toBe('free');
    await wake('linxiang', world.needs);
    expect(told(world)).toEqual(['06-24 owner-0 before-7']);
    expect(officeLine(world)).toContain('漏发的提醒现已补发，涉及1项工作。');
  });

  it('a question that was open is answered at once', async () => {
    const world = await found();
    await lookAt(world, '2022-06-24 09:00');
    expect(await seeToGap('linxiang', false, world.needs)).toBe('released');
    expect((await gapOf(world))?.answer).toMatchObject({ choice: 'all', by: null });
  });
});

describe('an answer in whose course a call fails', () => {
  const modes: readonly FaultMode[] = ['throws', 'losesAnswer', 'diesBefore', 'diesAfter'];

  /** Asked on the 24th; somebody chooses `today` while call `number` fails, then another presses `all`. */
  async function failing(
    number: number,
    mode: FaultMode,
  ): Promise<{ world: World; isHit: boolean }> {
    const world = await found([aTask(), aTask({ id: 'lx22-072' })]);
    await look(world);
    let isHit = false;
    const needs = faulty(world.needs, (call) => {
      if (call.number !== number) return undefined;
      isHit = true;
      return mode;
    });
    await choose(needs, 'today').catch(() => undefined);
    await seeToGap('linxiang', true, needs).catch(() => undefined);
    world.goTo('2022-06-24 09:05');
    await choose(world.needs, 'all', '本机终端');
    await lookAt(world, '2022-06-24 09:06', '2022-06-24 09:20', '2022-06-24 09:40');
    return { world, isHit };
  }

  it.each(modes)('(%s) is whole or was never given, and the office reads which', async (mode) => {
    const chosen = new Set<string>();
    for (let number = 1; ; number += 1) {
      const { world, isHit } = await failing(number, mode);
      if (!isHit) break;
      const answer = (await gapOf(world))?.answer;
      const owners = world.deliveries.filter(({ contact }) => contact === 'owner-0');
      const isToday = answer?.choice === 'today';
      const at = `${mode} at ${number}`;
      expect([at, owners.length]).toEqual([at, isToday ? 0 : 2]);
      expect([at, officeLine(world)]).toEqual([
        at,
        expect.stringContaining(
          isToday
            ? '园区办选择“只发今天的”，2个提醒时点不再补发。'
            : '本机终端选择“全部补发”，补发的涉及2项工作。',
        ),
      ]);
      chosen.add(String(answer?.choice));
    }
    expect(chosen).toEqual(new Set(['all', 'today']));
  });
});
