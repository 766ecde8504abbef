import { describe, expect, it } from 'vitest';
import {
  answersItselfAt,
  type Gap,
  gapAsked,
  gapBefore,
  gapTold,
  missedDays,
} from '../../../functions/domain/deadlines/gap.ts';
import {
  gapAnswerWords,
  gapQuestion,
  lateRunWords,
} from '../../../functions/domain/deadlines/gap-words.ts';
import { at, day, rules } from '../../support/builders.ts';

/** A park that was told last on Tuesday, 21 June. */
const last = { toldOn: day('2022-06-21'), beginsOn: null, wakeAt: at('2022-06-22 08:00') };

const asked = (over: Partial<Gap> = {}): Gap => ({
  why: 'missed',
  since: day('2022-06-21'),
  through: day('2022-06-23'),
  askedAt: at('2022-06-24 09:00'),
  passed: 0,
  answer: null,
  ...over,
});

const answered = (over: Partial<Gap> = {}): Gap =>
  asked({
    answer: {
      choice: 'today',
      by: 'office',
      name: '园区办',
      at: at('2022-06-24 09:05'),
      isDone: true,
    },
    ...over,
  });

describe('a gap', () => {
  it.each([
    { now: '2022-06-21 09:00', missed: [], why: 'the run of today has come' },
    { now: '2022-06-22 07:00', missed: [], why: 'the run of today is still to come' },
    { now: '2022-06-22 17:59', missed: [], why: 'the run of today can still be made up for' },
    { now: '2022-06-22 18:00', missed: ['06-22'], why: 'quiet hours have begun today' },
    { now: '2022-06-24 09:00', missed: ['06-22', '06-23'], why: 'two mornings were missed' },
    { now: '2022-06-25 09:00', missed: ['06-22', '06-23', '06-24'], why: 'of a Saturday' },
    { now: '2022-06-27 08:00', missed: ['06-22', '06-23', '06-24'], why: 'rest days do not count' },
  ])('at $now is of $missed: $why', ({ now, missed }) => {
    const gap = gapBefore(last, at(now), rules);
    const days = gap === null ? [] : missedDays(gap, rules);
    expect(days.map((each) => each.toString().slice(5))).toEqual(missed);
    expect(gap?.why ?? 'missed').toBe('missed');
  });

  it('of a park that never had a run is counted from the day of the first', () => {
    const never = { toldOn: null, beginsOn: day('2022-06-20'), wakeAt: at('2022-06-20 08:00') };
    expect(gapBefore(never, at('2022-06-18 10:00'), rules)).toBeNull();
    expect(gapBefore(never, at('2022-06-20 10:00'), rules)).toBeNull();
    expect(gapBefore(never, at('2022-06-21 10:00'), rules)).toMatchObject({
      since: day('2022-06-19'),
      through: day('2022-06-20'),
    });
  });

  it('of a clock that went back lies before today, whatever the last run says', () => {
    expect(gapBefore(last, at('2022-06-20 10:00'), rules)).toEqual({
      why: 'clockBack',
      since: day('2022-06-21'),
      through: day('2022-06-17'),
    });
  });
});

describe('the question about a gap', () => {
  it('is the same one while nothing changes', () => {
    expect(gapAsked(asked(), last, at('2022-06-24 09:10'), rules)).toEqual(asked());
    expect(gapAsked(answered(), last, at('2022-06-24 09:10'), rules)).toEqual(answered());
  });

  it('is asked again with every missed reminder when more days were missed', () => {
    expect(gapAsked(answered({ passed: 3 }), last, at('2022-06-27 09:00'), rules)).toEqual(
      asked({ askedAt: at('2022-06-27 09:00'), through: day('2022-06-24'), passed: 3 }),
    );
  });

  it('is asked again when it was asked by a clock that had jumped ahead', () => {
    const wrong = answered({ askedAt: at('2022-09-01 10:00'), through: day('2022-08-31') });
    const now = at('2022-06-24 09:00');
    expect(gapAsked({ ...wrong, passed: 40 }, last, now, rules)).toEqual(asked());
    expect(gapAsked(wrong, last, at('2022-06-22 07:00'), rules)).toBeNull();
  });

  it('falls away unanswered where there is no gap, and stays with its answer', () => {
    const told = { ...last, toldOn: day('2022-06-24') };
    expect(gapAsked(asked(), told, at('2022-06-24 10:00'), rules)).toBeNull();
    expect(gapAsked(answered(), told, at('2022-06-24 10:00'), rules)).toEqual(answered());
  });

  it.each([
    { askedAt: '2022-06-24 09:00', at: '2022-06-24 09:15', why: 'within speaking time' },
    { askedAt: '2022-06-24 06:00', at: '2022-06-24 08:15', why: 'before it' },
    { askedAt: '2022-06-24 17:50', at: '2022-06-27 08:15', why: 'too short before its end' },
    { askedAt: '2022-06-24 20:00', at: '2022-06-27 08:15', why: 'on the evening of a Friday' },
  ])('asked at $askedAt answers itself at $at: $why', (row) => {
    expect(answersItselfAt({ askedAt: at(row.askedAt) }, rules).equals(at(row.at))).toBe(true);
  });

  it('is told by the first run after it, and by no other', () => {
    const told = { clockWasOn: null, choice: 'today', by: '园区办', passed: 2 };
    expect(gapTold(answered({ passed: 2 }), last, rules)).toEqual(told);
    expect(gapTold(answered(), { ...last, toldOn: day('2022-06-24') }, rules)).toBeNull();
    expect(gapTold(asked(), last, rules)).toBeNull();
  });
});

describe('the words about a gap', () => {
  it('say what happened, and what follows where nobody answers', () => {
    expect(gapQuestion(asked(), at('2022-06-24 09:00'), rules)).toBe(
      '6月22日（周三）、6月23日（周四）没有运行，其间到点的提醒没有发出。请选择发哪些提醒；6月24日 09:15以前没有人选择的，自动全部补发。选定以前只发新交办的通知，网页照常办理。',
    );
    const back = asked({ why: 'clockBack', since: day('2022-09-01') });
    expect(gapQuestion(back, at('2022-06-24 09:00'), rules)).toContain(
      '电脑的时钟倒回了：上次运行记在9月1日（周四），现在是6月24日 09:00。请先核对时钟。',
    );
  });

  it('say who chose what, and what is passed over by it', () => {
    expect(gapAnswerWords(asked(), rules)).toBeUndefined();
    expect(gapAnswerWords(answered({ passed: 2 }), rules)).toBe(
      '园区办6月24日 09:05选择“只发今天的”，此前的2个提醒时点不再补发。',
    );
    const nobody = { choice: 'all', by: null, name: null, isDone: true } as const;
    const late = asked({ answer: { ...nobody, at: at('2022-06-24 09:15') } });
    expect(gapAnswerWords(late, rules)).toBe('到6月24日 09:15没有人选择，已按“全部补发”处理。');
  });

  it('say without a terminal what was sent late, and what did not go out', () => {
    expect(lateRunWords(asked(), { sent: 3, unsent: 1 }, at('2022-06-24 09:00'), rules)).toBe(
      '6月22日（周三）、6月23日（周四）没有运行；到点的提醒已按“全部补发”处理：发出3份，没有送出1份。',
    );
  });
});
