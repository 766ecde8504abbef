import { describe, expect, it } from 'vitest';
import { reconcile } from '../../functions/flows/wake/reconcile.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { entryOf2027 } from '../flows/calendar/park-of-2026.ts';
import { aTask, contactsOf, day } from '../support/builders.ts';
import { notice2027 } from '../support/notices.ts';
import { enterHolidays, removeHolidays, wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

type Span = { readonly start: string; readonly due: string };

async function park(from: string, ...spans: readonly Span[]): Promise<World> {
  const world = newWorld();
  world.goTo(from);
  const tasks = spans.map(({ start, due }, number) =>
    aTask({ id: `lx27-00${number}`, plan: 2027, start: day(start), due: day(due) }),
  );
  await settleIn(world, tasks, contactsOf('安环局'));
  return world;
}

/** Each day's night and morning, from the day after `from` to `to`, and two sweeps of the forenoon. */
async function live(world: World, from: string, to: string): Promise<void> {
  for (let at = day(from); at.until(day(to)).sign >= 0; at = at.add({ days: 1 })) {
    world.goTo(`${at.toString()} 02:00`);
    await reconcile(world.ports);
    for (const time of ['08:00', '08:20', '10:20']) {
      world.goTo(`${at.toString()} ${time}`);
      if (time === '08:00') await wake('linxiang', world.ports);
      else await sweep(world.ports);
    }
  }
}

/** `day key` of what was told about tasks, without the escalations. */
const told = (world: World): readonly string[] => [
  ...new Set(
    world.deliveries
      .filter(({ key }) => /\/(?:before|due|overdue)/.test(key) && !/unsigned|lapsed/.test(key))
      .map(({ at, key }) => `${at.slice(0, 'YYYY-MM-DD'.length)} ${key.split('/')[1] ?? ''}`),
  ),
];

const mornings = (world: World): readonly string[] => [
  ...new Set(world.deliveries.map(({ at }) => at.slice(0, 'YYYY-MM-DD'.length))),
];

describe('a Sunday that the office enters as worked', () => {
  const span = { start: '2027-01-07', due: '2027-01-13' };

  it('is spoken on, and the rung before the date stands on it instead of on the Friday', async () => {
    const world = await park('2027-01-06 07:00', span);
    await enterHolidays(entryOf2027, world.ports);
    await live(world, '2027-01-06', '2027-01-13');
    expect(mornings(world)).toContain('2027-01-10');
    expect(told(world)).toEqual(['2027-01-10 before-3', '2027-01-12 before-1', '2027-01-13 due']);
  });

  it('is a day of rest without it', async () => {
    const world = await park('2027-01-06 07:00', span);
    await live(world, '2027-01-06', '2027-01-13');
    expect(mornings(world)).not.toContain('2027-01-10');
    expect(told(world)[0]).toBe('2027-01-08 before-3');
  });

  it('entered after the rung was told on the Friday, tells nothing twice', async () => {
    const world = await park('2027-01-06 07:00', span);
    await live(world, '2027-01-06', '2027-01-08');
    world.goTo('2027-01-08 15:00');
    await enterHolidays(entryOf2027, world.ports);
    await live(world, '2027-01-09', '2027-01-13');
    expect(told(world)).toEqual(['2027-01-08 before-3', '2027-01-12 before-1', '2027-01-13 due']);
    expect(mornings(world)).toContain('2027-01-10');
  });

  it('entered on the Sunday itself, is spoken on from then, and is no day without a run', async () => {
    const world = await park('2027-01-04 07:00', { start: '2026-12-01', due: '2027-01-06' });
    await live(world, '2027-01-04', '2027-01-09');
    world.goTo('2027-01-10 10:00');
    await wake('linxiang', world.ports);
    expect(mornings(world)).not.toContain('2027-01-10');
    await enterHolidays(entryOf2027, world.ports);
    world.goTo('2027-01-10 10:20');
    await sweep(world.ports);
    expect(mornings(world)).toContain('2027-01-10');
    await live(world, '2027-01-11', '2027-01-11');
    expect(world.messages.some(({ text }) => text.includes('没有运行'))).toBe(false);
  });

  it('entered in its evening, tells on Monday what is due, and of no day without a run', async () => {
    const world = await park('2027-01-04 07:00', { start: '2026-12-01', due: '2027-01-06' });
    await live(world, '2027-01-04', '2027-01-09');
    world.goTo('2027-01-10 19:00');
    await enterHolidays(entryOf2027, world.ports);
    await live(world, '2027-01-11', '2027-01-12');
    expect(mornings(world)).not.toContain('2027-01-10');
    expect(world.messages.some(({ text }) => text.includes('没有运行'))).toBe(false);
    const keys = world.deliveries.map(({ contact, key }) => `${contact} ${key}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('a holiday that the office enters', () => {
  /** 15 September 2027 (中秋) is off by law; the notice of another spelling bridges to the 17th. */
  const bridged = notice2027.replace(
    '9月15日（周三）放假1天，不调休',
    '9月15日（周三）至17日（周五）放假调休，共3天',
  );

  it('moves a rung that was planned on it: before the date to the working day before', async () => {
    const world = await park('2027-09-10 07:00', { start: '2027-09-13', due: '2027-09-19' });
    await enterHolidays({ ...entryOf2027, text: bridged }, world.ports);
    await live(world, '2027-09-13', '2027-09-20');
    expect(mornings(world)).not.toContain('2027-09-16');
    expect(mornings(world)).not.toContain('2027-09-17');
    expect(told(world).slice(0, 1)).toEqual(['2027-09-14 due']);
  });

  it('entered on the morning of the day before it, is told at once', async () => {
    const span = { start: '2027-09-13', due: '2027-09-19' };
    const world = await park('2027-09-10 07:00', span);
    await live(world, '2027-09-10', '2027-09-13');
    world.goTo('2027-09-14 09:00');
    await wake('linxiang', world.ports);
    await enterHolidays({ ...entryOf2027, text: bridged }, world.ports);
    world.goTo('2027-09-14 09:20');
    await sweep(world.ports);
    expect(told(world)).toEqual(['2027-09-14 due']);
    await live(world, '2027-09-15', '2027-09-20');
    expect(told(world).filter((each) => each.endsWith(' due'))).toHaveLength(1);
  });

  it('and removes again, is a working day as before', async () => {
    const world = await park('2027-09-10 07:00', { start: '2027-09-13', due: '2027-09-19' });
    await enterHolidays({ ...entryOf2027, text: bridged }, world.ports);
    await removeHolidays('linxiang', 2027, { by: 'office', via: '网页' }, world.ports);
    await live(world, '2027-09-13', '2027-09-17');
    expect(mornings(world)).toContain('2027-09-16');
  });
});

describe('the office', () => {
  it('is asked from 45 days before, where to enter it, and no more once it did', async () => {
    const world = await park('2026-11-16 07:00', { start: '2026-12-01', due: '2027-03-31' });
    world.pages.at = 'https://ruqi.example';
    const asks = (): boolean =>
      world.messages.at(-1)?.text.includes('国务院2027年放假安排还没有录入') ?? false;
    await live(world, '2026-11-16', '2026-11-16');
    expect(asks()).toBe(false);
    await live(world, '2026-11-17', '2026-11-17');
    expect(asks()).toBe(true);
    expect(world.messages.at(-1)?.text).toContain('https://ruqi.example/settings/calendar');
    await enterHolidays(entryOf2027, world.ports);
    await live(world, '2026-11-18', '2026-11-18');
    expect(asks()).toBe(false);
  });
});
