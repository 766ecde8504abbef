import { beforeEach, describe, expect, it } from 'vitest';
import { ProblemBody } from '../../../functions/portal/api/problem.ts';
import { Funding, OneStep } from '../../../functions/portal/funding/schemas.ts';
import { OneTarget, Targets } from '../../../functions/portal/targets/schemas.ts';
import { type Caller, callerAs, statusesOf } from '../../support/caller.ts';
import { taskId } from '../../support/ids.ts';
import { samplePark } from '../../support/portal.ts';
import type { World } from '../../support/world.ts';

let world: World;
let office: Caller;
let owner: Caller;
let finance: Caller;
beforeEach(async () => {
  world = await samplePark();
  office = await callerAs(world, 'office');
  owner = await callerAs(world, 'chanye-owner');
  finance = await callerAs(world, 'finance');
});

const TARGET = '/targets/p22-001';
const given = { month: 5, value: '171', source: '统计月报', why: '核增' };

describe('the targets', () => {
  it('stand at their pace, for anyone who may see them', async () => {
    const { targets } = Targets.parse(await (await office('/targets')).json());
    expect(targets).toHaveLength(17);
    expect(targets.filter(({ state }) => state === 'behind')).toHaveLength(10);
    expect(targets.find(({ id }) => id === 'p22-001')).toMatchObject({ through: 5, isMet: false });
    const other = await callerAs(world, 'anhuan-owner');
    expect(Targets.parse(await (await other('/targets')).json()).targets).toEqual([]);
    expect((await other(TARGET)).status).toBe(404);
  });

  it('tell no figure that becomes known only later', async () => {
    const months = async (): Promise<readonly number[]> =>
      OneTarget.parse(await (await owner(TARGET)).json()).actuals.map(({ month }) => month);
    expect(Math.max(...(await months()))).toBe(5);
    world.goTo('2022-07-08 18:00');
    expect(Math.max(...(await months()))).toBe(6);
  });

  it('take a figure on the version that was read', async () => {
    const read = await owner(TARGET);
    expect(read.headers.get('etag')).toBe('"1"');
    const answer = await owner(`${TARGET}/figures`, given, { 'if-match': '"1"' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"2"');
    const { version, actuals } = OneTarget.parse(await answer.json());
    expect(version).toBe(2);
    expect(actuals.at(-1)).toMatchObject({ month: 5, value: '171', why: '核增' });
  });

  it('take what is sent twice under one key once, and answer the same', async () => {
    const headers = { 'if-match': '"1"', 'idempotency-key': 'return-1' };
    const first = await owner(`${TARGET}/figures`, given, headers);
    const second = await owner(`${TARGET}/figures`, given, headers);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await second.json()).toEqual(await first.json());
    expect((await world.collections.targets.find('linxiang', 'p22-001'))?.version).toBe(2);
  });

  it('are not overwritten unseen: the answer shows both', async () => {
    await owner(`${TARGET}/figures`, given, { 'if-match': '"1"' });
    const mine = { ...given, value: '180' };
    const answer = await owner(`${TARGET}/figures`, mine, { 'if-match': '"1"' });
    expect(answer.status).toBe(412);
    const { current, yours } = ProblemBody.parse(await answer.json());
    expect(OneTarget.parse(current).actuals.at(-1)?.value).toBe('171');
    expect(yours).toEqual(mine);
  });

  it.each([
    { of: 'the same', value: () => '171' },
    { of: 'another', value: (at: number) => `${171 + at}` },
  ])(
    'take one of eight at once, each with $of figure, and none of it of the others',
    async (each) => {
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, at) =>
          owner(`${TARGET}/figures`, { ...given, value: each.value(at) }, { 'if-match': '"1"' }),
        ),
      );
      expect(statusesOf(answers)).toEqual([200, ...Array.from({ length: 7 }, () => 412)]);
      const target = await world.collections.targets.find('linxiang', 'p22-001');
      expect(target?.version).toBe(2);
      const won = OneTarget.parse(await answers.find(({ status }) => status === 200)?.json());
      expect(target?.value.actuals.at(-1)?.value.toString()).toBe(won.actuals.at(-1)?.value);
      const history = await world.register.history('linxiang', taskId('p22-001'));
      expect(history.map(({ what }) => what)).toEqual(['登记', '反馈']);
    },
  );

  it.each([
    { wrong: { month: 6 }, field: 'month' },
    { wrong: { month: 13 }, field: 'month' },
    { wrong: { value: '很多' }, field: 'value' },
    { wrong: { source: '' }, field: 'source' },
    { wrong: { why: '' }, field: 'why' },
  ])('refuse a figure with $wrong', async ({ wrong, field }) => {
    const body = { ...given, ...wrong };
    const answer = await owner(`${TARGET}/figures`, body, { 'if-match': '"1"' });
    expect(answer.status).toBe(422);
    const { errors } = ProblemBody.parse(await answer.json());
    expect(errors?.map((each) => each.field)).toEqual([field]);
    expect((await world.collections.targets.find('linxiang', 'p22-001'))?.version).toBe(1);
  });

  it('ask a slip of the unit back, and take it with confirm', async () => {
    const slip = { ...given, value: '1710' };
    const asked = await owner(`${TARGET}/figures`, slip, { 'if-match': '"1"' });
    expect(asked.status).toBe(422);
    const { errors } = ProblemBody.parse(await asked.json());
    expect(errors).toMatchObject([
      {
        field: 'confirm',
        message:
          '请核对：填的是1710亿元，是4月134.2亿元的12.7倍，请核对单位和小数点。没有填错的，加上 "confirm": true 再报一次。',
      },
    ]);
    const sure = await owner(
      `${TARGET}/figures`,
      { ...slip, confirm: true },
      { 'if-match': '"1"' },
    );
    expect(sure.status).toBe(200);
  });

  it('tell no figure that is not known yet: the sample’s June comes on 8 July', async () => {
    const months = async (): Promise<readonly number[]> =>
      OneTarget.parse(await (await owner(TARGET)).json()).actuals.map(({ month }) => month);
    expect(await months()).toEqual([1, 2, 3, 4, 5]);
    world.goTo('2022-07-08 10:00');
    expect(await months()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('take no rank between two places', async () => {
    const answer = await (await callerAs(world, 'zhaoshang-owner'))(
      '/targets/p22-007/figures',
      { month: 3, value: '1.5', source: '通报', why: '更正' },
      { 'if-match': '"1"' },
    );
    const { errors } = ProblemBody.parse(await answer.json());
    expect(errors?.[0]?.message).toContain('数值：名次应是从 1 起的整数');
  });

  it('take none without a version, and none from a post that only reads', async () => {
    expect((await owner(`${TARGET}/figures`, given)).status).toBe(428);
    const answer = await office(`${TARGET}/figures`, given, { 'if-match': '"1"' });
    expect(answer.status).toBe(422);
    expect((await world.collections.targets.find('linxiang', 'p22-001'))?.version).toBe(1);
  });
});

describe('the money', () => {
  const nextStep = async (): Promise<string> => {
    const { funds } = Funding.parse(await (await finance('/funding')).json());
    return `/funding/steps/${funds.find(({ level }) => level === 'total')?.next?.id}`;
  };
  const booking = { doneOn: '2022-06-14', amount: '12000' };

  it('stands in whole fen, by instrument, project, batch and step', async () => {
    const { funds, steps } = Funding.parse(await (await finance('/funding')).json());
    const bond = funds.find(({ level, kind }) => level === 'instrument' && kind === 'specialBond');
    expect(bond?.goalFen).toBe(30_000_000_000);
    expect(steps.length).toBeGreaterThan(0);
    const other = await callerAs(world, 'anhuan-owner');
    const unseen = Funding.parse(await (await other('/funding')).json());
    expect(unseen.steps).toEqual([]);
    expect(unseen.funds.map(({ goalFen }) => goalFen)).toEqual([0]);
    expect((await other(await nextStep())).status).toBe(404);
  });

  it('moves on when finance books a step on the version that it read', async () => {
    const step = await nextStep();
    const answer = await finance(step, booking, { 'if-match': '"1"' });
    expect(answer.status).toBe(200);
    expect(OneStep.parse(await answer.json())).toMatchObject({
      version: 2,
      doneOn: '2022-06-14',
      amountFen: 12_000_000_000,
    });
    const stale = await finance(step, { ...booking, amount: '1' }, { 'if-match': '"1"' });
    expect(stale.status).toBe(412);
    const { current } = ProblemBody.parse(await stale.json());
    expect(OneStep.parse(current).amountFen).toBe(12_000_000_000);
  });

  it('moves on for one of eight who book the same step at once', async () => {
    const step = await nextStep();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => finance(step, booking, { 'if-match': '"1"' })),
    );
    expect(statusesOf(answers)).toEqual([200, ...Array.from({ length: 7 }, () => 412)]);
    const id = step.replace('/funding/steps/', '');
    expect((await world.collections.steps.find('linxiang', id))?.version).toBe(2);
    expect((await world.register.history('linxiang', taskId(id))).map(({ what }) => what)).toEqual([
      '登记',
      '报办结',
    ]);
  });

  it.each([
    { wrong: { doneOn: '2022-06-16' }, field: 'doneOn' },
    { wrong: { amount: '-1' }, field: 'amount' },
    { wrong: { amount: '一万' }, field: 'amount' },
  ])('refuses a booking with $wrong', async ({ wrong, field }) => {
    const answer = await finance(await nextStep(), { ...booking, ...wrong }, { 'if-match': '"1"' });
    expect(answer.status).toBe(422);
    const { errors } = ProblemBody.parse(await answer.json());
    expect(errors?.map((each) => each.field)).toEqual([field]);
  });
});
