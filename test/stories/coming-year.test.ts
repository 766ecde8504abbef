import Fraction from 'fraction.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import { readBoard } from '../../functions/flows/views/board.ts';
import { reconcile } from '../../functions/flows/wake/reconcile.ts';
import { day } from '../support/builders.ts';
import { contactId, taskId } from '../support/ids.ts';
import { deskOf, emptyPark } from '../support/plans.ts';
import { returnFigures, wake } from '../support/requests.ts';
import type { World } from '../support/world.ts';

const PARK = 'linxiang';

/** A due date in the first days of the year, whose rungs would lie in December. */
const NEXT = `临湘高新区2023年工作计划
一、安全环保
安环局要在1月5日前完成污染第三方治理工作平台建设。安环局要在9月底前完成应急预案修订。
二、招商引资
招商局全年完成签约项目60个。招商局要抓好园区招商。
`;

/** Each day from `from` through `to`, with the nightly run before its morning. */
async function days(world: World, from: string, to: string): Promise<void> {
  for (let each = day(from); each.toString() <= to; each = each.add({ days: 1 })) {
    world.goTo(`${each.toString()} 02:00`);
    await reconcile(world.ports);
    world.goTo(`${each.toString()} 08:00`);
    await wake(PARK, world.ports);
    world.goTo(`${each.toString()} 08:30`);
    await wake(PARK, world.ports);
  }
}

describe('a plan that is published in December for the coming year', () => {
  let world: World;
  let published: number;
  beforeAll(async () => {
    world = await emptyPark();
    const desk = deskOf(world);
    await desk.publish(await desk.decided());
    await days(world, '2022-12-12', '2022-12-19');
    world.goTo('2022-12-20 10:00');
    await desk.publish(await desk.decided(NEXT));
    published = world.messages.length;
    world.goTo('2022-12-20 10:10');
    await wake(PARK, world.ports);
    await days(world, '2022-12-21', '2023-01-13');
  });
  const ofNext = (): readonly { readonly at: string; readonly contact: string }[] =>
    world.deliveries.filter(({ key }) => key.startsWith('p23-'));

  it('is told to nobody before the first working day of January', () => {
    expect(world.messages.length).toBeGreaterThan(published);
    const told = ofNext().map(({ at }) => at.slice(0, 'YYYY-MM-DD'.length));
    expect(told[0]).toBe('2023-01-03');
    const before = world.messages.filter(({ text }) => /2023年(?:工作|1月3日)/u.test(text));
    expect(before).toEqual([]);
  });

  it('is handed over then, to each owner in one message with all else that it owes', () => {
    const morning = world.deliveries.filter(({ at }) => at.startsWith('2023-01-03'));
    const digests = Map.groupBy(morning, ({ contact }) => contact);
    for (const [contact, told] of digests) {
      expect([contact, new Set(told.map(({ digest }) => digest)).size]).toEqual([contact, 1]);
    }
    const tasks = new Set(morning.map(({ key }) => key.split('/')[0]));
    for (const id of ['p23-001', 'p23-002', 'p23-003']) expect(tasks).toContain(id);
    const asked = world.deliveries.filter(({ key }) => key.startsWith('datesToSet/2023'));
    expect(asked.map(({ at, contact }) => `${at} ${contact}`)).toEqual([
      '2023-01-03T00:00:00Z office',
    ]);
  });

  it('leaves the last figures of the year that is over to be asked for, and to that year', async () => {
    const asked = world.messages.find(
      ({ contact, text }) => contact === 'zhaoshang-owner' && text.includes('1月3日'),
    );
    expect(asked?.text).toContain('反馈1项指标的数：招商局全年完成签约项目60个（2022年计划）');
    const figure = { month: 12, value: new Fraction(58), source: '统计', why: '' };
    const returned = { id: taskId('p22-003'), figures: [figure] };
    const owner = { park: PARK, by: contactId('zhaoshang-owner'), via: '网页' };
    await returnFigures(owner, [returned], world.ports);
    const run = await openContext(PARK, world.ports);
    const viewer = run.directory.contact('office') as Contact;
    const [of2022] = (await readBoard(run, viewer, 2022)).targets;
    expect(of2022).toMatchObject({ id: 'p22-003', achieved: '58', asOf: '12月' });
    const now = await readBoard(run, viewer, undefined);
    expect([now.year, now.targets.map(({ id }) => id)]).toEqual([2023, ['p23-003']]);
    expect(now.earlier.map(({ task }) => task.id)).toContain('p22-001');
  });

  it('marks what is left of the year before in a message', () => {
    const text = world.messages.find(
      ({ contact, text: each }) => contact === 'anhuan-owner' && each.includes('往年未办结'),
    )?.text;
    expect(text).toContain('责任：安环局\n年度：2022年，往年未办结');
    const own = world.messages.filter(({ text: each }) => each.includes('1月5日前'));
    for (const { text: each } of own) {
      expect(each).not.toMatch(/1月5日前[^\n]*\n期限[^\n]*\n责任[^\n]*\n年度/u);
    }
  });
});
