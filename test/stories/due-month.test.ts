import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import {
  stateCouncilCalendar,
  workingDayAfter,
} from '../../functions/domain/calendar/working-calendar.ts';
import { defaultPolicy } from '../../functions/domain/policy/default-policy.ts';
import { aReport, aStoredTask, aTask, at, contactsOf, day } from '../support/builders.ts';
import { anActual, aTarget, dec } from '../support/figures.ts';
import { taskId } from '../support/ids.ts';
import { aPortal, signedInAs } from '../support/portal.ts';
import { changeTask, returnFigures, wake } from '../support/requests.ts';
import { plain } from '../support/returns.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

const ID = 'p22-058';

/** “6月30日前引进2家”, of which one had come by the end of May. */
async function park(): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-13 12:00');
  const promise = aTask({
    id: ID,
    kind: 'target',
    title: '引进2家科研机构',
    lastReport: aReport(at('2022-06-08 09:00'), { period: day('2022-06-24') }),
  });
  await settleIn(world, [promise], contactsOf('安环局'), defaultPolicy);
  const value = aTarget({
    id: ID,
    name: '引进科研机构',
    unit: '家',
    goal: dec('2'),
    actuals: [anActual(5, '1')],
  });
  const { lastChange } = aStoredTask();
  await world.ports.collections.targets.put(undefined, { value, version: 1, lastChange });
  return world;
}

/** Every working morning after `from` through `to`. */
async function mornings(world: World, from: string, to: string): Promise<void> {
  for (
    let each = workingDayAfter(day(from), 1, stateCouncilCalendar);
    each.toString() <= to;
    each = workingDayAfter(each, 1, stateCouncilCalendar)
  ) {
    world.goTo(`${each.toString()} 08:00`);
    await wake('linxiang', world.ports);
  }
}

const report = (world: World, value: string): Promise<number> =>
  returnFigures(
    { park: 'linxiang', by: 'owner-0', via: '网页' },
    [
      {
        id: taskId(ID),
        figures: [{ month: 6, value: new Fraction(value), source: '统计', why: '' }],
      },
    ],
    world.ports,
  );

/** Deliveries of the rungs that say that the date has passed: `day contact rung`. */
const overdue = (world: World): readonly string[] =>
  world.deliveries
    .filter(({ key }) => key.includes('/overdue-') && !key.includes('unsigned'))
    .map(({ at: sentAt, contact, key }) => `${sentAt.slice(5, 10)} ${contact} ${key.split('/')[1]}`)
    .toSorted();

const textOf = (world: World, contact: string): string =>
  world.messages.findLast((message) => message.contact === contact)?.text ?? '';

describe('a target that is due on 30 June', () => {
  it('is overdue for nobody before June’s figure is owed, and then counts from that day', async () => {
    const world = await park();
    await mornings(world, '2022-06-30', '2022-07-25');
    const texts = world.messages.map(({ text }) => text).join('\n');
    expect(texts).not.toContain('逾期');
    expect(texts).toContain('主要领导：7月11日（周一），有1项工作等待报数');
    expect(overdue(world)).toEqual([]);
    await mornings(world, '2022-07-25', '2022-07-28');
    expect(overdue(world)).toEqual(['07-27 head-0 overdue-1', '07-27 owner-0 overdue-1']);
    await mornings(world, '2022-07-28', '2022-08-04');
    expect(overdue(world).slice(2)).toEqual([
      '07-29 head-0 overdue-3',
      '07-29 leader overdue-3',
      '07-29 owner-0 overdue-3',
      '08-04 head-0 overdue-7',
      '08-04 leader overdue-7',
      '08-04 office overdue-7',
      '08-04 owner-0 overdue-7',
      '08-04 principal overdue-7',
    ]);
    expect(textOf(world, 'principal')).toContain('期限：6月30日（周四）〔原〕，已逾期35天');
  });

  it('is asked for June’s figure before its return day', async () => {
    const world = await park();
    await mornings(world, '2022-07-20', '2022-07-21');
    expect(textOf(world, 'owner-0')).toContain(
      '请在7月25日（周一）下班前反馈1项指标的数：引进2家科研机构。',
    );
  });

  it('is overdue from the day on which a figure came that is short', async () => {
    const world = await park();
    await mornings(world, '2022-06-30', '2022-07-08');
    world.goTo('2022-07-08 10:00');
    await report(world, '1');
    await mornings(world, '2022-07-08', '2022-07-13');
    expect(overdue(world)).toEqual([
      '07-11 head-0 overdue-1',
      '07-11 owner-0 overdue-1',
      '07-13 head-0 overdue-3',
      '07-13 leader overdue-3',
      '07-13 owner-0 overdue-3',
    ]);
  });

  it('that is met is only to be reported done, as of 30 June', async () => {
    const world = await park();
    await mornings(world, '2022-06-30', '2022-07-08');
    world.goTo('2022-07-08 10:00');
    await report(world, '2');
    await mornings(world, '2022-07-08', '2022-07-20');
    expect(overdue(world)).toEqual([
      '07-11 owner-0 overdue-1',
      '07-13 owner-0 overdue-3',
      '07-19 owner-0 overdue-7',
    ]);
    const text = textOf(world, 'owner-0');
    expect(text).toContain('有1项工作待报办结');
    expect(text).toContain('期限：6月30日（周四）〔原〕，6月的数已达到目标，待报办结');
    expect(text).toContain('要求：请报办结，办结日期记6月30日。');
    expect(world.messages.map((message) => message.text).join('\n')).not.toContain('已逾期');
    world.goTo('2022-07-20 09:00');
    const office = await signedInAs('office', aPortal(world));
    const page = plain(await office.text(`/items/${ID}`));
    expect(page).toContain('截至6月完成2家（100.0%）');
    expect(page).toContain('填报6月数据');
    for (const path of [`/items/${ID}`, '/items']) {
      expect(plain(await office.text(path))).not.toMatch(/(?<![\d.])0%/);
    }
    const mover = { park: 'linxiang', task: taskId(ID), by: 'owner-0', why: '', via: '网页' };
    await changeTask(mover, { act: 'submit' }, world.ports);
    expect(world.stored(ID)?.task.doneOn?.toString()).toBe('2022-06-30');
    await mornings(world, '2022-07-20', '2022-07-21');
    expect(textOf(world, 'office')).not.toContain('请核验');
    await mornings(world, '2022-07-21', '2022-07-22');
    const asked = textOf(world, 'office');
    expect(asked).toContain('期限：6月30日（周四）〔原〕，按期报办结，待核验2天');
    expect(asked).toContain('请核验：责任单位7月20日（周三）报办结，等待销号或退办，已等2天');
  });
});
