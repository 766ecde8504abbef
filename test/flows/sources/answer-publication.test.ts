import { beforeEach, describe, expect, it } from 'vitest';
import type { ReviewId } from '../../../functions/domain/base/ids.ts';
import { day } from '../../support/builders.ts';
import { sourceId, taskId } from '../../support/ids.ts';
import { type Desk, deskOf, emptyPark, LIVELIHOOD, office, PARK } from '../../support/plans.ts';
import { changeTask, undoPublication } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';

let world: World;
let desk: Desk;
let id: ReviewId;
beforeEach(async () => {
  world = await emptyPark();
  desk = deskOf(world);
  world.goTo('2022-01-18 10:00');
  id = await desk.decided();
  await desk.publish(id);
});

const undo = (): ReturnType<typeof undoPublication> => undoPublication(office, id, world.ports);

describe('a publication that said what is to be reported on its source', () => {
  const answer = { due: day('2022-06-30'), to: '市政府督查室', what: '办结报告' };
  const report = () => world.stored('m22a-00')?.task;

  beforeEach(async () => {
    id = await desk.decided(LIVELIHOOD, { kind: 'livelihood', answer });
    await desk.publish(id);
  });

  it('is taken back with the report, which keeps its number for the next one', async () => {
    expect(report()?.status).toBe('inProgress');
    expect(await undo()).toMatchObject({ left: [] });
    expect(report()).toBeUndefined();
    await desk.publish(id);
    expect(report()?.status).toBe('inProgress');
  });

  it('leaves a report that somebody changed since, and names it', async () => {
    const mover = { park: PARK, task: taskId('m22a-00'), by: 'office', why: '', via: '测试' };
    await changeTask(mover, { act: 'redate', due: day('2022-07-29') }, world.ports);
    expect(await undo()).toMatchObject({ left: [{ id: 'm22a-00' }] });
    expect(report()?.status).toBe('inProgress');
    expect((await world.collections.sources.find(PARK, 'm22a'))?.value.answer).toBeDefined();
  });

  it('of a new version puts a report back to its date before', async () => {
    const later = { ...answer, due: day('2022-09-30') };
    id = await desk.decided(LIVELIHOOD, { versionOf: sourceId('m22a'), answer: later });
    await desk.publish(id);
    expect(String(report()?.due)).toBe('2022-09-30');
    await undo();
    expect(String(report()?.due)).toBe('2022-06-30');
    expect(String((await world.collections.sources.find(PARK, 'm22a'))?.value.answer?.due)).toBe(
      '2022-06-30',
    );
  });
});
