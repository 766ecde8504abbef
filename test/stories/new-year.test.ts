import { describe, expect, it } from 'vitest';
import {
  stateCouncilCalendar,
  type WorkingCalendar,
} from '../../functions/domain/calendar/working-calendar.ts';
import type { Ports } from '../../functions/flows/ports.ts';
import { reconcile } from '../../functions/flows/wake/reconcile.ts';
import { aTask, contactsOf, day } from '../support/builders.ts';
import { wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

/** What the tables knew in 2026: nothing of 2027. */
const before: WorkingCalendar = {
  restDays: new Set([...stateCouncilCalendar.restDays].filter((text) => text < '2027')),
  makeUpDays: new Set([...stateCouncilCalendar.makeUpDays].filter((text) => text < '2027')),
};

/** A notice that bridges to Monday, 4 January, and is worked off on Saturday, 9 January. */
const after: WorkingCalendar = {
  restDays: new Set([...before.restDays, '2027-01-01', '2027-01-04', '2027-10-01']),
  makeUpDays: new Set([...before.makeUpDays, '2027-01-09']),
};

/** Each morning from 29 December on, with the nightly run before it; the notice comes on `noticeOn`. */
async function newYear(noticeOn: string | null): Promise<World> {
  const world = newWorld();
  world.goTo('2026-12-28 12:00');
  let calendar = before;
  const ports = (): Ports => ({ ...world.ports, calendar });
  const task = aTask({ due: day('2026-12-30'), plan: 2026, start: day('2026-12-01') });
  await settleIn({ ...world, ports: ports() }, [task], contactsOf('安环局'));
  for (
    let today = day('2026-12-29');
    today.toString() < '2027-01-12';
    today = today.add({ days: 1 })
  ) {
    if (today.toString() === noticeOn) calendar = after;
    world.goTo(`${today.toString()} 02:00`);
    await reconcile(ports());
    world.goTo(`${today.toString()} 08:00`);
    await wake('linxiang', ports());
  }
  return world;
}

const overdueRungs = (world: World): readonly string[] => {
  const told = world.deliveries
    .filter(({ key }) => /\/overdue-\d/.test(key) && !/\/(?:unsigned|lapsed)-/.test(key))
    .map(({ at, key }) => `${at.slice(0, 'YYYY-MM-DD'.length)} ${key.split('/')[1] ?? ''}`);
  return [...new Set(told)];
};

const mornings = (world: World): readonly string[] => [
  ...new Set(world.messages.length === 0 ? [] : world.deliveries.map(({ at }) => at.slice(0, 10))),
];

describe('the turn of a year whose holidays are not known', () => {
  it('tells nobody anything on New Year’s Day, and does not count it as a working day', async () => {
    const world = await newYear(null);
    expect(mornings(world)).not.toContain('2027-01-01');
    expect(overdueRungs(world)).toEqual([
      '2026-12-31 overdue-1',
      '2027-01-05 overdue-3',
      '2027-01-11 overdue-7',
    ]);
  });

  it('is planned again when the notice comes, and nothing is sent twice', async () => {
    const world = await newYear('2027-01-02');
    expect(mornings(world)).not.toContain('2027-01-04');
    expect(mornings(world)).toContain('2027-01-09');
    expect(overdueRungs(world)).toEqual([
      '2026-12-31 overdue-1',
      '2027-01-06 overdue-3',
      '2027-01-11 overdue-7',
    ]);
  });
});
