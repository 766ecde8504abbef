import { describe, expect, it } from 'vitest';
import { Conflict, DamagedRecord } from '../../../functions/domain/base/faults.ts';
import { BadInput } from '../../../functions/domain/base/problems.ts';
import { coversYear } from '../../../functions/domain/calendar/working-calendar.ts';
import { digestId, openedDigest } from '../../../functions/domain/messages/digest.ts';
import { unsentNotice } from '../../../functions/domain/messages/office-notices.ts';
import { openContext } from '../../../functions/flows/context/open-context.ts';
import type { Ports } from '../../../functions/flows/ports.ts';
import { openPark } from '../../../functions/flows/tasks/open-park.ts';
import { sweep } from '../../../functions/flows/wake/sweep.ts';
import { aPark, at, day, deadlinesOnly } from '../../support/builders.ts';
import { type FaultMode, faulty } from '../../support/faults.ts';
import { contactId, digestNamed, postId } from '../../support/ids.ts';
import { notice2027 } from '../../support/notices.ts';
import { enterHolidays, removeHolidays } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';
import { entryOf2027 as entry, parkOf2026 as park } from './park-of-2026.ts';

const wakes = (world: World): readonly string[] =>
  world
    .waking()
    .map(({ ref, wakeAt }) => `${JSON.stringify(ref)} ${wakeAt.toString()}`)
    .toSorted();

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

  it('sends on a Sunday that is worked now what was to wait for Monday', async () => {
    const world = await park();
    world.goTo('2027-01-08 19:00');
    const place = { park: 'linxiang', day: day('2027-01-08'), post: postId('office'), number: 1 };
    const notice = unsentNotice(digestNamed('2027-01-08#x#1'), contactId('owner-0'), 'notSetUp');
    const digest = openedDigest(place, notice, at('2027-01-11 08:00'));
    await world.ledger.write(digest, 0);
    await enterHolidays(entry, world.ports);
    const read = await world.ledger.read('linxiang', digestId(digest));
    expect(read?.value.wakeAt).toEqual(at('2027-01-10 08:00'));
  });

  it('holds for its own park only', async () => {
    const world = await park();
    await openPark(aPark({ id: 'elsewhere' }), world.ports, deadlinesOnly);
    await enterHolidays(entry, world.ports);
    const { rules } = await openContext('elsewhere', world.ports);
    expect(rules.calendar).toBe(world.ports.calendar);
    const own = await openContext('linxiang', world.ports);
    expect(coversYear(2027, own.rules.calendar)).toBe(true);
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
    await world.items.put({
      pk: 'park#linxiang',
      sk: 'policy-holidays',
      park: 'linxiang',
      version: 1,
    });
    const run = await openContext('linxiang', world.ports);
    expect(run.park.holidays).toBeInstanceOf(DamagedRecord);
    expect(run.rules.calendar).toBe(world.ports.calendar);
    expect(run.report.damaged).toEqual(['park#linxiang / policy-holidays']);
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
