import { describe, expect, it } from 'vitest';
import { digestId } from '../../functions/domain/messages/digest.ts';
import { proofsOf } from '../../functions/domain/messages/proof.ts';
import { proofWords } from '../../functions/domain/messages/proof-words.ts';
import type { PublishOutcome } from '../../functions/flows/ports.ts';
import { openLink } from '../../functions/flows/tasks/open-link.ts';
import { reconcile } from '../../functions/flows/wake/reconcile.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { aTask, contactsOf, day, rules } from '../support/builders.ts';
import { taskId } from '../support/ids.ts';
import { changeTask, signByLink, wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

const UNKNOWN: PublishOutcome = { result: 'unknown', reason: 'timeout' };
const REJECTED: PublishOutcome = { result: 'rejected', reason: 'InvalidParameter' };

/** A morning with something overdue on which `outcomes` are, in turn, what becomes of the owner's message. */
async function morning(
  outcomes: readonly PublishOutcome[],
): Promise<{ world: World; copies: string[] }> {
  const world = newWorld();
  world.goTo('2022-06-30 18:30');
  const task = aTask({ silentThrough: day('2022-07-01') });
  await settleIn(world, [task], contactsOf('安环局'));
  world.pages.at = 'https://park.example';
  const copies: string[] = [];
  world.answer.to = ({ contact, text }) => {
    if (contact !== 'owner-0') return undefined;
    copies.push(text);
    return outcomes[copies.length - 1];
  };
  world.goTo('2022-07-01 08:00');
  await wake('linxiang', world.ports);
  return { world, copies };
}

/** Lets the sweep look every half hour until `to`, and returns when copies went out. */
async function sweepUntil(world: World, copies: readonly string[], to: number): Promise<string[]> {
  const times: string[] = [];
  for (let half = 1; half <= (to - 8) * 2; half += 1) {
    const hour = String(8 + Math.floor(half / 2)).padStart(2, '0');
    const time = `${hour}:${half % 2 === 0 ? '00' : '30'}`;
    const before = copies.length;
    world.goTo(`2022-07-01 ${time}`);
    await sweep(world.ports);
    if (copies.length > before) times.push(time);
  }
  return times;
}

const ownersDigest = (world: World): ReturnType<World['digests']>[number] | undefined =>
  world.digests().find(({ post }) => post === 'owner@安环局');

const proofLines = (world: World): readonly string[] => {
  const digest = ownersDigest(world);
  return digest
    ? proofsOf(digest, new Map()).map((proof) => proofWords(proof, (id) => id, rules))
    : [];
};

const codeIn = (text = ''): string => /park\.example\/a\/(\w+)/.exec(text)?.[1] ?? '';

describe('a message whose answer is lost every time', () => {
  it('waits an hour, is repeated twice at most, and then may have been received', async () => {
    const { world, copies } = await morning([UNKNOWN, UNKNOWN, UNKNOWN]);
    await wake('linxiang', world.ports);
    expect(copies).toHaveLength(1);
    expect(world.slots).toContain('linxiang 2022-07-01T01:00:00Z');
    expect(proofLines(world).join()).toContain('发送没有回音，可能已收到');

    expect(await sweepUntil(world, copies, 13)).toEqual(['09:30', '11:00']);
    expect(ownersDigest(world)).toMatchObject({ state: 'unknown', unknowns: 3, attempts: 0 });
    expect(proofLines(world).join()).toContain(
      '安环局责任人：计划 2022-07-01 08:00，发送没有回音，可能已收到',
    );
  });

  it('is told to the office as what may have arrived, never as what was not sent', async () => {
    const { world, copies } = await morning([UNKNOWN, UNKNOWN, UNKNOWN]);
    await sweepUntil(world, copies, 13);
    const texts = world.messages.map(({ text }) => text).join('\n');
    expect(world.messages.at(-1)?.contact).toBe('office');
    expect(texts).toContain(
      '给安环局责任人的提醒发出后没有回音，可能已收到，请电话确认：建成环境污染第三方治理工作平台',
    );
    expect(texts).not.toContain('没有发送成功');
  });

  it('calls nobody silent: neither leader hears that the owner did not sign', async () => {
    const { world, copies } = await morning([UNKNOWN, UNKNOWN, UNKNOWN]);
    await sweepUntil(world, copies, 13);
    for (const today of ['2022-07-04', '2022-07-05', '2022-07-06', '2022-07-07', '2022-07-08']) {
      world.goTo(`${today} 02:00`);
      await reconcile(world.ports);
      world.goTo(`${today} 08:00`);
      await wake('linxiang', world.ports);
    }
    const digest = ownersDigest(world);
    const silent = world.deliveries.filter(({ key }) => key.includes('/unsigned-'));
    expect(silent.filter(({ key }) => key.includes('overdue-1/'))).toEqual([]);
    expect(
      digest && world.waking().some(({ ref }) => 'id' in ref && ref.id === digestId(digest)),
    ).toBe(false);
  });

  it('can be signed by a recipient of the copy, and the task is still escalated', async () => {
    const { world, copies } = await morning([UNKNOWN, UNKNOWN, UNKNOWN]);
    await sweepUntil(world, copies, 13);
    const code = codeIn(copies[0]);
    const opened = await openLink(code, world.ports);
    expect(opened).toMatchObject({ state: 'valid', items: [{ isUnsigned: true }] });
    await signByLink(code, world.ports);
    expect(proofLines(world).join()).toContain('2022-07-01 13:00 安环局责任人签收');
    world.goTo('2022-07-15 08:00');
    await sweep(world.ports);
    await sweep(world.ports);
    const head = world.messages.findLast(({ contact }) => contact === 'head-0');
    expect(head?.text).toContain('7月1日（周五）安环局责任人签收，此后一直没有反馈进度。');
  });

  it('is not called cancelled when its task is done before the repeat', async () => {
    const { world, copies } = await morning([UNKNOWN]);
    world.goTo('2022-07-01 08:20');
    const by = { park: 'linxiang', task: taskId('lx22-071'), why: '', via: '测试' };
    await changeTask({ ...by, by: 'owner-0' }, { act: 'submit' }, world.ports);
    await sweepUntil(world, copies, 11);
    expect(copies).toHaveLength(1);
    expect(ownersDigest(world)?.state).toBe('unknown');
    expect(proofLines(world).join()).toContain('发送没有回音，可能已收到');
  });
});

describe('answers that differ from time to time', () => {
  it('a lost one and then a good one make it sent, under the same link', async () => {
    const { world, copies } = await morning([UNKNOWN]);
    await sweepUntil(world, copies, 10);
    expect(copies).toHaveLength(2);
    expect(codeIn(copies[1])).toBe(codeIn(copies[0]));
    expect(proofLines(world).join()).toContain('2022-07-01 09:30 发出（第2次');
  });

  it('refusals after a lost answer do not say that nothing arrived', async () => {
    const { world, copies } = await morning([
      UNKNOWN,
      ...Array.from({ length: 5 }, () => REJECTED),
    ]);
    await sweepUntil(world, copies, 14);
    expect(ownersDigest(world)).toMatchObject({ state: 'unknown', unknowns: 1, attempts: 5 });
    const texts = world.messages.map(({ text }) => text).join('\n');
    expect(texts).toContain('可能已收到，请电话确认');
    expect(texts).not.toContain('没有发送成功');
  });

  it('a lost answer to the second attempt of a refused message is not a refusal', async () => {
    const { world, copies } = await morning([REJECTED, UNKNOWN]);
    expect(ownersDigest(world)).toMatchObject({ state: 'open', unknowns: 1, attempts: 0 });
    expect(await sweepUntil(world, copies, 10)).toEqual(['09:30']);
  });

  it('are in what the run reports, with the reason', async () => {
    const { world } = await morning([UNKNOWN]);
    world.goTo('2022-07-01 09:30');
    world.answer.to = ({ contact }) => (contact === 'owner-0' ? REJECTED : undefined);
    const reports = await sweep(world.ports);
    expect(reports.get('linxiang')?.untaken).toEqual([
      { at: 'owner-0', result: 'rejected', reason: 'InvalidParameter' },
    ]);
  });
});

describe('a run that dies over a message again and again', () => {
  it('gives it up after the third time as what may have arrived', async () => {
    const world = newWorld();
    world.goTo('2022-06-22 12:00');
    await settleIn(world, [aTask({ due: day('2022-06-30') })], contactsOf('安环局'));
    let deaths = 0;
    const dying = {
      ...world.ports,
      ledger: {
        ...world.ledger,
        write: async (...args: Parameters<typeof world.ledger.write>) => {
          const [digest] = args;
          if (digest.post === 'owner@安环局' && digest.state === 'sent') {
            deaths += 1;
            throw new Error('the table is down');
          }
          return world.ledger.write(...args);
        },
      },
    };
    for (const time of ['08:00', '08:30', '09:00', '09:30', '10:00']) {
      world.goTo(`2022-06-23 ${time}`);
      await sweep(dying).catch(() => undefined);
    }
    expect(deaths).toBe(3);
    expect(world.messages.at(-1)?.text).toContain('可能已收到，请电话确认');
  });
});
