import { beforeEach, describe, expect, it } from 'vitest';
import { NewItem } from '../../../functions/domain/sources/new-item.ts';
import { openContext } from '../../../functions/flows/context/open-context.ts';
import {
  type ItemRequest,
  type RegisteredItem,
  registerItem,
} from '../../../functions/flows/sources/register-item.ts';
import { day } from '../../support/builders.ts';
import { faulty } from '../../support/faults.ts';
import { taskId } from '../../support/ids.ts';
import { deskOf, emptyPark } from '../../support/plans.ts';
import { wake } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';

const PARK = 'linxiang';

let world: World;
beforeEach(async () => {
  world = await emptyPark();
});

const order = {
  kind: 'instruction',
  from: '管委会主要领导',
  date: '2022-01-14',
  words: '8月底前扩容。',
};

const requestOf = (over: Record<string, unknown> = {}, confirmed = {}): ItemRequest => ({
  item: NewItem.parse({
    title: '完成化工片区事故应急池扩容',
    leadUnit: '安环局',
    due: '2022-08-31',
    source: order,
    ...over,
  }),
  key: JSON.stringify(over),
  confirmed: { past: false, other: false, ...confirmed },
});

const register = async (
  request = requestOf(),
  by = 'office',
  ports = world.ports,
): Promise<RegisteredItem> =>
  registerItem(await openContext(PARK, ports), { by, via: '网页' }, request);

const idOf = (answer: RegisteredItem): string => ('task' in answer ? answer.task.id : 'asked');

describe('an item that is entered by hand', () => {
  it('is a task of its own source, handed over with its date, and its words stand with it', async () => {
    expect(idOf(await register())).toBe('s22a-001');
    const task = world.stored('s22a-001')?.task;
    expect(task).toMatchObject({
      source: 's22a',
      plan: 2022,
      leadUnit: '安环局',
      duePrecision: 'set',
      start: day('2022-01-17'),
      quote: '8月底前扩容。',
      status: 'pendingAcceptance',
    });
    const source = await world.collections.sources.find(PARK, 's22a');
    expect(source?.value).toMatchObject({
      kind: 'instruction',
      title: '管委会主要领导1月14日批示',
    });
    world.goTo('2022-01-17 08:10');
    await wake(PARK, world.ports);
    const told = world.messages.find(({ contact }) => contact === 'anhuan-owner');
    expect(told?.text).toContain('完成化工片区事故应急池扩容');
    const [first] = await world.register.history(PARK, taskId('s22a-001'));
    expect(first).toMatchObject({ by: 'office', what: '交办', why: '手工登记' });
  });

  it('shares a source with what comes from the same, and has the next number of it', async () => {
    await register();
    expect(idOf(await register(requestOf({ title: '修订应急预案' })))).toBe('s22a-002');
    const tomorrow = { ...order, date: '2022-01-13' };
    expect(idOf(await register(requestOf({ title: '开通公交', source: tomorrow })))).toBe(
      's22b-001',
    );
    expect(idOf(await register(requestOf({ title: '整修围墙', source: { kind: 'hand' } })))).toBe(
      'h22-001',
    );
  });

  it('is one however often it is sent, also when the answer is lost', async () => {
    let isLost = false;
    const losing = faulty(world.ports, ({ name }) => {
      if (name !== 'register.create' || isLost) return undefined;
      isLost = true;
      return 'losesAnswer';
    });
    await expect(register(requestOf(), 'office', losing)).rejects.toThrow('register.create');
    expect(idOf(await register())).toBe('s22a-001');
    expect(idOf(await register())).toBe('s22a-001');
    expect(world.stored('s22a-002')).toBeUndefined();
  });

  it('gets a number of its own when several are entered at the same moment', async () => {
    const ids = await Promise.all(
      ['甲工程开工', '乙道路通车', '丙平台上线'].map(async (title) =>
        idOf(await register(requestOf({ title }))),
      ),
    );
    expect(new Set(ids)).toEqual(new Set(['s22a-001', 's22a-002', 's22a-003']));
  });

  it('stands under an area of the plan if the office says so', async () => {
    const desk = deskOf(world);
    await desk.publish(await desk.decided());
    await register(requestOf({ place: 'p22.1' }));
    expect(world.stored('s22a-001')?.task).toMatchObject({ areaSource: 'p22', area: 1 });
    await expect(register(requestOf({ title: '另一件', place: 'p22.9' }))).rejects.toThrow(
      '没有这项工作',
    );
  });
});

describe('before it is registered', () => {
  it('a past date, and one that is much like another, are asked about', async () => {
    const past = await register(requestOf({ due: '2022-01-10' }));
    expect(past).toMatchObject({ questions: [{ about: 'past' }] });
    expect(idOf(await register(requestOf({ due: '2022-01-10' }, { past: true })))).toBe('s22a-001');
    const alike = requestOf({ title: '完成化工片区的事故应急池扩容' });
    expect(await register(alike)).toMatchObject({
      questions: [{ about: 'other', message: expect.stringContaining('s22a-001') }],
    });
    const other = { ...alike, confirmed: { past: false, other: true } };
    expect(idOf(await register(other))).toBe('s22a-002');
  });

  it('every wrong field is named, and nothing is written', async () => {
    const wrong = requestOf({
      leadUnit: '水利局',
      kind: 'standing',
      source: { ...order, date: '2022-02-01' },
    });
    await expect(register(wrong)).rejects.toThrow(
      /水利局没有责任人[^]*长期工作没有期限[^]*2月1日还没有到/,
    );
    expect(await world.collections.sources.all(PARK)).toEqual([]);
  });

  it('only the office may', async () => {
    await expect(register(requestOf(), 'anhuan-owner')).rejects.toThrow('没有这项权限');
  });
});
