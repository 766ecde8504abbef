import { describe, expect, it } from 'vitest';
import { Conflict } from '../../../functions/domain/base/faults.ts';
import { BadInput } from '../../../functions/domain/base/problems.ts';
import type { Ports } from '../../../functions/flows/ports.ts';
import { aTask, at, contactsOf, day } from '../../support/builders.ts';
import { postId, taskId } from '../../support/ids.ts';
import { changeTask, type Mover, wake } from '../../support/requests.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

const mover: Mover = {
  park: 'linxiang',
  task: taskId('lx22-071'),
  by: 'owner-0',
  why: '已建成',
  via: '测试',
};

const office: Mover = { ...mover, by: 'office', why: '材料不全' };

async function park(): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-16 09:00');
  await settleIn(world, [aTask()], contactsOf('安环局', '招商局'));
  return world;
}

describe('a move', () => {
  it('writes who, when, what, from, to and why', async () => {
    const world = await park();
    await changeTask(mover, { act: 'submit' }, world.ports);
    const history = await world.register.history('linxiang', taskId('lx22-071'));
    expect(history.map(({ version, what }) => `${version} ${what}`)).toEqual([
      '1 登记',
      '2 报办结',
    ]);
    expect(history.at(-1)).toMatchObject({
      at: at('2022-06-16 09:00'),
      by: 'owner-0',
      from: '推进中',
      to: '待核验',
      why: '已建成',
    });
  });

  it('silences the ladder while the office holds the task, and permanently once it is closed', async () => {
    const world = await park();
    const held = await changeTask(mover, { act: 'submit' }, world.ports);
    expect(held.wakeAt).toEqual(at('2022-06-20 08:00'));
    const back = await changeTask(office, { act: 'return' }, world.ports);
    expect(back.wakeAt).toEqual(at('2022-06-17 08:00'));
    world.goTo('2022-06-17 08:00');
    await wake('linxiang', world.ports);
    expect(world.stored('lx22-071')?.wakeAt).toEqual(at('2022-06-23 08:00'));
    await changeTask(mover, { act: 'submit' }, world.ports);
    await changeTask(office, { act: 'verify' }, world.ports);
    world.goTo('2022-06-20 08:00');
    await wake('linxiang', world.ports);
    expect(world.stored('lx22-071')?.wakeAt).toBeNull();
  });

  it('tells the new post of a reassigned task, within minutes in speaking time', async () => {
    const world = await park();
    world.goTo('2022-06-16 10:30');
    await changeTask(office, { act: 'reassign', leadUnit: '招商局' }, world.ports);
    world.goTo('2022-06-16 10:40');
    await wake('linxiang', world.ports);
    expect(world.deliveries.filter(({ contact }) => contact !== 'office')).toMatchObject([
      { contact: 'owner-1', key: 'lx22-071/assigned-1/owner@招商局/2022-06-30' },
    ]);
    expect(world.messages.at(-1)?.text).toContain('新交办1项工作');
  });

  it('tells of each handover, also back to a post that had it before', async () => {
    const world = await park();
    for (const [hour, leadUnit] of ['招商局', '安环局', '招商局'].entries()) {
      world.goTo(`2022-06-16 1${hour}:00`);
      await changeTask(office, { act: 'reassign', leadUnit }, world.ports);
      world.goTo(`2022-06-16 1${hour}:10`);
      await wake('linxiang', world.ports);
    }
    const keys = world.deliveries.map(({ key }) => key).filter((key) => key.includes('assigned'));
    expect(keys).toEqual([
      'lx22-071/assigned-1/owner@招商局/2022-06-30',
      'lx22-071/assigned-2/owner@安环局/2022-06-30',
      'lx22-071/assigned-3/owner@招商局/2022-06-30',
    ]);
  });

  it('sees to the slot in which it is told before it writes', async () => {
    const world = await park();
    const due = day('2022-07-15');
    const { wakeAt } = await changeTask(office, { act: 'redate', due }, world.ports);
    expect(wakeAt).toEqual(at('2022-06-17 08:00'));
    expect(world.slots.has('linxiang 2022-06-17T00:00:00Z')).toBe(true);
  });

  it('hands a task over formally, to its owner or to another post of the unit, who is told', async () => {
    const world = await park();
    world.goTo('2022-06-16 10:30');
    const { task } = await changeTask(
      office,
      { act: 'assign', owner: postId('head-0') },
      world.ports,
    );
    expect(task).toMatchObject({
      owner: 'head-0',
      status: 'pendingAcceptance',
      assignment: { number: 1 },
    });
    world.goTo('2022-06-16 10:40');
    await wake('linxiang', world.ports);
    expect(world.deliveries.map(({ key }) => key)).toContain(
      'lx22-071/assigned-1/head-0/2022-06-30',
    );
    await expect(
      changeTask(office, { act: 'assign', owner: postId('nobody') }, world.ports),
    ).rejects.toThrow('没有责任人的联系方式');
  });

  it('that returns a task says why', async () => {
    const world = await park();
    await changeTask(mover, { act: 'submit' }, world.ports);
    await expect(
      changeTask({ ...office, why: ' ' }, { act: 'return' }, world.ports),
    ).rejects.toThrow('退办须说明原因');
    expect(world.stored('lx22-071')?.version).toBe(2);
  });

  it('is refused in words when the task does not allow it, or is not there', async () => {
    const world = await park();
    await expect(changeTask(office, { act: 'verify' }, world.ports)).rejects.toThrow(
      '事项 lx22-071：“推进中”的事项不能核验销号，现在可以：交办、反馈、报办结、申请延期、提出不属本岗位、核定期限、更正期限、改派、中止、撤销、设前置事项、催办、分解节点、调整。',
    );
    await expect(
      changeTask({ ...mover, task: taskId('lx22-999') }, { act: 'submit' }, world.ports),
    ).rejects.toThrow(BadInput);
  });

  it('is refused to a post that has no part in it, or to nobody', async () => {
    const world = await park();
    await expect(changeTask(mover, { act: 'suspend' }, world.ports)).rejects.toThrow(
      '事项 lx22-071：安环局责任人没有这项权限，可以办理的是：园区办。请由有权限的岗位办理。',
    );
    await expect(
      changeTask({ ...mover, by: 'nobody' }, { act: 'submit' }, world.ports),
    ).rejects.toThrow('通讯录里没有“nobody”这个联系人');
  });

  it('is refused where the new unit has nobody to receive it', async () => {
    const world = await park();
    const move = { act: 'reassign', leadUnit: '教育局' } as const;
    await expect(changeTask(office, move, world.ports)).rejects.toThrow(
      '责任单位“教育局”没有责任人的联系方式',
    );
    expect(world.stored('lx22-071')?.version).toBe(1);
  });

  it('knows its own write again after the answer was lost', async () => {
    const world = await park();
    const ports: Ports = {
      ...world.ports,
      register: {
        ...world.register,
        change: async (read, next) => {
          await world.register.change(read, next);
          return 'lost';
        },
      },
    };
    const changed = await changeTask(mover, { act: 'submit' }, ports);
    expect(changed.version).toBe(2);
    expect(await world.register.history('linxiang', taskId('lx22-071'))).toHaveLength(2);
  });

  it('decides again after a lost race, and says at last who was faster', async () => {
    const world = await park();
    const racing: Ports = {
      ...world.ports,
      register: {
        ...world.register,
        change: async (read, next) => {
          if (next.lastChange.by === 'owner-0') {
            await changeTask(office, { act: 'redate', due: day('2022-07-15') }, world.ports);
          }
          return world.register.change(read, next);
        },
      },
    };
    const move = changeTask(mover, { act: 'submit' }, racing);
    await expect(move).rejects.toThrow(Conflict);
    await expect(move).rejects.toThrow('office核定期限');
  });

  it('names the winner where the other move leaves no room for this one', async () => {
    const world = await park();
    let isFirst = true;
    const racing: Ports = {
      ...world.ports,
      register: {
        ...world.register,
        change: async (read, next) => {
          if (isFirst) {
            isFirst = false;
            await changeTask(office, { act: 'withdraw' }, world.ports);
          }
          return world.register.change(read, next);
        },
      },
    };
    const move = changeTask(mover, { act: 'submit' }, racing);
    await expect(move).rejects.toThrow('“lx22-071”刚被改动：office撤销。请看过最新情况再办。');
    expect(world.stored('lx22-071')?.task.status).toBe('withdrawn');
    expect(await world.register.history('linxiang', taskId('lx22-071'))).toHaveLength(2);
  });
});
