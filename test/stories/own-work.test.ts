import { describe, expect, it } from 'vitest';
import { OwnWork } from '../../functions/domain/base/problems.ts';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { allWords, countsOf } from '../../functions/domain/papers/task-counts.ts';
import type { Policy } from '../../functions/domain/policy/policy.ts';
import type { Move } from '../../functions/domain/tasks/move.ts';
import { setStandIn } from '../../functions/flows/contacts/stand-in.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import { readBoard } from '../../functions/flows/views/board.ts';
import { contactsOf, day, deadlinesOnly } from '../support/builders.ts';
import { callerAs } from '../support/caller.ts';
import { taskId } from '../support/ids.ts';
import { aPortal, visitor } from '../support/portal.ts';
import { changeTask } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import { ask, disown, park } from './climbing.ts';

const make = (world: World, by: string, what: Move): Promise<unknown> =>
  changeTask(
    { park: 'linxiang', task: taskId('lx22-071'), by, why: '说明', via: '测试' },
    what,
    world.ports,
  );

/** The park whose office is away: `standIn` receives and acts for it. */
async function away(standIn: string): Promise<World> {
  const world = await park();
  await setStandIn({ park: 'linxiang', contact: 'office', standIn, by: 'office' }, world.ports);
  return world;
}

const whatWasDone = async (world: World): Promise<string> => {
  const [last] = (await world.register.history('linxiang', taskId('lx22-071'))).slice(-1);
  return `${last?.by}${last?.onBehalfOf ? `代${last.onBehalfOf}` : ''} ${last?.what}`;
};

describe('the owner who stands in for the office', () => {
  it.each<{ asks: Move; decides: Move; says: string }>([
    { asks: { act: 'submit' }, decides: { act: 'verify' }, says: '核验销号' },
    { asks: { act: 'submit' }, decides: { act: 'return' }, says: '退办' },
    { asks: ask, decides: { act: 'grant', due: day('2022-07-10') }, says: '同意延期' },
    { asks: ask, decides: { act: 'refuse' }, says: '不同意延期' },
    { asks: ask, decides: { act: 'redate', due: day('2022-07-10') }, says: '核定期限' },
    { asks: disown, decides: { act: 'reassign', leadUnit: '招商局' }, says: '改派' },
    { asks: disown, decides: { act: 'keep' }, says: '维持责任' },
    { asks: ask, decides: { act: 'withdraw' }, says: '撤销' },
  ])('does not decide about his own work: $decides.act', async ({ asks, decides, says }) => {
    const world = await away('owner-0');
    await make(world, 'owner-0', asks);
    const before = world.stored('lx22-071')?.task;
    const deciding = make(world, 'owner-0', decides);
    await expect(deciding).rejects.toThrow(OwnWork);
    await expect(deciding).rejects.toThrow(
      `安环局责任人负责这一项，不能再代园区办${says}，应由园区办本岗位办理。确需代办的，请园区办另设代收人。`,
    );
    expect(world.stored('lx22-071')?.task).toEqual(before);
    await make(world, 'office', decides);
  });

  it('does so for others, and the history says for whom', async () => {
    const world = await away('owner-1');
    await make(world, 'owner-0', { act: 'submit' });
    await make(world, 'owner-1', { act: 'verify' });
    expect(await whatWasDone(world)).toBe('owner-1代office 核验销号');
  });

  it('nor does the head of the unit, nor who stands in for owner and office', async () => {
    const head = await away('head-0');
    await make(head, 'owner-0', { act: 'submit' });
    await expect(make(head, 'head-0', { act: 'verify' })).rejects.toThrow(OwnWork);
    const both = await away('owner-1');
    await setStandIn(
      { park: 'linxiang', contact: 'owner-0', standIn: 'owner-1', by: 'office' },
      both.ports,
    );
    await make(both, 'owner-1', { act: 'submit' });
    await expect(make(both, 'owner-1', { act: 'verify' })).rejects.toThrow(OwnWork);
  });

  it('is not offered it on the page, and is refused there and through the API', async () => {
    const world = await away('owner-0');
    await make(world, 'owner-0', { act: 'submit' });
    const app = visitor(
      aPortal(world, { signIn: { kind: 'chooseRole', park: 'linxiang', guest: 'owner-0' } }),
    );
    expect(await app.text('/items/lx22-071')).not.toContain('/items/lx22-071/verify');
    const refused = await app.post('/items/lx22-071/verify', { why: '' });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('不能再代园区办核验销号');
    const call = await callerAs(world, 'owner-0');
    const answer = await call(
      '/items/lx22-071/moves',
      { act: 'verify' },
      { 'if-match': `"${world.stored('lx22-071')?.version}"` },
    );
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('不能再代园区办核验销号，应由园区办本岗位办理');
    expect(world.stored('lx22-071')?.task.status).toBe('pendingReview');
  });
});

describe('a task that the office itself answers for', () => {
  const ofOffice = { owner: 'office', leadUnit: '园区办' };

  it('is decided by the office, and the history says 自核', async () => {
    const world = await park(ofOffice);
    await make(world, 'office', { act: 'submit' });
    await make(world, 'office', { act: 'verify' });
    expect(await whatWasDone(world)).toBe('office 核验销号（自核）');
  });

  it('is counted apart in sheets and bulletins, until somebody else verified it', async () => {
    const world = await park(ofOffice);
    await make(world, 'office', { act: 'submit' });
    await make(world, 'office', { act: 'verify' });
    const words = async (): Promise<string> => {
      const run = await openContext('linxiang', world.ports);
      const { rows } = await readBoard(run, run.directory.contact('office') as Contact, undefined);
      return allWords(countsOf(rows));
    };
    expect(await words()).toMatch(/已办结1项（其中园区办自核1项）$/);
    await make(world, 'office', { act: 'return' });
    expect(await words()).toMatch(/已办结0项$/);
  });

  it('is decided by whom the policy names, where it names another', async () => {
    const policy: Policy = { ...deadlinesOnly, officeCheckedBy: 'principalLeader' };
    const world = await park(ofOffice, policy);
    await make(world, 'office', { act: 'submit' });
    await expect(make(world, 'office', { act: 'verify' })).rejects.toThrow(
      '园区办没有这项权限，可以办理的是：主要领导',
    );
    await make(world, 'principal', { act: 'verify' });
    expect(await whatWasDone(world)).toBe('principal 核验销号');
  });

  it('leaves every other task to the office', async () => {
    const policy: Policy = { ...deadlinesOnly, officeCheckedBy: 'principalLeader' };
    const world = await park({}, policy, contactsOf('安环局', '招商局'));
    await make(world, 'owner-0', { act: 'submit' });
    await expect(make(world, 'principal', { act: 'verify' })).rejects.toThrow('没有这项权限');
    await make(world, 'office', { act: 'verify' });
    expect(await whatWasDone(world)).toBe('office 核验销号');
  });
});
