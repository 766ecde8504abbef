import { beforeEach, describe, expect, it } from 'vitest';
import type { ReviewId } from '../../../functions/domain/base/ids.ts';
import { taskId } from '../../support/ids.ts';
import { type Desk, deskOf, emptyPark, LIVELIHOOD, office, PARK } from '../../support/plans.ts';
import { changeTask, dropReview, undoPublication, wake } from '../../support/requests.ts';
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

const ALL = ['p22-001', 'p22-002', 'p22-003'];

const undo = (): ReturnType<typeof undoPublication> => undoPublication(office, id, world.ports);

const whats = async (task: string): Promise<readonly string[]> =>
  (await world.register.history(PARK, taskId(task))).map(
    ({ version, what }) => `${version} ${what}`,
  );

describe('a publication that is taken back', () => {
  it('leaves the register without its tasks, its source and what they promise, and is never told', async () => {
    world.goTo('2022-01-18 10:05');
    expect(await undo()).toEqual({ takenBack: 3, left: [] });
    expect(desk.registered()).toEqual([]);
    expect(await world.collections.sources.find(PARK, 'p22')).toBeUndefined();
    expect(await world.collections.targets.all(PARK)).toEqual([]);
    expect((await desk.readOf(id)).kept.value.state).toBe('open');
    world.goTo('2022-01-18 10:30');
    await wake(PARK, world.ports);
    world.goTo('2022-01-19 08:00');
    await wake(PARK, world.ports);
    expect(world.deliveries.filter(({ key }) => !key.startsWith('daily'))).toEqual([]);
  });

  it('is published again under the same numbers, told then, and keeps both in the history', async () => {
    await undo();
    world.goTo('2022-01-18 10:30');
    expect(await desk.publish(id)).toEqual({ registered: 3, left: 0 });
    expect(desk.registered()).toEqual(ALL);
    expect(await whats('p22-001')).toEqual(['1 交办', '2 撤回发布', '3 交办']);
    expect((await world.collections.sources.find(PARK, 'p22'))?.value.versions).toHaveLength(1);
    expect(await world.collections.targets.all(PARK)).toHaveLength(1);
    world.goTo('2022-01-18 10:40');
    await wake(PARK, world.ports);
    expect(world.deliveries.filter(({ key }) => key.includes('assigned'))).toHaveLength(3);
  });

  it('tells who was told, once, in the next digest, unless it was published again', async () => {
    const received = (): readonly string[] =>
      world.deliveries
        .filter(({ key }) => key.startsWith('publicationUndone'))
        .map(({ contact, key }) => `${contact} ${key.split('/')[1]}`);
    world.goTo('2022-01-18 10:10');
    await wake(PARK, world.ports);
    expect(await undo()).toMatchObject({ takenBack: 3 });
    world.goTo('2022-01-19 08:00');
    await wake(PARK, world.ports);
    expect(received().toSorted()).toEqual([
      'anhuan-owner p22-001 1',
      'anhuan-owner p22-002 1',
      'zhaoshang-owner p22-003 1',
    ]);
    const text = world.messages.findLast(({ contact }) => contact === 'zhaoshang-owner')?.text;
    expect(text).toContain(
      '园区办（督查室）撤回了《临湘高新区2022年工作计划》的发布：“招商局全年完成签约项目60个”现在不用办理；重新交办的，另行通知。',
    );
    await desk.publish(id);
    world.goTo('2022-01-19 08:10');
    await wake(PARK, world.ports);
    await undo();
    await desk.publish(id);
    world.goTo('2022-01-20 08:00');
    await wake(PARK, world.ports);
    expect(received()).toHaveLength(3);
  });

  it('is handed over again on the day on which it was told and taken back', async () => {
    world.goTo('2022-01-18 10:10');
    await wake(PARK, world.ports);
    await undo();
    await desk.publish(id);
    world.goTo('2022-01-18 10:20');
    await wake(PARK, world.ports);
    const handed = world.deliveries.map(({ key }) => key.split('/').slice(0, 2).join(' '));
    expect(handed.filter((key) => key.startsWith('p22-001'))).toEqual([
      'p22-001 assigned-1',
      'p22-001 assigned-2',
    ]);
  });

  it('leaves and names what has figures by now', async () => {
    const { targets } = world.collections;
    const read = await targets.find(PARK, 'p22-003');
    if (!read) throw new Error('no target');
    const lastChange = { ...read.lastChange, id: 'reported', version: 2, what: '填报' };
    await targets.put(read, { ...read, version: 2, lastChange });
    expect(await undo()).toMatchObject({
      takenBack: 2,
      left: [{ id: 'p22-003', why: '发布以后有人改过它的数据' }],
    });
  });

  it('no longer asks for the dates of what is not there', async () => {
    const second = await desk.upload(`临湘高新区2022年民生实事项目清单
一、教育
招商局要建成园区小学。
`);
    await desk.amend(second, 'all', { decision: 'accepted' });
    await desk.publish(second);
    const asked = async (): Promise<unknown> =>
      (await world.register.watch(PARK))?.value.datesToSet ?? null;
    expect(await asked()).toEqual({ plan: 2022, count: 1 });
    await undoPublication(office, second, world.ports);
    // The target of the plan has no date of its own either.
    expect(await asked()).toEqual({ plan: 2022, count: 1 });
    await undo();
    expect(await asked()).toBeNull();
  });

  it('leaves and names what somebody moved or reported since, with its source', async () => {
    const mover = { park: PARK, task: taskId('p22-001'), by: 'office', why: '说明', via: '测试' };
    await changeTask(mover, { act: 'suspend' }, world.ports);
    expect(await undo()).toMatchObject({
      takenBack: 2,
      left: [{ id: 'p22-001', why: '发布以后已经中止' }],
    });
    expect(desk.registered()).toEqual(['p22-001']);
    expect(await world.collections.sources.find(PARK, 'p22')).toBeDefined();
    expect(await desk.publish(id)).toEqual({ registered: 3, left: 0 });
    expect(desk.registered()).toEqual(ALL);
    expect(world.stored('p22-001')?.task.status).toBe('suspended');
  });

  it('of a later document leaves the earlier one', async () => {
    const second = await desk.decided(LIVELIHOOD);
    await desk.publish(second);
    expect(await undoPublication(office, second, world.ports)).toEqual({ takenBack: 2, left: [] });
    expect(desk.registered()).toEqual(ALL);
    const sources = await world.collections.sources.all(PARK);
    expect(sources).toHaveLength(1);
  });

  it('undoes what it added to a task of another source, unless that was moved since', async () => {
    const same = `临湘高新区2022年民生实事项目清单
一、出行
安环局要在5月底前完成污染第三方治理工作平台建设。
`;
    const before = world.stored('p22-001')?.task;
    const second = await desk.upload(same);
    await desk.amend(second, 'all', { alikeIs: 'sameNewDate', decision: 'accepted' });
    await desk.publish(second);
    expect(world.stored('p22-001')?.task).toMatchObject({ alsoFrom: [{ source: 'm22a' }] });
    const undone = await undoPublication(office, second, world.ports);
    expect(undone).toEqual({ takenBack: 0, left: [] });
    expect(world.stored('p22-001')?.task).toMatchObject({ ...before, alsoFrom: [] });
    expect(world.stored('p22-001')?.task.original).toBeUndefined();
    expect((await whats('p22-001')).slice(1)).toEqual(['2 调整', '3 撤回：调整']);

    await desk.publish(second);
    const mover = { park: PARK, task: taskId('p22-001'), by: 'office', why: '说明', via: '测试' };
    await changeTask(mover, { act: 'suspend' }, world.ports);
    expect(await undoPublication(office, second, world.ports)).toMatchObject({
      left: [{ id: 'p22-001', why: '并入以后已经中止' }],
    });
    expect(world.stored('p22-001')?.task.alsoFrom).toHaveLength(1);
  });

  it('keeps its numbers from other promises once it is dropped', async () => {
    await undo();
    await dropReview(office, id, world.ports);
    const next = await desk.upload(
      '临湘高新区2022年工作计划\n一、安全环保\n安环局要在8月底前完成排口整治。\n',
    );
    const { drafts } = await desk.readOf(next);
    expect(drafts.map(({ value }) => value.draft.id)).toEqual(['p22-004']);
  });

  it('can only be taken back within ten minutes of its end, and once', async () => {
    world.goTo('2022-01-18 10:11');
    await expect(undo()).rejects.toThrow(
      '这份计划是1月18日 10:00发布的，已超过10分钟，不能撤回。个别事项不再办理的，请逐项或成批“撤销”',
    );
    expect(desk.registered()).toEqual(ALL);
    world.goTo('2022-01-18 10:09');
    await undo();
    await expect(undo()).rejects.toThrow('这份计划核对中');
  });
});
