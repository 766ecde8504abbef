import { describe, expect, it } from 'vitest';
import { setStandIn } from '../../../functions/flows/contacts/stand-in.ts';
import { openLink } from '../../../functions/flows/tasks/open-link.ts';
import { faulty } from '../../support/faults.ts';
import { taskId } from '../../support/ids.ts';
import {
  codeTo,
  overdue,
  reassign,
  report,
  shownBy,
  signedKeys,
  told,
} from '../../support/links.ts';
import { changeTask, moveByLink, signByLink, wake } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';

describe('a task that goes to another unit after its message', () => {
  it('is neither shown nor signed for by the link; the rest of it is answered', async () => {
    const world = await told();
    const code = codeTo(world, 'owner-0');
    await reassign(world, 'lx22-090', '招商局');
    expect(await shownBy(world, code)).toEqual([['lx22-071'], ['lx22-090']]);
    const wish = { code, task: taskId('lx22-071'), move: report, why: '', key: 'form' };
    await moveByLink(wish, world.ports);
    expect(world.stored('lx22-071')?.task.progress).toBe(85);
    expect(signedKeys(world)).toEqual(['lx22-071/overdue-1/owner@安环局/2022-06-30']);
    expect(world.stored('lx22-090')?.task.status).toBe('pendingAcceptance');
  });

  it('takes no answer through it', async () => {
    const world = await told();
    const code = codeTo(world, 'owner-0');
    const { version } = await reassign(world, 'lx22-090', '招商局');
    const wish = { code, task: taskId('lx22-090'), move: report, why: '', key: 'form' };
    await expect(moveByLink(wish, world.ports)).rejects.toThrow(
      '事项 lx22-090：已经不由本岗位负责，没有记录',
    );
    expect(world.stored('lx22-090')?.version).toBe(version);
    expect(signedKeys(world)).toEqual([]);
  });

  it('does not stop an answer about another, though it goes in that very moment', async () => {
    const world = await overdue();
    await changeTask(
      { park: 'linxiang', task: taskId('lx22-090'), by: 'office', why: '', via: '测试' },
      { act: 'assign' },
      world.ports,
    );
    await wake('linxiang', world.ports);
    const code = codeTo(world, 'owner-0');
    let isDone = false;
    const racing = faulty(world.ports, async ({ name }) => {
      if (name !== 'register.change' || isDone) return undefined;
      isDone = true;
      await reassign(world, 'lx22-090', '招商局');
      return undefined;
    });
    await moveByLink(
      { code, task: taskId('lx22-071'), move: report, why: '', key: 'form' },
      racing,
    );
    expect(world.stored('lx22-071')?.task.progress).toBe(85);
    expect(world.stored('lx22-090')?.lastChange.what).toBe('改派');
    expect(await shownBy(world, code)).toEqual([['lx22-071'], ['lx22-090']]);
  });
});

describe('the link of a stand-in', () => {
  async function standingIn(): Promise<World> {
    const world = await overdue();
    const wish = { park: 'linxiang', contact: 'owner-0', standIn: 'owner-1', by: 'office' };
    await setStandIn(wish, world.ports);
    await wake('linxiang', world.ports);
    return world;
  }

  it('lets it do what the other may, in both names', async () => {
    const world = await standingIn();
    const code = codeTo(world, 'owner-1');
    const opened = await openLink(code, world.ports);
    const items = opened.state === 'valid' ? opened.items : [];
    const platform = items.find(({ stored }) => stored.task.id === 'lx22-071');
    expect(platform).toMatchObject({ isUnsigned: true });
    expect(platform?.acts).toContain('report');
    await moveByLink(
      { code, task: taskId('lx22-071'), move: report, why: '', key: 'form' },
      world.ports,
    );
    const history = await world.register.history('linxiang', taskId('lx22-071'));
    expect(history.at(-1)).toMatchObject({ by: 'owner-1', onBehalfOf: 'owner-0' });
  });

  it('leaves it its own once the other is back', async () => {
    const world = await standingIn();
    const code = codeTo(world, 'owner-1');
    const back = { park: 'linxiang', contact: 'owner-0', standIn: null, by: 'office' };
    await setStandIn(back, world.ports);
    expect(await shownBy(world, code)).toEqual([['lx22-100'], ['lx22-071', 'lx22-090']]);
    await signByLink(code, world.ports);
    expect(signedKeys(world)).toEqual(['lx22-100/overdue-1/owner@招商局/2022-06-30']);
  });
});
