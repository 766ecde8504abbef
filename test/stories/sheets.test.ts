import { describe, expect, it } from 'vitest';
import type { Digest } from '../../functions/domain/messages/digest.ts';
import { removeContact } from '../../functions/flows/contacts/keep-contacts.ts';
import { setStandIn } from '../../functions/flows/contacts/stand-in.ts';
import { reconcile } from '../../functions/flows/wake/reconcile.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { aTask, day } from '../support/builders.ts';
import { type Call, type FaultPlan, faulty } from '../support/faults.ts';
import { taskId } from '../support/ids.ts';
import { changeTask, enterTasks, wake } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import { friday, sheetsOf } from './friday.ts';

const textTo = (world: World, contact: string): string =>
  world.messages.findLast((message) => message.contact === contact)?.text ?? '';

async function on(world: World, ...times: readonly string[]): Promise<void> {
  for (const time of times) {
    world.goTo(time);
    await wake('linxiang', world.ports);
  }
}

describe('the sheet of a week', () => {
  it('comes with the message of its first working morning, and no other of that week', async () => {
    const world = await friday();
    await on(world, '2022-06-20 08:00', '2022-06-21 08:00', '2022-06-24 08:00', '2022-06-27 08:00');
    expect(sheetsOf(world)).toEqual([
      '06-20 2022-W25 leader',
      '06-20 2022-W25 principal',
      '06-27 2022-W26 leader',
      '06-27 2022-W26 principal',
    ]);
    const perDay = Map.groupBy(
      world.messages,
      ({ contact, digests }) => `${contact} ${digests[0]?.id.slice(0, 'YYYY-MM-DD'.length)}`,
    );
    expect([...perDay.values()].every(({ length }) => length === 1)).toBe(true);
  });

  it('says what is true when it goes out', async () => {
    const world = await friday();
    const morning = faulty(world.ports, async ({ name, args }) => {
      const [digest] = args;
      const isClaim = name === 'ledger.write' && (digest as Digest).state === 'sending';
      if (!isClaim || world.stored('late')?.task.status !== 'inProgress') return undefined;
      const move = { park: 'linxiang', task: taskId('late'), why: '', via: '测试' };
      await changeTask({ ...move, by: 'owner-0' }, { act: 'submit' }, world.ports);
      await changeTask({ ...move, by: 'office' }, { act: 'verify' }, world.ports);
      return undefined;
    });
    world.goTo('2022-06-20 08:00');
    await wake('linxiang', morning);
    expect(textTo(world, 'principal')).toContain('没有红灯');
    expect(textTo(world, 'principal')).toContain('已办结1项');
  });

  it('counts what was withdrawn apart, and says how many targets did not report', async () => {
    const world = await friday();
    const withdrawn = {
      park: 'linxiang',
      task: taskId('late'),
      by: 'office',
      why: '',
      via: '测试',
    };
    await changeTask(withdrawn, { act: 'withdraw' }, world.ports);
    await on(world, '2022-06-20 08:00');
    const text = textTo(world, 'principal');
    expect(text).toContain('工作3项，其中撤销1项，已办结0项，红灯0项，黄灯0项');
    expect(text).toContain('指标1项，0项达到序时，未报数1项。');
  });

  it('leads to the overview, and is named in the subject where nothing is to be done', async () => {
    const world = await friday();
    world.pages.at = 'https://ruqi.example';
    await on(world, '2022-06-20 08:00');
    const message = world.messages.find(({ contact }) => contact === 'principal');
    expect(message?.subject).toBe('主要领导：6月20日（周一），督办周报');
    expect(message?.text).toMatch(/总览：https:\/\/ruqi\.example\/$/);
    expect(message?.text).toContain('· 建成消防站（安环局，已逾期4天）');
    // A page with nothing to answer would only send its reader away again.
    expect(message?.text).not.toContain('/a/');
  });

  it('is told on the first working day after an outage, once, and never two weeks at once', async () => {
    const world = await friday();
    await on(world, '2022-06-22 10:00', '2022-06-23 08:00', '2022-07-13 10:00');
    expect(sheetsOf(world)).toEqual([
      '06-22 2022-W25 leader',
      '06-22 2022-W25 principal',
      '07-13 2022-07 leader',
      '07-13 2022-07 office',
      '07-13 2022-07 principal',
    ]);
  });

  it('is told on Tuesday where Monday’s run came after hours', async () => {
    const world = await friday();
    world.goTo('2022-06-20 19:00');
    await sweep(world.ports);
    await reconcile(world.ports);
    expect(sheetsOf(world)).toEqual([]);
    await on(world, '2022-06-21 08:00');
    expect(sheetsOf(world)).toEqual(['06-21 2022-W25 leader', '06-21 2022-W25 principal']);
  });

  it('is told once where Monday’s run died and the watch was put off to Tuesday', async () => {
    const world = await friday();
    world.goTo('2022-06-20 08:00');
    const dying = diesAt(({ name, args }) => name === 'ledger.write' && isPrincipals(args));
    await wake('linxiang', faulty(world.ports, dying)).catch(() => undefined);
    await on(world, '2022-06-20 18:30', '2022-06-21 08:00', '2022-06-22 08:00');
    expect(sheetsOf(world)).toEqual(['06-21 2022-W25 leader', '06-21 2022-W25 principal']);
  });

  it('of last week is not told this week, where its digest was filled and never sent', async () => {
    const world = await friday();
    world.goTo('2022-06-20 08:00');
    const dying = diesAt(({ name, args }) => name === 'ledger.write' && isPrincipals(args));
    await wake('linxiang', faulty(world.ports, dying)).catch(() => undefined);
    expect(world.digests().some(({ post }) => post === 'principalLeader')).toBe(true);
    await on(world, '2022-06-27 08:00');
    expect(sheetsOf(world)).toEqual(['06-27 2022-W26 leader', '06-27 2022-W26 principal']);
  });

  it('goes to a stand-in, once also where that one reads its own', async () => {
    const world = await friday();
    const wanted = { park: 'linxiang', contact: 'principal', standIn: 'leader', by: 'office' };
    await setStandIn(wanted, world.ports);
    await on(world, '2022-06-20 08:00');
    expect(sheetsOf(world)).toEqual(['06-20 2022-W25 leader', '06-20 2022-W25 leader']);
    expect(world.messages.filter(({ contact }) => contact === 'leader')).toHaveLength(1);
  });

  it('falls silent with its post', async () => {
    const world = await friday();
    world.goTo('2022-06-20 08:00');
    const gone = faulty(world.ports, async ({ name }) => {
      if (name === 'register.putWatch') {
        await removeContact('principal', { park: 'linxiang' }, world.ports);
        throw new Error('the run ends here');
      }
      return undefined;
    });
    await wake('linxiang', gone).catch(() => undefined);
    await on(world, '2022-06-20 08:30');
    expect(sheetsOf(world)).toEqual(['06-20 2022-W25 leader']);
  });
});

describe('the sheet of a month', () => {
  it('tells on the first working day of the next of that month, its messages and its figures', async () => {
    const world = await friday();
    await on(world, '2022-06-20 08:00', '2022-06-27 08:00');
    const sent = world.messages.length;
    await on(world, '2022-07-01 08:00');
    expect(sheetsOf(world).slice(-3)).toEqual([
      '07-01 2022-07 leader',
      '07-01 2022-07 office',
      '07-01 2022-07 principal',
    ]);
    const lines = textTo(world, 'principal').split('\n');
    expect(lines).toContain('督办月报（2022年6月）：2022年时间过去49.5%。');
    expect(lines.find((line) => line.startsWith('截至7月1日'))).toMatch(
      new RegExp(`；6月报办结0项，发出提醒${sent}份。$`),
    );
    expect(lines.find((line) => line.startsWith('6月发出的提醒'))).toMatch(/有\d+项没有签收/);
    expect(lines).toContain('· 技工贸总收入：从未报数，目标420亿元');
  });

  it('of December is of the year that is over, whatever was entered for the next', async () => {
    const world = await friday();
    await on(world, '2022-12-30 08:00');
    const next = aTask({ id: 'next', plan: 2023, title: '明年的工作', due: day('2023-01-31') });
    await enterTasks('linxiang', [next], world.now(), world.ports);
    await on(world, '2023-01-03 08:00');
    expect(sheetsOf(world)).toContain('01-03 2023-01 principal');
    const text = textTo(world, 'principal');
    expect(text).toContain('督办月报（2022年12月）：2022年时间过去100.0%。\n截至1月3日，工作3项，');
    expect(text).toContain('2022年的工作1月底以前没有到期的。');
    expect(text).not.toContain('明年的工作');
  });
});

const isPrincipals = ([digest]: readonly unknown[]): boolean =>
  (digest as Digest).post === 'principalLeader';

/** Kills the process after the first call that `is` wanted. */
function diesAt(is: (call: Call) => boolean): FaultPlan {
  let isDead = false;
  return (call) => {
    if (isDead || !is(call)) return undefined;
    isDead = true;
    return 'diesAfter';
  };
}
