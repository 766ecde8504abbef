import { beforeEach, describe, expect, it } from 'vitest';
import { UnitWish } from '../../../functions/domain/contacts/unit-wish.ts';
import { enterContacts } from '../../../functions/flows/contacts/enter-contacts.ts';
import { keepContact, removeContact } from '../../../functions/flows/contacts/keep-contacts.ts';
import {
  cancelUnitMove,
  previewUnitMove,
  renameUnit,
} from '../../../functions/flows/contacts/rename-unit.ts';
import { openContext } from '../../../functions/flows/context/open-context.ts';
import { sightOf } from '../../../functions/flows/context/sight.ts';
import { readBoard } from '../../../functions/flows/views/board.ts';
import { finishUnitMoves } from '../../../functions/flows/wake/finish-unit-moves.ts';
import { ownerlessNow, tellOwnerless } from '../../../functions/flows/wake/ownerless.ts';
import { aTask, contactsOf, day } from '../../support/builders.ts';
import { contactId, postId, taskId } from '../../support/ids.ts';
import { changeTask, enterTasks, wake } from '../../support/requests.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

const OLD = '规划建设局';
const NEW = '自然资源和建设局';
const office = { park: 'linxiang', by: 'office' };

let world: World;
beforeEach(async () => {
  world = newWorld();
  world.goTo('2022-06-15 09:00');
  const tasks = [
    aTask({ id: 'lx22-001', leadUnit: OLD }),
    aTask({ id: 'lx22-002', leadUnit: OLD, status: 'closed' }),
  ];
  await settleIn(world, tasks, contactsOf(OLD, '安环局'));
});

const run = () => openContext('linxiang', world.ports);
const wish = (over: Readonly<Record<string, unknown>> = {}): UnitWish =>
  UnitWish.parse({ unit: OLD, to: NEW, on: '2022-06-15', why: '机构改革', ...over });
const rename = async (over: Readonly<Record<string, unknown>> = {}, by = 'office') => {
  const move = await renameUnit(await run(), { park: 'linxiang', by }, wish(over));
  await finishUnitMoves(await run());
  return move;
};
const stored = async (id: string) =>
  (await world.ports.register.task('linxiang', taskId(id)))?.task;

describe('a move of a unit is refused', () => {
  it.each([
    { over: { unit: '没有局' }, says: '没有这个单位' },
    { over: { to: OLD }, says: '与现在的名称相同' },
    { over: { to: '安环局' }, says: `${OLD}和安环局各有一个责任人：` },
    { over: { to: '安环局', heads: { owner: 'leader' } }, says: '请选定并入以后由谁担任责任人' },
  ])('with what to do: $says', async ({ over, says }) => {
    await expect(rename(over)).rejects.toThrow(says);
    const { value } = await world.register.directory('linxiang');
    expect(value.unitMoves).toEqual([]);
  });

  it('for who may not, for a former name, and while another one is not finished', async () => {
    await expect(rename({}, 'owner-0')).rejects.toThrow('没有这项权限');
    await rename({ on: '2022-07-01' });
    await expect(rename()).rejects.toThrow('还没有办完');
    const [ahead] = (await run()).unitMoves;
    await cancelUnitMove(await run(), office, ahead?.id ?? '');
    const { id } = await rename();
    await expect(cancelUnitMove(await run(), office, id)).rejects.toThrow('已经生效');
    await expect(rename()).rejects.toThrow(`现在叫${NEW}`);
    await expect(rename({ unit: '安环局', to: OLD })).rejects.toThrow('从前的名称');
  });
});

describe('a unit that was renamed', () => {
  it('is previewed with what goes with it', async () => {
    expect(await previewUnitMove(await run(), wish())).toMatchObject({
      isMerge: false,
      isAhead: false,
      tasks: 1,
      nodes: 0,
      doubled: [],
    });
    expect((await previewUnitMove(await run(), wish({ to: '安环局' }))).doubled).toHaveLength(2);
  });

  it('can take its old name again', async () => {
    await rename();
    world.goTo('2022-06-16 09:00');
    await rename({ unit: NEW, to: OLD });
    expect((await stored('lx22-001'))?.leadUnit).toBe(OLD);
    expect((await run()).directory.unitNow(NEW)).toBe(OLD);
  });

  it('keeps what ended under the old name in its sight, and is found by it', async () => {
    await rename();
    const now = await run();
    const owner = now.directory.contact('owner-0');
    if (!owner) throw new Error('there is no owner');
    const closed = await stored('lx22-002');
    expect(closed?.leadUnit).toBe(OLD);
    expect((await sightOf(now, owner)).sees(closed ?? aTask())).toBe(true);
    const { rows } = await readBoard(now, owner, 2022);
    const names = rows.map(({ task, unitNames }) => [task.id, task.leadUnit, unitNames?.former]);
    expect(names).toEqual([
      ['lx22-001', NEW, [OLD]],
      ['lx22-002', OLD, []],
    ]);
  });

  it('leads an entry under the old name to the new one', async () => {
    await rename();
    const entered = { ...aTask({ id: 'lx22-009', leadUnit: OLD }) };
    await enterTasks('linxiang', [entered], world.now(), world.ports);
    expect((await stored('lx22-009'))?.owner).toBe(`owner@${NEW}`);
  });

  it('keeps contacts from being entered under the old name', async () => {
    await rename();
    const late = contactsOf(OLD)[0];
    if (!late) throw new Error('there is no contact');
    const second = { ...late, id: contactId('owner-9') };
    await expect(keepContact(second, office, world.ports)).rejects.toThrow(`现在叫${NEW}`);
    await expect(enterContacts('linxiang', [second], world.ports)).rejects.toThrow('现在叫');
  });

  it('has its tasks follow before anything else becomes of them', async () => {
    await renameUnit(
      await run(),
      office,
      wish({ to: '安环局', heads: { owner: 'owner-1', unitHead: 'head-1' } }),
    );
    const mover = {
      park: 'linxiang',
      task: taskId('lx22-001'),
      by: 'owner-1',
      why: '',
      via: '网页',
    };
    await changeTask(mover, { act: 'signFor' }, world.ports);
    const lines = await world.ports.register.history('linxiang', taskId('lx22-001'));
    expect(lines.map(({ what }) => what).slice(1)).toEqual(['单位并入', '签收']);
  });
});

describe('a work with nodes', () => {
  const divide = async (): Promise<void> => {
    const wishes = [
      { title: '用地', leadUnit: OLD, owner: postId(`owner@${OLD}`) },
      { title: '环评', leadUnit: '安环局', owner: postId('owner@安环局') },
    ].map((each) => ({ ...each, due: day('2022-06-28'), weight: null }));
    const mover = { ...office, task: taskId('lx22-001'), why: '', via: '网页' };
    await changeTask(mover, { act: 'nodes', nodes: wishes }, world.ports);
    await wake('linxiang', world.ports);
  };

  it('has its nodes follow with it', async () => {
    await divide();
    world.goTo('2022-06-15 10:00');
    await rename();
    expect(await stored('lx22-001.n1')).toMatchObject({ leadUnit: NEW, owner: `owner@${NEW}` });
    expect(await stored('lx22-001.n2')).toMatchObject({ leadUnit: '安环局' });
  });

  it('is handed over together with the nodes of its owner', async () => {
    await divide();
    world.goTo('2022-06-15 10:00');
    await rename({ to: '安环局', heads: { owner: 'owner-1', unitHead: 'head-1' } });
    const before = await stored('lx22-001.n1');
    expect(before).toMatchObject({ owner: 'owner@安环局' });
    world.goTo('2022-06-15 10:10');
    await wake('linxiang', world.ports);
    const told = world.messages.findLast(({ contact }) => contact === 'owner-1')?.text ?? '';
    expect(told.split('建成环境污染第三方治理工作平台')).toHaveLength(2);
  });
});

describe('a change that leaves open tasks without an owner', () => {
  it('is refused with how many and what to do, unless a reason is given', async () => {
    const left = `${OLD}的1项在办工作没有责任人`;
    await expect(removeContact('owner-0', office, world.ports)).rejects.toThrow(left);
    const [owner] = contactsOf(OLD);
    if (!owner) throw new Error('there is no owner');
    const moved = { ...owner, unit: '水务' };
    await expect(keepContact(moved, office, world.ports)).rejects.toThrow('请办理“单位改名”');
    await keepContact(moved, { ...office, why: '先行撤销' }, world.ports);
    const [, change] = (await world.register.directoryHistory('linxiang')).toReversed();
    expect([change?.why, (await world.register.directory('linxiang')).lastChange?.why]).toContain(
      '先行撤销',
    );
  });

  it('of a post that no open task needs is made without a reason', async () => {
    await removeContact('owner-1', office, world.ports);
    await removeContact('head-0', office, world.ports);
  });

  it('is told to the office in its next digest', async () => {
    await removeContact('owner-0', { ...office, why: '岗位撤销' }, world.ports);
    await tellOwnerless(await run());
    world.goTo('2022-06-16 08:00');
    await wake('linxiang', world.ports);
    const text = world.messages.findLast(({ contact }) => contact === 'office')?.text;
    expect(text).toContain(`没有责任人的单位：${OLD}1项。这些工作的提醒现由园区办代收`);
  });

  it('is told no more once there is an owner', async () => {
    expect(await ownerlessNow(await run())).toBeUndefined();
  });
});
