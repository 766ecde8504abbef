import { fc, test } from '@fast-check/vitest';
import { Temporal } from 'temporal-polyfill';
import { describe, expect } from 'vitest';
import {
  isWorkingDay,
  type WorkingCalendar,
} from '../../../functions/domain/calendar/working-calendar.ts';
import { decide } from '../../../functions/domain/deadlines/decide.ts';
import type { Heard } from '../../../functions/domain/deadlines/heard.ts';
import { ladderOf } from '../../../functions/domain/deadlines/ladder.ts';
import { noticeKey } from '../../../functions/domain/deadlines/notice.ts';
import { isStillTrue } from '../../../functions/domain/deadlines/still-true.ts';
import { heardBefore, wakeAtOf } from '../../../functions/domain/deadlines/wakes.ts';
import { isSpeakingTime, localDay, type Rules } from '../../../functions/domain/policy/hours.ts';
import { moved } from '../../../functions/domain/tasks/moves.ts';
import { keyOf } from '../../../functions/domain/tasks/occasion-codec.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { TaskStatus } from '../../../functions/domain/tasks/task-status.ts';
import { aTask, at, day, nothingHeard, rules as ordinary } from '../../support/builders.ts';

const dayIn2022: fc.Arbitrary<Temporal.PlainDate> = fc
  .nat(364)
  .map((offset) => day('2022-01-01').add({ days: offset }));

const calendar: fc.Arbitrary<WorkingCalendar> = fc.record({
  restDays: fc.uniqueArray(fc.nat(500), { maxLength: 60 }).map(texts),
  makeUpDays: fc.uniqueArray(fc.nat(500), { maxLength: 30 }).map(texts),
});

function texts(offsets: readonly number[]): ReadonlySet<string> {
  return new Set(offsets.map((offset) => day('2021-12-01').add({ days: offset }).toString()));
}

const rules: fc.Arbitrary<Rules> = fc
  .record({
    calendar: fc.oneof(fc.constant(ordinary.calendar), calendar),
    timeZone: fc.constantFrom('Asia/Shanghai', 'UTC', 'America/New_York', 'Asia/Urumqi'),
  })
  .map((over) => ({ ...ordinary, ...over }));

const task: fc.Arbitrary<Task> = fc
  .record({
    start: dayIn2022,
    length: fc.nat(300),
    duePrecision: fc.constantFrom('explicit' as const, 'set' as const, 'assumed-year-end' as const),
    status: fc.constantFrom<TaskStatus[]>('pendingAcceptance', 'inProgress', 'returned'),
    silent: fc.option(fc.nat(300), { nil: null }),
    number: fc.nat(2),
    assigned: fc.nat(300),
  })
  .map(({ start, length, silent, number, assigned, ...rest }) =>
    aTask({
      ...rest,
      start,
      due: start.add({ days: length }),
      silentThrough: silent === null ? null : start.add({ days: silent }),
      assignment: { number, at: at('2022-01-01 00:00').add({ hours: assigned * 24 + 9 }) },
    }),
  );

const instant: fc.Arbitrary<Temporal.Instant> = fc
  .nat(60 * 24 * 600)
  .map((minutes) => at('2021-12-01 00:00').add({ minutes }));

const after = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) > 0;

/** Walks from wake to wake on time, at most `count` of them: what was told and when. */
function walk(
  of: Task,
  by: Rules,
  count: number,
): readonly { rung: string; at: Temporal.Instant }[] {
  const told: { rung: string; at: Temporal.Instant }[] = [];
  let heard: Heard = nothingHeard;
  let next = wakeAtOf(of, heard, by);
  for (let wakes = 0; next !== null && wakes < count; wakes += 1) {
    const decision = decide(of, heard, next, by);
    for (const rung of new Set(decision.notices.map((notice) => keyOf(notice.occasion)))) {
      told.push({ rung, at: next });
    }
    ({ heard } = decision);
    next = decision.next;
  }
  return told;
}

/** Of the weekly rungs the last one stands for all. */
const onceWeekly = (ids: readonly string[]): readonly string[] =>
  ids.filter((id, position) => !id.includes('weekly') || !ids[position + 1]?.includes('weekly'));

describe('decide', () => {
  test.prop([task, instant, rules])('looks again strictly later, or never', (of, now, by) => {
    const { next } = decide(of, nothingHeard, now, by);
    expect(next === null || after(next, now)).toBe(true);
  });

  test.prop([task, rules])(
    'visits every rung exactly once, in order, when nobody is late',
    (of, by) => {
      const settled = { ...of, assignment: { ...of.assignment, number: 0 } };
      const due = of.due ?? of.start;
      const rungs = ladderOf({ ...settled, due }, by)
        .take(20)
        .toArray();

      const told = walk(settled, by, 20);

      expect(told.map(({ rung }) => rung)).toEqual(rungs.map(({ occasion }) => keyOf(occasion)));
      expect(told.map((each) => each.at.toString())).toEqual(
        rungs.map((each) => each.at.toString()),
      );
    },
  );

  test.prop([task, instant, rules])(
    'speaks once after an outage of any length, with the latest rung, to all whom a skipped one names',
    (of, now, by) => {
      const settled = { ...of, assignment: { ...of.assignment, number: 0 } };
      const due = of.due ?? of.start;
      const missed = ladderOf({ ...settled, due }, by)
        .take(200)
        .filter((rung) => !after(rung.at, now))
        .toArray();

      const ids = missed.map(({ occasion }) => keyOf(occasion));

      const { notices, heard } = decide(settled, nothingHeard, now, by);

      if (missed.length === 0 || !isSpeakingTime(now, by)) {
        expect(notices).toEqual([]);
        expect(heard).toEqual(nothingHeard);
        return;
      }
      expect(new Set(notices.map(({ occasion }) => keyOf(occasion)))).toEqual(
        new Set(ids.slice(-1)),
      );
      expect(notices[0]?.skipped.map(keyOf)).toEqual(onceWeekly(ids.slice(0, -1)));
      const named = new Set(missed.flatMap(({ to }) => to));
      const told = notices.map((notice) => notice.role);
      expect(new Set(told)).toEqual(named);
      expect(decide(settled, heard, now, by).notices).toEqual([]);
    },
  );

  test.prop([task, instant, rules])('never speaks on a rest day or out of hours', (of, now, by) => {
    const { notices } = decide(of, nothingHeard, now, by);
    const local = now.toZonedDateTimeISO(by.timeZone);
    const isOpen =
      isWorkingDay(local.toPlainDate(), by.calendar) && local.hour >= 8 && local.hour < 18;
    expect(notices.length > 0 && !isOpen).toBe(false);
  });

  test.prop([task, rules])(
    'plans every wake for a working day, at the send time or at once',
    (of, by) => {
      for (const { at: told } of walk(of, by, 15)) {
        expect(isWorkingDay(localDay(told, by), by.calendar)).toBe(true);
      }
    },
  );

  test.prop([task, instant, fc.constantFrom(...TaskStatus.options), rules])(
    'says nothing of a task that ended or is held',
    (of, now, status, by) => {
      const { notices, next } = decide({ ...of, status }, nothingHeard, now, by);
      const isLive = ['pendingAcceptance', 'inProgress', 'returned'].includes(status);
      expect(isLive || (notices.length === 0 && next === null)).toBe(true);
    },
  );

  test.prop([task, instant, dayIn2022, rules])(
    'gives no notice for an old date after re-dating, nor for a rung up to that day',
    (of, now, due, by) => {
      const outcome = moved(of, { act: 'redate', due }, now, by);
      fc.pre('task' in outcome);
      if (!('task' in outcome)) return;
      const later = now.add({ hours: 24 * 200 });

      const { notices } = decide(outcome.task, heardBefore(of, now, by), later, by);

      for (const notice of notices) {
        expect(notice.due?.toString()).toBe(due.toString());
        const rungs = ladderOf({ ...outcome.task, due }, by).take(100);
        const dayOf = new Map(rungs.map((rung) => [keyOf(rung.occasion), rung.day]));
        for (const rung of [notice.occasion, ...notice.skipped].map(keyOf)) {
          const on = dayOf.get(rung);
          if (on) {
            const first = rung === 'due' ? 0 : 1;
            const days = Temporal.PlainDate.compare(on, localDay(now, by));
            expect(days).toBeGreaterThanOrEqual(first);
          }
        }
      }
    },
  );

  test.prop([task, instant, rules])(
    'keeps nothing for the old post once the task is reassigned',
    (of, now, by) => {
      const { notices } = decide(of, nothingHeard, now, by);
      const outcome = moved(of, { act: 'reassign', leadUnit: '招商局' }, now, by);
      if (!('task' in outcome)) throw new Error('a live task can be reassigned');
      for (const notice of notices) {
        const isOld = notice.post.endsWith('@安环局');
        expect(isOld && isStillTrue(outcome.task, notice, by)).toBe(false);
      }
    },
  );

  test.prop([task, instant, rules])('names each post once', (of, now, by) => {
    const keys = decide(of, nothingHeard, now, by).notices.map(noticeKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.prop([task, instant, rules])(
    'counts as heard only what lies before an entry',
    (of, now, by) => {
      const heard = heardBefore(of, now, by);
      const next = wakeAtOf({ ...of, assignment: { ...of.assignment, number: 0 } }, heard, by);
      const isDueToday = next !== null && localDay(next, by).equals(localDay(now, by));
      expect(next === null || !after(now, next) || isDueToday).toBe(true);
    },
  );
});
