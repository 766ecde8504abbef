import { describe, expect, it } from 'vitest';
import { BadInput } from '../../functions/domain/base/problems.ts';
import { defaultPolicy } from '../../functions/domain/policy/default-policy.ts';
import type { Policy } from '../../functions/domain/policy/policy.ts';
import { aTask, contactsOf, day, deadlinesOnly } from '../support/builders.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';
import { live, move, park } from './climbing.ts';

const withSheets: Policy = { ...deadlinesOnly, sheets: defaultPolicy.sheets };

/** On which days the office was reminded to decide. */
const reminded = (world: World): readonly string[] =>
  world.deliveries
    .filter(({ key, contact }) => key.includes('/waiting-') && contact === 'office')
    .map(({ at }) => at.slice(5, 10));

const paragraph = (text: string | undefined): readonly string[] =>
  text
    ?.split('\n\n')
    .find((each) => each.startsWith('1. '))
    ?.split('\n') ?? [];

describe('a task that was reported done in time', () => {
  it('is not red anywhere while it waits to be verified; the waiting is the office’s', async () => {
    const world = await park({}, withSheets);
    world.goTo('2022-06-29 15:00');
    await move(world, 'owner-0', { act: 'submit' });
    await live(world, '2022-06-30', '2022-07-11');
    const [first, second] = world.messages
      .filter(({ contact, text }) => contact === 'leader' && text.includes('督办周报'))
      .slice(-2)
      .map(({ text }) => text);
    expect(first).toContain('工作1项，已办结0项，红灯0项，黄灯0项；上周报办结1项，发出提醒6份。');
    expect(first).toContain('没有红灯。');
    expect(first).toContain('等待园区办核验、批复或改派1项，等得最久的已等5天。');
    expect(second).toContain('等得最久的已等12天。');
    expect(reminded(world).join(' ')).toBe('07-01 07-05 07-07 07-11');
    const asked = world.messages.findLast(({ text }) => text.includes('请核验'));
    expect(paragraph(asked?.text)).toEqual([
      '1. 建成环境污染第三方治理工作平台',
      '期限：6月30日（周四）〔原〕，按期报办结，待核验12天',
      '责任：安环局',
      '要求：请核验：责任单位6月29日（周三）报办结，等待销号或退办，已等12天。',
    ]);
    expect(asked?.subject).toBe('园区办：7月11日（周一），有1项工作等待核定');
  });
});

describe('an extension that was asked for in time and is not decided', () => {
  /** Due on Monday 20 June, asked for on the Thursday before; nobody decides. */
  async function undecided(): Promise<World> {
    const world = newWorld();
    world.goTo('2022-06-16 09:00');
    await settleIn(world, [aTask({ due: day('2022-06-20') })], contactsOf('安环局'), withSheets);
    const due = day('2022-06-30');
    await move(world, 'owner-0', { act: 'requestExtension', due, why: '设备未到' });
    await live(world, '2022-06-17', '2022-06-30');
    return world;
  }

  it('is in every notice, and leaders read that and not 逾期', async () => {
    const world = await undecided();
    const about = world.messages.filter(
      ({ contact, text }) => contact !== 'office' && text.includes('1. 建成'),
    );
    expect(
      about
        .map(({ contact }) => contact)
        .toSorted()
        .join(' '),
    ).toBe('head-0 head-0 head-0 leader leader owner-0 owner-0 owner-0 owner-0 owner-0 principal');
    for (const { text, subject } of about) {
      expect(text).toContain('待答复：6月16日（周四）申请延期到6月30日（周四），待园区办批复。');
      expect(`${subject}${text}`).not.toContain('逾期');
    }
    const leader = about.findLast(({ contact }) => contact === 'leader');
    expect(leader?.subject).toBe('分管领导：6月29日（周三），有1项工作延期申请待批复');
    expect(paragraph(leader?.text)).toEqual([
      '1. 建成环境污染第三方治理工作平台',
      '期限：6月20日（周一）〔原〕，期限已到，延期申请待批复',
      '责任：安环局',
      '待答复：6月16日（周四）申请延期到6月30日（周四），待园区办批复。',
      '要求：请关注进度，等待园区办批复。',
    ]);
  });

  it('is brought before the office every second working day until it decides', async () => {
    const world = await undecided();
    expect(reminded(world).join(' ')).toBe('06-20 06-22 06-24 06-28 06-30');
    await move(world, 'office', { act: 'grant', due: day('2022-07-10') });
    await live(world, '2022-07-01', '2022-07-06');
    expect(reminded(world)).toHaveLength(5);
    const owner = world.messages.findLast(({ contact }) => contact === 'owner-0');
    expect(owner?.text).not.toContain('待答复');
  });
});

/** The notices about the task: `day rung`. */
const rulingsTold = (world: World): readonly string[] =>
  world.deliveries
    .filter(({ key }) => key.startsWith('lx22-071/'))
    .map(({ at, key }) => `${at.slice(5, 10)} ${key.split('/')[1]}`);

describe('a suspended task', () => {
  it('has no lamp in the sheets, and asks for a date when it is resumed', async () => {
    const world = await park({}, withSheets);
    world.goTo('2022-06-24 15:00');
    await move(world, 'office', { act: 'suspend' });
    await live(world, '2022-06-27', '2022-07-11');
    expect(rulingsTold(world)).toEqual(['06-27 ruling-1']);
    const sheet = world.messages.findLast(({ contact }) => contact === 'leader');
    expect(sheet?.text).toContain('红灯0项，黄灯0项');
    await expect(move(world, 'office', { act: 'resume' })).rejects.toThrow(BadInput);
    await expect(move(world, 'office', { act: 'resume' })).rejects.toThrow(
      '原来的期限 2022-06-30 已经过去，恢复时请写明期限：今天或以后的日期，或沿用原期限',
    );
    await move(world, 'office', { act: 'resume', due: day('2022-07-22') });
    await live(world, '2022-07-12', '2022-07-15');
    expect(rulingsTold(world)).toEqual(['06-27 ruling-1', '07-12 ruling-2', '07-15 before-7']);
  });
});
