import { beforeEach, describe, expect, it } from 'vitest';
import { callerAs } from '../../support/caller.ts';
import type { World } from '../../support/world.ts';
import { januaryPark } from '../../support/year-end.ts';

let world: World;
beforeEach(async () => {
  world = await januaryPark();
});

const decisions = {
  items: [
    { id: 'a1', version: 1, choice: 'carryOver', due: '2023-03-31', why: '专班推进' },
    { id: 't1', choice: 'asItIs' },
  ],
};

describe('closing a year by calls', () => {
  it('lists the years, and what is left of one', async () => {
    const call = await callerAs(world, 'office');
    expect(await (await call('/years')).json()).toEqual({
      years: [{ year: 2022, state: 'open', count: 4, carriedOver: null }],
    });
    expect(await (await call('/years/2022')).json()).toMatchObject({
      state: 'open',
      lines: [
        {
          kind: 'open',
          id: 'a1',
          version: 1,
          originalDue: '2022-06-30',
          due: '2022-12-15',
          choices: ['carryOver', 'deemDone', 'suspend', 'withdraw'],
          needsDue: true,
          asOf: null,
        },
        { kind: 'targetWithoutLastPeriod', id: 't1', choices: ['asItIs'], asOf: '11月' },
      ],
      decided: { promised: 3, undecided: 1 },
    });
  });

  it('decides, closes and opens it again', async () => {
    const call = await callerAs(world, 'office');
    const early = await call('/years/2022/closing', {});
    expect(early.status).toBe(422);
    const text = await early.text();
    expect(text).toContain('事项 a1');
    expect(text).toContain('《技工贸总收入》还没有定');

    const preview = await call('/years/2022/decisions', { ...decisions, preview: true });
    expect(await preview.json()).toMatchObject({ lines: [{ refusal: null }, { refusal: null }] });
    expect(world.stored('a1')?.task.plan).toBe(2022);
    expect((await call('/years/2022/decisions', decisions)).status).toBe(200);
    expect(world.stored('a1')).toMatchObject({
      task: { plan: 2023 },
      lastChange: { why: '专班推进' },
    });

    const closed = await call('/years/2022/closing', {});
    expect(await closed.json()).toMatchObject({ state: 'closed', lines: [] });
    expect(await (await call('/years/2022/account')).json()).toMatchObject({
      isDraft: false,
      undecided: 0,
    });
    expect(await (await call('/years')).json()).toMatchObject({
      years: [{ year: 2023 }, { year: 2022, state: 'closed', carriedOver: 1 }],
    });

    world.goTo('2023-02-01 10:00');
    const without = await call('/years/2022/reopening', {});
    expect([without.status, await without.text()]).toEqual([
      422,
      expect.stringContaining('重新打开须写明原因'),
    ]);
    const reopened = await call('/years/2022/reopening', { why: '统计局修订' });
    expect(await reopened.json()).toMatchObject({ state: 'open' });
  });

  it('is refused to others, and of what is no year', async () => {
    const owner = await callerAs(world, 'owner-0');
    for (const path of ['/years', '/years/2022']) expect((await owner(path)).status).toBe(403);
    expect((await owner('/years/2022/closing', {})).status).toBe(403);
    const office = await callerAs(world, 'office');
    expect((await office('/years/abc')).status).toBe(404);
    expect((await office('/years/2023/closing', {})).status).toBe(422);
  });
});
