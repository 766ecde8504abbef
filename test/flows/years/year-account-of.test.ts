import { beforeEach, describe, expect, it } from 'vitest';
import { openContext } from '../../../functions/flows/context/open-context.ts';
import { changeReaders } from '../../../functions/flows/sources/change-readers.ts';
import { type AccountRead, accountOf } from '../../../functions/flows/years/year-account-of.ts';
import { aTask, contactsOf, day } from '../../support/builders.ts';
import { anActual, aTarget } from '../../support/figures.ts';
import { postId, sourceId } from '../../support/ids.ts';
import { enterFigures } from '../../support/requests.ts';
import { aSource, putSource } from '../../support/sources.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';
import { closeYear, decide, januaryPark, yearsTasks } from '../../support/year-end.ts';
import { leaving } from '../../support/years.ts';

let world: World;
const read = async (year: number): Promise<AccountRead> =>
  accountOf(await openContext('linxiang', world.ports), year);

beforeEach(async () => {
  world = newWorld();
  world.goTo('2023-01-06 09:00');
  const s22a = sourceId('s22a');
  await settleIn(
    world,
    [
      aTask({ id: 'p22-001', kind: 'target', due: day('2022-12-31') }),
      aTask({ id: 'p22-002', title: '建成消防站', plan: 2023, carried: leaving('2022-06-30') }),
      aTask({ id: 'p22-003', title: '建成消防站', plan: 2023, carried: leaving('2022-06-30') }),
      aTask({ id: 'p22-004', status: 'closed', doneOn: day('2022-06-30') }),
      aTask({ id: 's22a-001', title: '暗河', source: s22a }),
      aTask({ id: 'p23-001', plan: 2023 }),
    ],
    contactsOf('安环局'),
  );
  await putSource(world, aSource({ id: s22a, kind: 'instruction', readers: [postId('office')] }));
  const figures = { projects: [], enterprises: [], instruments: [], steps: [] };
  const targets = [aTarget({ actuals: [anActual(11, '386.4')] })];
  await enterFigures('linxiang', { ...figures, targets }, world.now(), world.ports);
});

describe('the account of a year', () => {
  it('is a draft of what the register says of that year alone', async () => {
    const { account, isDraft } = await read(2022);
    expect(isDraft).toBe(true);
    expect(account.total).toMatchObject({ promised: 3, onTime: 1, carriedOver: 2 });
    expect(account.on).toBe('2023-01-06');
    const next = (await read(2023)).account;
    expect(next.total).toMatchObject({ promised: 3, undecided: 3 });
    expect(next).toMatchObject({ broughtIn: 2, hidden: 0, targets: [] });
  });

  it('counts what is restricted without naming it', async () => {
    const { account } = await read(2022);
    expect(account.hidden).toBe(1);
    expect(JSON.stringify(account)).not.toContain('暗河');
  });

  it('reads the figures of the targets', async () => {
    expect((await read(2022)).account.targets).toMatchObject([
      { id: 'p22-001', result: 'partial', value: '386.4亿元', asOf: '11月' },
    ]);
  });

  it('tells apart what has the same title', async () => {
    const titles = (await read(2022)).account.carried.map(({ title }) => title);
    expect(titles).toEqual(['建成消防站（p22-002）', '建成消防站（p22-003）']);
  });
});

describe('the account of a closed year', () => {
  const s22b = sourceId('s22b');
  /** A year that was closed with a task of an open instruction. */
  async function closed(): Promise<World> {
    const secret = aTask({ id: 's22b-001', title: '明渠', source: s22b, due: day('2022-12-15') });
    const park = await januaryPark([...yearsTasks, secret]);
    await putSource(park, aSource({ id: s22b, kind: 'instruction', readers: null }));
    const due = day('2023-03-31');
    await decide(park.ports, [
      { task: 'a1', choice: 'carryOver', due },
      { task: 's22b-001', choice: 'carryOver', due },
      { task: 't1', choice: 'asItIs' },
    ]);
    await closeYear(park.ports);
    return park;
  }

  it('counts what was restricted since, and names it no more', async () => {
    world = await closed();
    const before = (await read(2022)).account;
    expect(before.carried.map(({ title }) => title)).toContain('明渠');
    const maker = { by: 'office', via: '测试' };
    const run = await openContext('linxiang', world.ports);
    await changeReaders(run, maker, { id: s22b, readers: [], seen: 1 });

    const { account, isDraft } = await read(2022);
    expect(isDraft).toBe(false);
    expect(JSON.stringify(account)).not.toContain('明渠');
    expect(account).toMatchObject({
      on: before.on,
      total: { promised: before.total.promised - 1, carriedOver: 1 },
      targets: before.targets,
      hidden: 1,
    });
  });
});
