import { beforeEach, describe, expect, it } from 'vitest';
import { taskId } from '../../support/ids.ts';
import { type Desk, deskOf, emptyPark, P22, SMALL_PLAN } from '../../support/plans.ts';
import { changeTask } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';

const PARK = 'linxiang';

let world: World;
let desk: Desk;
beforeEach(async () => {
  world = await emptyPark();
  desk = deskOf(world);
});

describe('a plan that is read again', () => {
  const AMENDED = SMALL_PLAN.replace('6月底前', '7月底前')
    .replace('安环局要在9月底前完成应急预案修订。', '')
    .replace('三、项目建设', '招商局要在10月底前举办两场专题推介会。\n三、项目建设');

  it('says what is new, what it changes and what it no longer contains', async () => {
    await desk.publish(await desk.decided());
    const { kept, drafts } = await desk.readOf(await desk.upload(AMENDED, P22));
    expect(kept.value.amended).toMatchObject([
      { id: 'p22-001', fields: ['quote', 'due'], due: '2022-07-31' },
    ]);
    expect(kept.value.gone.map(({ id }) => id)).toEqual(['p22-002']);
    expect(kept.value.unchanged).toBe(1);
    const titles = drafts.map(({ value }) => `${value.draft.id} ${value.draft.title}`);
    expect(titles[0]).toMatch(/^p22-00\d 招商局要在10月底前举办两场专题推介会/);
    expect(new Set(drafts.map(({ value }) => value.draft.id)).size).toBe(drafts.length);
    expect(drafts.some(({ value }) => desk.registered().includes(value.draft.id))).toBe(false);
  });

  it('asks nobody about what has ended, and gives no number twice', async () => {
    await desk.publish(await desk.decided());
    const mover = { park: PARK, by: 'office', via: '网页', why: '不再需要' };
    await changeTask({ ...mover, task: taskId('p22-003') }, { act: 'withdraw' }, world.ports);
    const without = SMALL_PLAN.replace(
      '招商局全年完成签约项目60个。',
      '招商局要在10月底前举办两场专题推介会。',
    );
    const { kept, drafts } = await desk.readOf(await desk.upload(without, P22));
    expect(kept.value.gone).toEqual([]);
    expect(drafts.map(({ value }) => value.draft.id)).not.toContain('p22-003');
  });
});
