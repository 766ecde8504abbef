import { describe, expect, it } from 'vitest';
import { proofsOf } from '../../functions/domain/messages/proof.ts';
import { proofWords } from '../../functions/domain/messages/proof-words.ts';
import { setStandIn } from '../../functions/flows/contacts/stand-in.ts';
import { aTask, contactsOf, rules } from '../support/builders.ts';
import { taskId } from '../support/ids.ts';
import { changeTask, signForAll, wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

async function park(): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-24 12:00');
  await settleIn(world, [aTask()], contactsOf('安环局', '招商局'));
  return world;
}

const arrange = (world: World, contact: string, standIn: string | null, by = 'office') =>
  setStandIn({ park: 'linxiang', contact, standIn, by }, world.ports);

const move = (world: World, by: string, act: 'submit' | 'verify') =>
  changeTask(
    { park: 'linxiang', task: taskId('lx22-071'), by, why: '', via: '网页' },
    { act },
    world.ports,
  );

async function monday(world: World): Promise<void> {
  world.goTo('2022-06-27 08:00');
  await wake('linxiang', world.ports);
}

const ofOwner = (world: World) => world.digests().find(({ post }) => post === 'owner@安环局');

describe('a stand-in', () => {
  it('receives instead of the other; both are in the message and in the proof', async () => {
    const world = await park();
    await arrange(world, 'owner-0', 'owner-1');
    await monday(world);
    const message = world.messages.find(({ contact }) => contact === 'owner-1');
    expect(message?.text).toContain('由您代安环局责任人接收');
    expect(world.messages.some(({ contact }) => contact === 'owner-0')).toBe(false);
    const digest = ofOwner(world);
    expect(digest).toMatchObject({ contact: 'owner-1', insteadOf: 'owner-0' });
    const [proof] = digest ? proofsOf(digest, new Map()) : [];
    expect(proof && proofWords(proof, (id) => `〈${id}〉`, rules)).toBe(
      'lx22-071 提前3天 招商局责任人（代安环局责任人）：计划 2022-06-27 08:00，2022-06-27 08:00 发出（第1次，回执 message-2），未签收',
    );
  });

  it('signs and acts in the place of the other; both are on record', async () => {
    const world = await park();
    await arrange(world, 'owner-0', 'owner-1');
    await monday(world);
    expect(await signForAll('linxiang', 'owner-1', world.ports)).toBe(1);
    expect(ofOwner(world)?.answers).toMatchObject([{ signedBy: 'owner-1' }]);
    await move(world, 'owner-1', 'submit');
    const history = await world.register.history('linxiang', taskId('lx22-071'));
    expect(history.at(-1)).toMatchObject({ what: '报办结', by: 'owner-1', onBehalfOf: 'owner-0' });
    await move(world, 'office', 'verify');
    const [last] = (await world.register.history('linxiang', taskId('lx22-071'))).slice(-1);
    expect(last).toMatchObject({ by: 'office', onBehalfOf: null });
  });

  it('stops receiving and acting once the other is back', async () => {
    const world = await park();
    await arrange(world, 'owner-0', 'owner-1');
    await arrange(world, 'owner-0', null);
    await monday(world);
    expect(ofOwner(world)).toMatchObject({ contact: 'owner-0', insteadOf: null });
    await expect(move(world, 'owner-1', 'submit')).rejects.toThrow('只能办理本单位的事项');
  });

  it.each([
    { of: 'owner-0', to: 'owner-0', by: 'office', says: '不能由自己代自己' },
    { of: 'owner-0', to: 'nobody', by: 'office', says: '联系人 nobody：通讯录里没有这个联系人' },
    { of: 'nobody', to: 'owner-1', by: 'office', says: '联系人 nobody：通讯录里没有这个联系人' },
    { of: 'owner-0', to: 'owner-1', by: 'owner-0', says: '没有这项权限，可以办理的是：园区办' },
    { of: 'head-0', to: 'leader', by: 'office', says: '分管领导自己也由别人代' },
    { of: 'principal', to: 'head-0', by: 'office', says: 'principal 正代分管领导' },
  ])('is refused: $to for $of by $by', async ({ of, to, by, says }) => {
    const world = await park();
    await arrange(world, 'leader', 'principal');
    await expect(arrange(world, of, to, by)).rejects.toThrow(says);
  });
});
