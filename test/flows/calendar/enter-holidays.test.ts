import { describe, expect, it } from 'vitest';
import { Conflict } from '../../../functions/domain/base/faults.ts';
import { BadInput } from '../../../functions/domain/base/problems.ts';
import { reviewNotice } from '../../../functions/flows/calendar/review-notice.ts';
import { openContext } from '../../../functions/flows/context/open-context.ts';
import type { Ports } from '../../../functions/flows/ports.ts';
import { sweep } from '../../../functions/flows/wake/sweep.ts';
import { aTask, contactsOf, day } from '../../support/builders.ts';
import { type FaultMode, faulty } from '../../support/faults.ts';
import { notice2027 } from '../../support/notices.ts';
import { enterHolidays, removeHolidays, wake } from '../../support/requests.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

const entry = {
  park: 'linxiang',
  text: notice2027,
  year: null,
  accepted: [],
  by: 'office',
  via: '网页',
};

/** A park at the end of 2026, of whose next year nothing is known; its tasks are due around New Year. */
async function park(): Promise<World> {
  const world = newWorld();
  world.goTo('2026-12-01 07:00');
  const spans = ['2026-12-01 2026-12-30', '2027-01-07 2027-01-13', '2027-02-03 2027-02-10'];
  const tasks = spans.map((span, number) => {
    const [start = '', due = ''] = span.split(' ');
    return aTask({ id: `lx22-00${number}`, due: day(due), plan: 2026, start: day(start) });
  });
  await settleIn(world, tasks, contactsOf('安环局'));
  world.goTo('2026-12-01 08:00');
  await wake('linxiang', world.ports);
  world.goTo('2026-12-01 10:00');
  return world;
}

const wakes = (world: World): readonly string[] =>
  world
    .waking()
    .map(({ ref, wakeAt }) => `${JSON.stringify(ref)} ${wakeAt.toString()}`)
    .toSorted();

const review = async (world: World, text: string, year: number | null = null) =>
  reviewNotice(await openContext('linxiang', world.ports), { text, year });

describe('a notice that is looked through', () => {
  it('shows each day, what differs from the calendar of now, and stores nothing', async () => {
    const world = await park();
    const before = wakes(world);
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
    expect(wakes(world)).toEqual(before);
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

  it('says whether days change that are over', async () => {
    const world = await park();
    world.goTo('2027-01-11 10:00');
    expect((await review(world, notice2027)).changesPast).toBe(true);
  });

  it.each([
    { why: 'is empty', text: ' \n', says: '没有内容' },
    { why: 'is too long', text: '放假'.repeat(20_000), says: '超过 20000 个字符' },
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

describe('a notice that is entered', () => {
  it('plans every wake at once: a rung before a Sunday that is worked now moves to it', async () => {
    const world = await park();
    const before = wakes(world);
    const { version, value } = await enterHolidays(entry, world.ports);
    expect({ version, years: value.years.map(({ year }) => year) }).toEqual({
      version: 1,
      years: [2027],
    });
    const rung = '{"record":"task","id":"lx22-001"}';
    expect(before).toContain(`${rung} 2027-01-08T00:00:00Z`);
    expect(wakes(world)).toContain(`${rung} 2027-01-10T00:00:00Z`);
    expect(world.waking().some(({ ref }) => ref.record === 'holidays')).toBe(false);
  });

  it('is kept with who entered it, its text and its history, and can be entered again and removed', async () => {
    const world = await park();
    const before = wakes(world);
    await enterHolidays(entry, world.ports);
    await enterHolidays(entry, world.ports);
    const [stored] = (await world.register.holidays('linxiang')).value.years;
    expect(stored).toMatchObject({ text: notice2027, enteredBy: '园区办', year: 2027 });
    await removeHolidays('linxiang', 2027, { by: 'office', via: '网页' }, world.ports);
    expect((await world.register.holidays('linxiang')).value.years).toEqual([]);
    expect(wakes(world)).toEqual(before);
    const history = await world.register.holidaysHistory('linxiang');
    expect(history.map(({ what, to, by }) => `${by} ${what} ${to.slice(0, 13)}`)).toEqual([
      'office 录入2027年放假安排 放假1月1日至3日、2月5',
      'office 录入2027年放假安排 放假1月1日至3日、2月5',
      'office 撤销2027年录入的放假安排 ',
    ]);
  });

  it('needs an answer to each question', async () => {
    const world = await park();
    const text = `${notice2027}\n6月16日（星期三）上班。`;
    const entering = enterHolidays({ ...entry, text }, world.ports);
    await expect(entering).rejects.toThrow('6月16日（星期三）写的是上班，但它本来就是工作日');
    expect((await world.register.holidays('linxiang')).version).toBe(0);
    const accepted = ['work-2027-06-16'];
    expect((await enterHolidays({ ...entry, text, accepted }, world.ports)).version).toBe(1);
  });

  it.each(['owner-0', 'leader', 'nobody'])('is refused from %s', async (by) => {
    const world = await park();
    await expect(enterHolidays({ ...entry, by }, world.ports)).rejects.toThrow(BadInput);
    await expect(
      removeHolidays('linxiang', 2027, { by, via: '网页' }, world.ports),
    ).rejects.toThrow('请由有权限的岗位办理');
    expect((await world.register.holidays('linxiang')).version).toBe(0);
  });

  it('is refused where somebody else changed the holidays since they were seen, and says who', async () => {
    const world = await park();
    await enterHolidays({ ...entry, seen: 0 }, world.ports);
    const again = enterHolidays({ ...entry, seen: 0 }, world.ports);
    await expect(again).rejects.toThrow(Conflict);
    await expect(again).rejects.toThrow('“放假安排”刚被改动：office录入2027年放假安排');
  });

  it('is written once where another writer is quicker: the later one goes on from it', async () => {
    const world = await park();
    let isFirst = true;
    const racing: Ports = {
      ...world.ports,
      register: {
        ...world.register,
        changeHolidays: async (...args) => {
          if (isFirst) {
            isFirst = false;
            await enterHolidays(entry, world.ports);
          }
          return world.register.changeHolidays(...args);
        },
      },
    };
    expect((await enterHolidays(entry, racing)).version).toBe(2);
  });

  it('cannot be removed where nothing was entered', async () => {
    const world = await park();
    await expect(
      removeHolidays('linxiang', 2027, { by: 'office', via: '网页' }, world.ports),
    ).rejects.toThrow('没有录入过2027年的放假安排');
  });
});

describe('entered holidays that cannot be read', () => {
  it('leave the built-in table in force, and are counted as damaged', async () => {
    const world = await park();
    await world.items.put({ pk: 'park#linxiang', sk: 'holidays', park: 'linxiang', version: 1 });
    const run = await openContext('linxiang', world.ports);
    expect(run.holidays).toBeNull();
    expect(run.rules.calendar).toBe(world.ports.calendar);
    expect(run.report.damaged).toEqual(['park#linxiang / holidays']);
  });
});

describe('an entry that is cut short', () => {
  const MODES: readonly FaultMode[] = ['throws', 'losesAnswer', 'diesBefore', 'diesAfter'];

  it.each(MODES)('at any call that %s is finished by the sweep, or left out', async (mode) => {
    const entered = await park();
    await enterHolidays(entry, entered.ports);
    entered.goTo('2026-12-01 10:20');
    await sweep(entered.ports);
    const untouched = await park();
    const ends = new Set<string>();
    for (let fatal = 1; ; fatal += 1) {
      const world = await park();
      let calls = 0;
      const ports = faulty(world.ports, ({ number }) => {
        calls = number;
        return number === fatal ? mode : undefined;
      });
      await enterHolidays(entry, ports).catch(() => undefined);
      if (calls < fatal) break;
      world.goTo('2026-12-01 10:20');
      const { version } = await world.register.holidays('linxiang');
      await sweep(world.ports);
      await sweep(world.ports);
      ends.add(`version ${version}`);
      expect(wakes(world), `call ${fatal}`).toEqual(wakes(version === 0 ? untouched : entered));
    }
    expect(ends).toContain('version 1');
    expect([...ends].every((end) => end === 'version 0' || end === 'version 1')).toBe(true);
  });
});
