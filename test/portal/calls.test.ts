import { beforeAll, describe, expect, it } from 'vitest';
import { faulty } from '../support/faults.ts';
import { aPortal, linkTo, samplePark, signedInAs, visitor } from '../support/portal.ts';
import { ASKED, askedPark } from '../support/returns.ts';
import type { World } from '../support/world.ts';

type Counts = Readonly<Record<string, number>>;

/** What every request reads first. */
const context: Counts = { 'register.park': 1, 'register.directory': 1 };
/** What says which tasks are restricted. */
const sources: Counts = { 'collections.sources.all': 1, 'register.oldPlans': 1 };
/** What is behind the link of a message that tells of one task. */
const link: Counts = {
  ...context,
  ...sources,
  'links.read': 1,
  'ledger.read': 1,
  'register.task': 1,
};
/** One conditional write of a task. */
const move: Counts = { 'register.history': 1, 'clock.ensureSlot': 1, 'register.change': 1 };
const lists: Counts = {
  'collections.targets.all': 1,
  'collections.projects.all': 1,
  'collections.enterprises.all': 1,
};
const board: Counts = { ...context, ...lists, ...sources, 'register.tasks': 1 };
const money: Counts = {
  'register.tasks': 1,
  'collections.steps.all': 1,
  'collections.instruments.all': 1,
};

/** The pages that show the register, and at most which outside calls each may make. */
const pages: Readonly<Record<string, Counts>> = {
  '/': { ...board, 'ledger.between': 1 },
  '/items': { ...board, 'collections.views.all': 1 },
  '/items.xlsx': board,
  '/units': { ...board, 'ledger.between': 1 },
  '/calendar': board,
  '/targets': board,
  '/funding': { ...context, ...money, ...sources },
  '/messages': { ...board, 'ledger.between': 1 },
  '/returns': { ...context, 'register.tasks': 1 },
  '/bulletin': { ...board, ...money, 'collections.bulletins.all': 1 },
};

/** `world` with every outside call counted by its name. */
function counting(world: World): { readonly world: World; readonly taken: () => Counts } {
  const names: string[] = [];
  const ports = faulty(world.ports, ({ name }) => void names.push(name));
  const taken = (): Counts => {
    const groups = Map.groupBy(names.splice(0), (name) => name);
    return Object.fromEntries([...groups].map(([name, all]) => [name, all.length]));
  };
  return { world: { ...world, ports }, taken };
}

const total = (counts: Counts): number => Object.values(counts).reduce((sum, n) => sum + n, 0);

/** The counts of `made` that are above `most`. */
const above = (made: Counts, most: Counts): Counts =>
  Object.fromEntries(Object.entries(made).filter(([name, count]) => count > (most[name] ?? 0)));

describe('outside calls of one request', () => {
  let counted: ReturnType<typeof counting>;
  beforeAll(async () => {
    counted = counting(await samplePark('2022-06-15', '2022-06-30', '2022-07-01'));
  });

  it.each(Object.entries(pages))('read the register once for %s', async (path, most) => {
    for (const contact of ['office', 'anhuan-owner']) {
      const someone = await signedInAs(contact, aPortal(counted.world));
      counted.taken();
      expect((await someone.get(path)).status).toBe(200);
      const made = counted.taken();
      expect(made['register.tasks']).toBe(1);
      expect(above(made, most)).toEqual({});
    }
  });

  it('are at most 12 for a phone that opens a link, and for each press on it', async () => {
    const phone = visitor(aPortal(counted.world));
    const code = linkTo(counted.world, 'anhuan-owner');
    const task = `${code}/p22-071`;
    counted.taken();
    expect((await phone.get(code)).status).toBe(200);
    expect(above(counted.taken(), link)).toEqual({});

    const report = { key: 'k', is: 'ok', progress: '85', why: '验收资料未齐' };
    expect((await phone.post(task, report)).status).toBe(303);
    const reported = counted.taken();
    expect(above(reported, { ...link, ...move, 'ledger.write': 1 })).toEqual({});
    expect(total(reported)).toBeLessThanOrEqual(12);

    expect((await phone.get(task)).status).toBe(200);
    expect(above(counted.taken(), link)).toEqual({});
    expect((await phone.post(`${code}/sign`)).status).toBe(303);
    expect(above(counted.taken(), link)).toEqual({});
  });
});

describe('outside calls of the form of returns', () => {
  it('read each task and each target of its message once, and write each answer once', async () => {
    const { world, form } = await askedPark();
    const { world: watched, taken } = counting(world);
    const phone = visitor(aPortal(watched));
    const items = Object.keys(ASKED).length;
    const shown: Counts = { ...link, 'register.task': items, 'collections.targets.find': 3 };
    expect((await phone.get(form)).status).toBe(200);
    expect(above(taken(), shown)).toEqual({});

    const words = { [`p-${ASKED.open}`]: '70', [`w-${ASKED.open}`]: '已征求意见' };
    expect((await phone.post(form, { key: 'a', [`a-${ASKED.open}`]: 'go', ...words })).status).toBe(
      303,
    );
    expect(above(taken(), { ...shown, ...move, 'ledger.write': 1 })).toEqual({});

    expect((await phone.post(form, { key: 'b', [`v-${ASKED.sum}-5`]: '131.5' })).status).toBe(303);
    const booked: Counts = { 'collections.targets.history': 1, 'collections.targets.put': 1 };
    const most = { ...shown, ...move, ...booked, 'collections.targets.find': 5, 'ledger.write': 1 };
    expect(above(taken(), most)).toEqual({});
  });
});
