import { describe, expect, it } from 'vitest';
import type { Move } from '../../functions/domain/tasks/move.ts';
import { aTask, contactsOf } from '../support/builders.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';
import { live, move } from './climbing.ts';

const all: Move = { act: 'report', progress: 100, note: '全部建成', evidence: [] };

/** The June 30 platform, reported at 100 % on the 21st and not handed in, until 5 July. */
async function reported(): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-21 09:00');
  await settleIn(world, [aTask()], contactsOf('安环局'));
  await move(world, 'owner-0', all);
  await live(world, '2022-06-22', '2022-07-11');
  return world;
}

const paragraph = (world: World, contact: string): readonly string[] =>
  world.messages
    .find((each) => each.contact === contact && each.text.includes('已逾期'))
    ?.text.split('\n\n')[1]
    ?.split('\n')
    .filter((line) => !line.startsWith('督办：')) ?? [];

describe('a task reported at 100 % and not yet reported done', () => {
  it.each([
    { contact: 'owner-0', days: 1, asks: '已经办成的，请报办结；还没有办成的，请更正进度' },
    { contact: 'head-0', days: 1, asks: '请督促本单位报办结' },
    { contact: 'leader', days: 1, asks: '请提醒责任单位报办结' },
    { contact: 'principal', days: 5, asks: '请提醒责任单位报办结' },
  ])('says so to $contact, and asks for that', async ({ contact, days, asks }) => {
    const world = await reported();
    expect(paragraph(world, contact)).toEqual([
      '1. 建成环境污染第三方治理工作平台',
      `期限：6月30日（周四）〔原〕，已逾期${days}天`,
      '责任：安环局',
      '反馈：6月21日（周二）反馈100%，尚未报办结。',
      `要求：${asks}。`,
    ]);
  });

  it('says so no more once the office has returned it', async () => {
    const world = await reported();
    await move(world, 'owner-0', { act: 'submit' });
    await move(world, 'office', { act: 'return' });
    const before = world.messages.length;
    await live(world, '2022-07-12', '2022-07-25');
    const later = world.messages.slice(before).map(({ text }) => text);
    expect(later.some((text) => text.includes('1. 建成'))).toBe(true);
    expect(later.join()).not.toContain('反馈100%');
  });
});
