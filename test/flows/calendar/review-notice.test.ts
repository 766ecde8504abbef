import { describe, expect, it } from 'vitest';
import { BadInput } from '../../../functions/domain/base/problems.ts';
import { reviewNotice } from '../../../functions/flows/calendar/review-notice.ts';
import { openContext } from '../../../functions/flows/context/open-context.ts';
import { notice2027 } from '../../support/notices.ts';
import { enterHolidays } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';
import { entryOf2027 as entry, parkOf2026 as park } from './park-of-2026.ts';

const review = async (world: World, text: string, year: number | null = null) =>
  reviewNotice(await openContext('linxiang', world.ports), { text, year });

describe('a notice that is looked through', () => {
  it('shows each day, what differs from the calendar of now, and stores nothing', async () => {
    const world = await park();
    const before = world.waking();
    const { year, days, others, questions, changesPast } = await review(world, notice2027);
    expect({ year, questions, changesPast }).toEqual({
      year: 2027,
      questions: [],
      changesPast: false,
    });
    const changed = days.filter(({ isChanged }) => isChanged).map((each) => each.day.toString());
    expect(changed).toContain('2027-01-10');
    expect(changed).not.toContain('2027-01-01');
    expect(others).toEqual([]);
    expect(world.waking()).toEqual(before);
    expect((await world.register.holidays('linxiang')).version).toBe(0);
  });

  it('names days that become working days because it leaves them out', async () => {
    const world = await park();
    const text = notice2027.replace('5月1日（周六）至5日（周三）', '5月1日（周六）至2日（周日）');
    const { others } = await review(world, text.replace('共5天', '共2天'));
    expect(others).toEqual([]);
    await enterHolidays(entry, world.ports);
    const shorter = await review(world, text.replace('共5天', '共2天'));
    expect(shorter.others.map((each) => `${each.day.toString()} ${each.isWorked}`)).toEqual([
      '2027-05-03 true',
      '2027-05-04 true',
      '2027-05-05 true',
    ]);
  });

  it('asks of each sentence that it did not understand, also where two begin alike', async () => {
    const world = await park();
    const begin = '其余未尽事项，有关放假和上班的，由各地区视情况';
    const text = `${notice2027}\n${begin}安排一。\n${begin}安排二。\n${begin}安排二。`;
    const { questions } = await review(world, text.replaceAll('各地区', '各单位'));
    expect(new Set(questions.map(({ message }) => message)).size).toBe(2);
    expect(new Set(questions.map(({ key }) => key)).size).toBe(2);
  });

  it('says whether days change that are over', async () => {
    const world = await park();
    world.goTo('2027-01-11 10:00');
    expect((await review(world, notice2027)).changesPast).toBe(true);
  });

  it.each([
    { why: 'is empty', text: ' \n', says: '没有内容' },
    { why: 'is too long', text: '放假'.repeat(20_000), says: '超过 5000 个字符' },
    { why: 'says no year', text: '元旦：1月1日放假。', says: '没有写明是哪一年的安排' },
    {
      why: 'is of another year',
      text: notice2027,
      year: 2028,
      says: '通知写的是2027年，年份填的是2028年',
    },
    {
      why: 'is of a year far away',
      text: '元旦：1月1日放假。',
      year: 1027,
      says: '不能录入1027年的安排',
    },
    { why: 'names no day', text: '关于2027年节假日安排的通知', says: '没有读到放假或上班的日子' },
    {
      why: 'lacks the National Day',
      text: '元旦：1月1日放假。',
      year: 2027,
      says: '没有读到2027年10月1日放假',
    },
    {
      why: 'contradicts itself',
      text: `${notice2027}\n10月2日上班。`,
      says: '10月2日（星期六）既写了放假，又写了上班',
    },
  ])('is refused in words if it $why', async ({ text, year = null, says }) => {
    const world = await park();
    await expect(review(world, text, year)).rejects.toThrow(BadInput);
    await expect(review(world, text, year)).rejects.toThrow(says);
  });
});
