import { aTask, contactsOf, day } from '../../support/builders.ts';
import { notice2027 } from '../../support/notices.ts';
import { wake } from '../../support/requests.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

/** What the office enters for 2027. */
export const entryOf2027 = {
  park: 'linxiang',
  text: notice2027,
  year: null,
  accepted: [],
  by: 'office',
  via: '网页',
};

/** A park at the end of 2026, of whose next year nothing is known; its tasks are due around New Year. */
export async function parkOf2026(): Promise<World> {
  const world = newWorld();
  world.goTo('2026-12-01 07:00');
  const spans = ['2026-12-01 2026-12-30', '2027-01-07 2027-01-13', '2027-02-03 2027-02-10'];
  const tasks = spans.map((span, number) => {
    const [start = '', due = ''] = span.split(' ');
    return aTask({ id: `lx22-00${number}`, due: day(due), plan: 2026, start: day(start) });
  });
  await settleIn(world, tasks, contactsOf('安环局'));
  world.goTo('2026-12-01 08:00');
  await wake('linxiang', world.ports);
  world.goTo('2026-12-01 10:00');
  return world;
}
