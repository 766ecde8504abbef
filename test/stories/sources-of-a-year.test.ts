import { beforeAll, describe, expect, it } from 'vitest';
import { NewItem } from '../../functions/domain/sources/new-item.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import { registerItem } from '../../functions/flows/sources/register-item.ts';
import { readBoard } from '../../functions/flows/views/board.ts';
import { draftBulletin } from '../../functions/flows/views/bulletins.ts';
import { contactId } from '../support/ids.ts';
import { deskOf, emptyPark, LIVELIHOOD, office, PARK, SMALL_PLAN } from '../support/plans.ts';
import { aPortal, signedInAs, type Visitor } from '../support/portal.ts';
import { wake } from '../support/requests.ts';
import type { World } from '../support/world.ts';

let world: World;
let visitor: Visitor;
beforeAll(async () => {
  world = await emptyPark();
  const desk = deskOf(world);
  await desk.publish(await desk.decided());
  world.goTo('2022-03-01 09:00');
  await desk.publish(await desk.decided(LIVELIHOOD));
  world.goTo('2022-04-06 09:00');
  const item = NewItem.parse({
    title: '完成化工片区事故应急池扩容',
    leadUnit: '安环局',
    due: '2022-08-31',
    source: {
      kind: 'instruction',
      from: '管委会主要领导',
      date: '2022-04-02',
      words: '抓紧扩容。',
    },
  });
  const confirmed = { past: false, other: false };
  await registerItem(await openContext(PARK, world.ports), office, { item, key: 'k', confirmed });
  world.goTo('2022-12-20 10:00');
  await desk.publish(await desk.decided(SMALL_PLAN.replace('2022', '2023')));
  world.goTo('2022-12-21 08:00');
  await wake(PARK, world.ports);
  visitor = await signedInAs('office', aPortal(world));
});

const idsOf = async (year: number): Promise<readonly string[]> => {
  const run = await openContext(PARK, world.ports);
  const viewer = run.directory.contact(contactId('office'));
  if (!viewer) throw new Error('no office');
  return (await readBoard(run, viewer, year)).rows.map(({ task }) => task.id).toSorted();
};

describe('a year of several sources', () => {
  it('has every item under the areas of its own source, each counted once', async () => {
    const ids = await idsOf(2022);
    expect(ids).toEqual(['m22a-001', 'm22a-002', 'p22-001', 'p22-002', 'p22-003', 's22a-001']);
    const page = await visitor.text('/?year=2022');
    for (const place of ['安全环保', '教育（民生实事）', '管委会主要领导4月2日批示']) {
      expect(page).toContain(place);
    }
    expect(page).not.toContain('p23');
  });

  it('has no item of the next year, and the next year none of it', async () => {
    expect((await idsOf(2023)).every((id) => id.startsWith('p23-'))).toBe(true);
    expect(await visitor.text('/items?year=2023')).not.toMatch(/[pms]22a?-0/u);
    expect(await visitor.text('/items?year=2022')).not.toContain('p23-');
  });

  it('narrows to one area, to one source, and to an area number of any source', async () => {
    expect(await visitor.text('/items?area=m22a.1&year=2022')).toContain('m22a-001');
    expect(await visitor.text('/items?area=m22a.1&year=2022')).not.toContain('m22a-002');
    expect(await visitor.text('/items?area=m22a&year=2022')).toContain('m22a-002');
    expect(await visitor.text('/items?area=1&year=2022')).toContain('p22-001');
  });

  it('has the areas of all its sources in the bulletin', async () => {
    const run = await openContext(PARK, world.ports);
    const viewer = run.directory.contact(contactId('office'));
    if (!viewer) throw new Error('no office');
    const { bulletin } = await draftBulletin(run, viewer, 2022);
    expect(bulletin.areas.map(({ name }) => name)).toEqual([
      '一、安全环保',
      '二、招商引资',
      '教育（民生实事）',
      '出行（民生实事）',
      '管委会主要领导4月2日批示',
    ]);
  });
});
