import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../functions/domain/policy/default-policy.ts';
import { occasionOf } from '../../functions/domain/tasks/occasion-codec.ts';
import type { Task } from '../../functions/domain/tasks/task.ts';
import { aStoredTask, aTask, at, contactsOf, day } from '../support/builders.ts';
import { anActual, aTarget, dec } from '../support/figures.ts';
import { taskId } from '../support/ids.ts';
import { codeTo, PAGES } from '../support/links.ts';
import { aPortal, visitor } from '../support/portal.ts';
import { changeTask, wake } from '../support/requests.ts';
import { plain } from '../support/returns.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

const UNITS = ['招商局', '安环局', '规划建设局'];
const IN_HAND = { number: 1, at: at('2022-03-01 08:00') };

/** Of each unit six promises, of which five are asked for in July. */
const tasks: readonly Task[] = UNITS.flatMap((leadUnit, unit) => {
  const of = (number: number, over: Partial<Task>): Task =>
    aTask({
      id: `lx22-${unit}0${number}`,
      title: `${leadUnit}第${number}项`,
      leadUnit,
      due: day('2022-12-30'),
      assignment: IN_HAND,
      ...over,
    });
  return [
    of(1, {}),
    of(2, { duePrecision: 'set' }),
    of(3, { kind: 'target' }),
    of(4, { kind: 'standing', due: null, duePrecision: 'none', recurrence: '每月25日前' }),
    of(5, { due: day('2022-11-30') }),
    // Nobody set its date, and money is booked.
    of(6, { duePrecision: 'assumed-year-end' }),
    of(7, { kind: 'funding', stageOf: taskId('lx22-999') }),
    of(8, { kind: 'standing', due: null, duePrecision: 'none' }),
  ];
});

const ASKED_EACH = 5;

async function july(): Promise<World> {
  const world = newWorld();
  world.goTo('2022-07-20 12:00');
  world.pages.at = PAGES;
  await settleIn(world, tasks, contactsOf(...UNITS), defaultPolicy);
  const { lastChange } = aStoredTask();
  for (const { id } of tasks.filter(({ kind }) => kind === 'target')) {
    const value = aTarget({
      id,
      goal: dec('400'),
      actuals: [anActual(4, '90'), anActual(5, '120')],
    });
    await world.ports.collections.targets.put(undefined, { value, version: 1, lastChange });
  }
  return world;
}

async function morning(world: World, on: string): Promise<void> {
  world.goTo(`${on} 08:00`);
  await wake('linxiang', world.ports);
}

/** What is said of returns on a day: whom, about which task, in which step. */
const said = (world: World, on: string): readonly (readonly [string, string, number])[] =>
  world.deliveries.flatMap(({ contact, key, at: when }) => {
    const [task = '', rung = ''] = key.split('/');
    const asked = occasionOf(rung);
    const isThen = when === at(`${on} 08:00`).toString();
    return asked.kind === 'reportDue' && isThen ? [[contact, task, asked.order] as const] : [];
  });

const textTo = (world: World, contact: string): string =>
  world.messages.findLast((message) => message.contact === contact)?.text ?? '';

describe('what was asked in July', () => {
  it('is asked once on one form, and exactly what is missing of it is named, first to the owner', async () => {
    const world = await july();
    await morning(world, '2022-07-21');
    const asked = said(world, '2022-07-21');
    expect(asked).toHaveLength(UNITS.length * ASKED_EACH);
    expect(new Set(asked.map(([, task]) => task)).size).toBe(asked.length);
    expect(textTo(world, 'owner-0')).toContain(
      '请在7月25日（周一）下班前反馈5项。1项指标的数：招商局第3项。4项工作的进度：',
    );

    const form = `/a/${codeTo(world, 'owner-0')}/returns`;
    expect(textTo(world, 'owner-0')).toContain(`${PAGES}${form}`);
    world.goTo('2022-07-22 10:00');
    const owner = visitor(aPortal(world));
    const sent = await owner.post(form, {
      key: 'a',
      'v-lx22-003-6': '150',
      'a-lx22-001': 'same',
      'a-lx22-002': 'go',
      'p-lx22-002': '30',
    });
    expect(sent.status).toBe(303);

    await morning(world, '2022-07-25');
    await morning(world, '2022-07-26');
    const missing = said(world, '2022-07-26');
    const isAnswered = (task: string): boolean =>
      ['lx22-001', 'lx22-002', 'lx22-003'].includes(task);
    const left = asked.filter(([, task]) => !isAnswered(task));
    expect(missing.map(([contact, task]) => `${contact} ${task}`).toSorted()).toEqual(
      left.map(([contact, task]) => `${contact} ${task}`).toSorted(),
    );
    expect(textTo(world, 'owner-0')).toContain('7月25日（周一）应反馈的2项还没有收到反馈');

    await morning(world, '2022-07-28');
    const count = left.length;
    expect(textTo(world, 'office')).toContain(`7月25日（周一）应反馈的${count}项工作至今没有反馈`);
    expect(textTo(world, 'head-0')).toContain('应反馈的2项工作至今没有反馈');
    expect(textTo(world, 'office')).not.toContain('招商局第3项');
    const named = said(world, '2022-07-28').filter(([contact]) => contact === 'office');
    expect(named.map(([, task]) => task).toSorted()).toEqual(
      left.map(([, task]) => task).toSorted(),
    );
  });

  it('that is answered in the form is not asked again, and August asks for the next one', async () => {
    const world = await july();
    await morning(world, '2022-07-21');
    world.goTo('2022-07-22 10:00');
    const form = `/a/${codeTo(world, 'owner-0')}/returns`;
    const owner = visitor(aPortal(world));
    const ids = ['lx22-001', 'lx22-002', 'lx22-004', 'lx22-005'];
    const same = Object.fromEntries(ids.map((id) => [`a-${id}`, 'same']));
    await owner.post(form, { key: 'a', 'v-lx22-003-6': '150', ...same });
    expect(await owner.text(form)).toContain('7月反馈已交齐');
    for (const on of ['2022-07-26', '2022-07-28', '2022-08-22']) {
      await morning(world, on);
      expect(said(world, on).filter(([contact]) => contact === 'owner-0')).toEqual([]);
    }
    await morning(world, '2022-08-23');
    expect(said(world, '2022-08-23').filter(([contact]) => contact === 'owner-0')).toHaveLength(5);
  });

  it('that was answered by reporting done is not named as missing once it was returned, and is asked for in August', async () => {
    const world = await july();
    await morning(world, '2022-07-21');
    world.goTo('2022-07-22 10:00');
    const about = { park: 'linxiang', task: taskId('lx22-001'), via: '测试' };
    await changeTask({ ...about, by: 'owner-0', why: '已建成' }, { act: 'submit' }, world.ports);
    world.goTo('2022-07-22 11:00');
    await changeTask({ ...about, by: 'office', why: '没有验收单' }, { act: 'return' }, world.ports);
    const named: string[] = [];
    for (const on of ['2022-07-25', '2022-07-26', '2022-07-28']) {
      await morning(world, on);
      named.push(...said(world, on).map(([, task]) => task));
    }
    expect(named).toContain('lx22-002');
    expect(named).not.toContain('lx22-001');
    await morning(world, '2022-08-23');
    expect(said(world, '2022-08-23').map(([, task]) => task)).toContain('lx22-001');
    world.goTo('2022-08-23 09:00');
    const form = await visitor(aPortal(world)).text(`/a/${codeTo(world, 'owner-0')}/returns`);
    const item = plain(form).split('招商局第1项').at(-1)?.split('招商局第2项')[0];
    expect(item).toContain('退办');
    expect(item).not.toContain('还没有反馈过');
  });

  it('after an outage on the day of asking is asked late, before anybody is named', async () => {
    const world = await july();
    await morning(world, '2022-07-26');
    expect(textTo(world, 'owner-0')).toContain(
      '进度反馈：7月25日（周一）应反馈的5项，当时没有发出通知，请今天反馈5项。',
    );
    expect(textTo(world, 'office')).not.toContain('未反馈进度');
    await morning(world, '2022-07-28');
    expect(textTo(world, 'office')).toContain('应反馈的15项工作至今没有反馈');
  });
});
