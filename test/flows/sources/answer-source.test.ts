import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict } from '../../../functions/domain/base/faults.ts';
import { openContext } from '../../../functions/flows/context/open-context.ts';
import type { Ports } from '../../../functions/flows/ports.ts';
import { answerSource } from '../../../functions/flows/sources/answer-source.ts';
import { day } from '../../support/builders.ts';
import { faulty } from '../../support/faults.ts';
import { sourceId } from '../../support/ids.ts';
import { type Desk, deskOf, emptyPark, PARK, SMALL_PLAN } from '../../support/plans.ts';
import { changeTask } from '../../support/requests.ts';
import { aSource, putSource } from '../../support/sources.ts';
import type { World } from '../../support/world.ts';

const ID = sourceId('p22');
const answer = { due: day('2022-06-30'), to: '市政府督查室', what: '办结报告' };

let world: World;
let desk: Desk;
beforeEach(async () => {
  world = await emptyPark();
  desk = deskOf(world);
});

type Wanted = Parameters<typeof answerSource>[2];

const want = async (wanted: Partial<Wanted> = {}, ports: Ports = world.ports): Promise<void> =>
  answerSource(
    await openContext(PARK, ports),
    { by: 'office', via: '测试' },
    { id: ID, answer, ...wanted },
  );

const sourceNow = async () => (await world.collections.sources.find(PARK, ID))?.value;
const task = () => world.stored('p22-00')?.task;

describe('what is to be reported on a source', () => {
  beforeEach(async () => {
    await putSource(world, aSource());
  });

  it('is kept with the source, by a task of the office', async () => {
    await want();
    expect((await sourceNow())?.answer).toEqual(answer);
    expect(task()).toMatchObject({ owner: 'office', answers: ID, source: ID });
    const history = await world.collections.sources.history(PARK, ID);
    expect(history.at(-1)).toMatchObject({
      what: '改报送',
      to: '6月30日（周四）前向市政府督查室报送办结报告',
    });
  });

  it('changes nothing where it is entered again', async () => {
    await want();
    const before = [await world.collections.sources.find(PARK, ID), world.stored('p22-00')];
    await want();
    expect([await world.collections.sources.find(PARK, ID), world.stored('p22-00')]).toEqual(
      before,
    );
  });

  it('changes addressee and matter by an amendment', async () => {
    await want();
    await want({ answer: { ...answer, to: '市发改委', what: '进展情况' } });
    expect(task()).toMatchObject({
      title: '报送进展情况：《2022年工作计划》（报市发改委）',
    });
    expect((await sourceNow())?.answer?.to).toBe('市发改委');
  });

  it('is refused for a day that has passed, for entries by hand, unknown sources and other posts', async () => {
    await expect(want({ answer: { ...answer, due: day('2022-01-16') } })).rejects.toThrow(
      '已经过去',
    );
    await expect(want({ id: sourceId('z22a') })).rejects.toThrow('没有这个来源');
    await putSource(world, aSource({ id: sourceId('h22'), kind: 'hand' }));
    await expect(want({ id: sourceId('h22') })).rejects.toThrow('手工登记');
    const run = await openContext(PARK, world.ports);
    const owner = { by: 'anhuan-owner', via: '测试' };
    await expect(answerSource(run, owner, { id: ID, answer })).rejects.toThrow('权限');
    await expect(want({ seen: 7 })).rejects.toThrow(Conflict);
    expect(await sourceNow()).not.toHaveProperty('answer');
    expect(task()).toBeUndefined();
  });

  it('may keep a date that has passed, but moves to none', async () => {
    await want();
    world.goTo('2022-07-15 09:00');
    await want({ answer: { ...answer, to: '市发改委' } });
    expect(task()?.title).toBe('报送办结报告：《2022年工作计划》（报市发改委）');
    await expect(want({ answer: { ...answer, due: day('2022-07-01') } })).rejects.toThrow(
      '已经过去',
    );
  });

  it('is not made again once it was made, and is for another date', async () => {
    await want();
    for (const act of ['submit', 'verify'] as const) {
      const mover = { park: PARK, task: 'p22-00' as never, by: 'office', why: '', via: '测试' };
      await changeTask(mover, { act }, world.ports);
    }
    await want({ answer: { ...answer, to: '市发改委' } });
    expect(world.stored('p22-00a')).toBeUndefined();
    await want({ answer: { ...answer, due: day('2022-12-20') } });
    expect(world.stored('p22-00a')?.task.answers).toBe(ID);
  });

  it('is one task where two enter it at once', async () => {
    await Promise.allSettled([want(), want()]);
    expect((await sourceNow())?.answer).toEqual(answer);
    expect(task()).toBeDefined();
    expect(world.stored('p22-00a')).toBeUndefined();
  });

  it.each(['register.create', 'sources.put'])('is entered again after %s failed', async (call) => {
    let left = 1;
    const plan = faulty(world.ports, ({ name }) => {
      if (!name.endsWith(call) || left === 0) return undefined;
      left -= 1;
      return 'throws';
    });
    await expect(want({}, plan)).rejects.toThrow(`${call} failed`);
    expect(left).toBe(0);
    await want();
    expect((await sourceNow())?.answer).toEqual(answer);
    expect(world.stored('p22-00a')).toBeUndefined();
  });
});

describe('an upload that says what is to be reported', () => {
  it('has it kept once it is published, and a new version leaves it alone', async () => {
    const first = await desk.decided(SMALL_PLAN, { answer });
    expect(task()).toBeUndefined();
    await desk.publish(first);
    expect((await sourceNow())?.answer).toEqual(answer);
    expect(task()).toMatchObject({ answers: ID });

    const second = await desk.decided(SMALL_PLAN, { versionOf: ID });
    const { kept } = await desk.readOf(second);
    expect(kept.value.gone).toEqual([]);
    await desk.publish(second);
    expect((await sourceNow())?.answer).toEqual(answer);
  });

  it('is refused where the day has passed', async () => {
    const past = { ...answer, due: day('2022-01-16') };
    await expect(desk.upload(SMALL_PLAN, { answer: past })).rejects.toThrow('已经过去');
  });
});
