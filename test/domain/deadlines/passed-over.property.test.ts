import { fc, test } from '@fast-check/vitest';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  workingDayAfter,
  workingDayOnOrBefore,
} from '../../../functions/domain/calendar/working-calendar.ts';
import { type GapDays, missedDays } from '../../../functions/domain/deadlines/gap.ts';
import type { Heard } from '../../../functions/domain/deadlines/heard.ts';
import { heardWithout, passedOver } from '../../../functions/domain/deadlines/passed-over.ts';
import { returnsAfter } from '../../../functions/domain/deadlines/reporting-steps.ts';
import {
  heardThrough,
  occasionsAfter,
  occasionsAt,
  type TimedOccasion,
} from '../../../functions/domain/deadlines/timed-occasions.ts';
import { heardBefore } from '../../../functions/domain/deadlines/wakes.ts';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import {
  lastInstantOf,
  localDay,
  type Rules,
  sendInstant,
  speakingInstantFrom,
} from '../../../functions/domain/policy/hours.ts';
import type { ReportDue } from '../../../functions/domain/tasks/occasion.ts';
import { keyOf } from '../../../functions/domain/tasks/occasion-codec.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { aTask, at, day, rules as ordinary } from '../../support/builders.ts';

/** The rules with returns and pace. */
const rules: Rules = {
  ...ordinary,
  policies: [{ policy: defaultPolicy, from: day('2022-01-01') }],
};

const dayIn2022 = fc.nat(330).map((offset) => day('2022-01-10').add({ days: offset }));

const task: fc.Arbitrary<Task> = fc
  .record({
    kind: fc.constantFrom('milestone' as const, 'target' as const, 'standing' as const),
    due: dayIn2022,
    number: fc.nat(1),
    handedOver: dayIn2022,
  })
  .map(({ number, handedOver, ...over }) =>
    aTask({ ...over, assignment: { number, at: at(`${handedOver.toString()} 09:00`) } }),
  );

const gap: fc.Arbitrary<GapDays> = fc
  .record({ from: dayIn2022, days: fc.integer({ min: 1, max: 30 }) })
  .map(({ from, days }) => {
    const since = workingDayOnOrBefore(from, rules.calendar);
    return { why: 'missed', since, through: workingDayAfter(since, days, rules.calendar) };
  });

/** What of `of` was heard when the last run had told all that was due on `since`. */
function heardOn(of: Task, since: Temporal.PlainDate): Heard {
  const evening = lastInstantOf(since, rules);
  const heard = { ...heardBefore(of, evening, rules), assignment: 0 };
  return heardThrough(of, heard, occasionsAt(of, heard, evening, rules).reached);
}

/** The first run after the gap. */
const runAfter = ({ through }: GapDays): Temporal.Instant =>
  sendInstant(workingDayAfter(through, 1, rules.calendar), rules);

const dayOf = ({ at: nominal }: TimedOccasion): string =>
  localDay(speakingInstantFrom(nominal, rules), rules).toString();

const ids = (steps: readonly TimedOccasion[]): readonly string[] =>
  steps.map(({ occasion }) => keyOf(occasion));

const reminds = ({ order, occasion }: TimedOccasion): boolean =>
  order !== undefined || occasion.kind === 'reportDue' || occasion.kind === 'behindPace';

const askedIn = ({ occasion }: TimedOccasion): ReportDue | undefined =>
  occasion.kind === 'reportDue' ? occasion : undefined;

/** What is still to be told after `now`, as far as it is looked at. */
const later = (of: Task, heard: Heard, now: Temporal.Instant): readonly string[] =>
  occasionsAfter(of, heard, rules)
    .filter((step) => Temporal.Instant.compare(step.at, now) > 0)
    .take(12)
    .map(({ occasion }) => keyOf(occasion))
    .toArray();

describe('what is passed over', () => {
  test.prop([task, gap])('is every reminder of the missed days and nothing else', (of, missed) => {
    const heard = heardOn(of, missed.since);
    const now = runAfter(missed);
    const days = new Set(missedDays(missed, rules).map(String));
    const due = occasionsAt(of, heard, now, rules).reached;
    const passed = passedOver(of, heard, missed, rules);
    const reminders = due.filter((step) => reminds(step) && days.has(dayOf(step)));
    const asking = reminders.findLast((step) => askedIn(step) !== undefined);
    const asked = asking && askedIn(asking);
    const [next] = returnsAfter(of, asked ?? null, rules);
    const isKept = asked && next?.occasion.of.equals(asked.of);
    expect(ids(passed)).toEqual(ids(reminders.filter((step) => !isKept || step !== asking)));

    const without = heardWithout(of, heard, passed, localDay(now, rules));
    const left = occasionsAt(of, without, now, rules).reached;
    const gone = new Set(ids(passed));
    expect(ids(left)).toEqual(ids(due).filter((id) => !gone.has(id)));
    expect(passedOver(of, without, missed, rules)).toEqual([]);
    expect(later(of, without, now)).toEqual(later(of, heard, now));
  });

  it('is nothing where an earlier reminder was not told yet, which would be lost with it', () => {
    const of = aTask();
    const heard = heardBefore(of, at('2022-06-16 12:00'), ordinary);
    const missed = { why: 'missed', since: day('2022-06-23'), through: day('2022-06-28') } as const;
    expect(ids(occasionsAt(of, heard, at('2022-06-29 08:00'), ordinary).reached)).toEqual([
      'before-7',
      'before-3',
      'before-1',
    ]);
    expect(passedOver(of, heard, missed, ordinary)).toEqual([]);
  });

  it('is not the asking for a return of which leaders are to be told later', () => {
    const of = aTask({ kind: 'target', due: day('2022-12-31') });
    const heard = heardOn(of, day('2022-06-21'));
    const missed = { why: 'missed', since: day('2022-06-21') } as const;
    const through = (last: string): readonly string[] =>
      ids(passedOver(of, heard, { ...missed, through: day(last) }, rules));
    expect(through('2022-06-23')).toEqual([]);
    expect(through('2022-06-27')).toContain('return-2022-06-24-2');
    expect(through('2022-06-27')).not.toContain('return-2022-06-24+1');
    expect(through('2022-06-29')).toContain('return-2022-06-24+3');
  });

  it('is by a clock that went back everything before today', () => {
    const of = aTask();
    const heard = heardBefore(of, at('2022-06-16 12:00'), ordinary);
    const back = {
      why: 'clockBack',
      since: day('2022-09-01'),
      through: day('2022-06-28'),
    } as const;
    expect(ids(passedOver(of, heard, back, ordinary))).toEqual(['before-7', 'before-3']);
  });

  it('is no word of the owner’s silence, no ruling and nothing that waits for the office', () => {
    const of = aTask({
      status: 'pendingReview',
      lastReport: { at: at('2022-06-20 09:00'), note: '', progress: 100, isReturned: false },
      doneOn: day('2022-06-20'),
    });
    const heard = heardBefore(of, at('2022-06-20 12:00'), ordinary);
    const missed = { why: 'missed', since: day('2022-06-20'), through: day('2022-06-24') } as const;
    expect(occasionsAt(of, heard, at('2022-06-27 08:00'), ordinary).reached).not.toEqual([]);
    expect(passedOver(of, heard, missed, ordinary)).toEqual([]);
  });
});
