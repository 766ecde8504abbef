import { beforeAll, describe, expect, it } from 'vitest';
import { aTask, contactsOf, day, deadlinesOnly } from '../../support/builders.ts';
import { aPortal, HOME, signedInAs, type Visitor } from '../../support/portal.ts';
import { newWorld, settleIn } from '../../support/world.ts';
import { leaving } from '../../support/years.ts';

const carried = aTask({
  id: 'p22-001',
  title: '平台建设',
  plan: 2023,
  due: day('2023-03-31'),
  originalDue: day('2022-08-31'),
  progress: 70,
  carried: leaving('2022-08-31').map((left) => ({ ...left, progress: 60 })),
});

describe('an item that was carried over', () => {
  let office: Visitor;
  beforeAll(async () => {
    const world = newWorld();
    world.pages.at = HOME;
    world.goTo('2023-01-09 08:30');
    const own = aTask({ id: 'p23-001', title: '管网改造', plan: 2023, due: day('2023-06-30') });
    const done = aTask({ id: 'p22-002', title: '预案修订', status: 'closed' });
    await settleIn(world, [carried, own, done], contactsOf('安环局'), deadlinesOnly);
    office = await signedInAs('office', aPortal(world));
  });

  it('stands in the year that it left as it was then, and is neither open nor overdue there', async () => {
    const page = await office.text('/items?year=2022');
    expect(page).toContain('结转到2023年');
    expect(page).toContain('60%');
    expect(page).toContain('8月31日');
    expect(page).not.toContain('p23-001');
    expect(await office.text('/items?year=2022&lamp=red')).toContain('没有符合条件的事项');
  });

  it('stands in the new year with its new date, marked and to be filtered', async () => {
    const page = await office.text('/items?year=2023');
    expect(page).toContain('往年结转');
    expect(page).toContain('3月31日');
    const filtered = await office.text('/items?year=2023&carried=yes');
    expect(filtered).toContain('平台建设');
    expect(filtered).not.toContain('管网改造');
    expect(await office.text('/items?year=2022&carried=yes')).not.toContain('预案修订');
  });

  it('counts once in each of the two years, and is nothing of earlier years', async () => {
    const page = await office.text('/?year=2023');
    expect(page).toMatch(/2023年<small>2 项/u);
    expect(page).toMatch(/2022年<small>2 项/u);
    expect(page).not.toContain('往年未办结');
  });
});
