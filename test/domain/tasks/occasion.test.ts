import { fc, test } from '@fast-check/vitest';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Occasion } from '../../../functions/domain/tasks/occasion.ts';
import {
  eachOnce,
  isSameOccasion,
  keyOf,
  occasionOf,
  stepKeyOf,
} from '../../../functions/domain/tasks/occasion-codec.ts';
import { day } from '../../support/builders.ts';

const count = fc.nat();

const anyDay = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => Temporal.PlainDate.from('1990-01-01').add({ days }));

const since = fc.oneof(
  anyDay.map(String),
  anyDay.map((on) => on.toZonedDateTime('Asia/Shanghai').toInstant().toString()),
);

type Said = Exclude<Occasion, { readonly kind: 'unanswered' }>;

/** One arbitrary for each kind: a new one does not compile until it is here. */
const arbitraries = {
  before: count.map((days) => ({ kind: 'before', days })),
  due: fc.constant({ kind: 'due' }),
  overdue: count.map((workingDays) => ({ kind: 'overdue', workingDays })),
  overdueWeekly: count.map((nth) => ({ kind: 'overdueWeekly', nth })),
  handOver: count.map((number) => ({ kind: 'handOver', number })),
  reportDue: fc
    .tuple(
      anyDay,
      fc.integer().filter((order) => !Object.is(order, -0)),
    )
    .map(([of, order]) => ({ kind: 'reportDue', of, order })),
  behindPace: anyDay.map((of) => ({ kind: 'behindPace', of })),
  awaitsOffice: fc
    .tuple(fc.constantFrom('review', 'extension', 'disowned'), since, fc.integer({ min: 1 }))
    .map(([what, from, nth]) => ({ kind: 'awaitsOffice', what, since: from, nth })),
  decision: count.map((number) => ({ kind: 'decision', number })),
  urge: count.map((number) => ({ kind: 'urge', number })),
  nodesDone: since.map((from) => ({ kind: 'nodesDone', since: from })),
  unknown: fc
    .string()
    .filter((key) => occasionOf(key).kind === 'unknown')
    .map((key) => ({ kind: 'unknown', key })),
} satisfies { readonly [Kind in Said['kind']]: fc.Arbitrary<Occasion & { readonly kind: Kind }> };

const said: fc.Arbitrary<Said> = fc.oneof(...Object.values(arbitraries));

const unanswered: fc.Arbitrary<Occasion> = fc
  .tuple(said, fc.constantFrom('unsigned', 'lapsed'), count)
  .map(([after, why, level]) => ({ kind: 'unanswered', after, why, level }));

/** A text that is nearly a key. */
const nearly = fc
  .array(
    fc.oneof(
      fc.constantFrom('before-', 'due', 'overdue-', 'weekly-', 'assigned-', 'return-', 'pace-'),
      fc.constantFrom('waiting-', 'review-', 'ruling-', '/', 'unsigned-', 'lapsed-', '+', '-'),
      fc.constantFrom('2022-06-24', '2022-02-30', '0', '007', '3', '\n'),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

describe('an occasion', () => {
  test.prop([fc.oneof(said, unanswered)])('is read from its key as it was', (occasion) => {
    expect(occasionOf(keyOf(occasion))).toStrictEqual(occasion);
    const { of } = { of: undefined, ...occasionOf(keyOf(occasion)) };
    if ('of' in occasion) expect(of?.toString()).toBe(occasion.of.toString());
  });

  test.prop([fc.oneof(fc.string(), nearly)])('keeps its key, whatever was stored', (key) => {
    expect(keyOf(occasionOf(key))).toBe(key);
  });

  it.each<readonly [key: string, occasion: Occasion]>([
    ['before-30', { kind: 'before', days: 30 }],
    ['due', { kind: 'due' }],
    ['overdue-7', { kind: 'overdue', workingDays: 7 }],
    ['overdue-weekly-3', { kind: 'overdueWeekly', nth: 3 }],
    ['assigned-2', { kind: 'handOver', number: 2 }],
    ['return-2022-06-24-2', { kind: 'reportDue', of: day('2022-06-24'), order: -2 }],
    ['return-2022-06-24+0', { kind: 'reportDue', of: day('2022-06-24'), order: 0 }],
    ['return-2022-06-24+19', { kind: 'reportDue', of: day('2022-06-24'), order: 19 }],
    ['pace-2022-06-24', { kind: 'behindPace', of: day('2022-06-24') }],
    [
      'waiting-review-2022-06-24',
      { kind: 'awaitsOffice', what: 'review', since: '2022-06-24', nth: 1 },
    ],
    [
      'waiting-review-2022-06-24+2',
      { kind: 'awaitsOffice', what: 'review', since: '2022-06-24', nth: 2 },
    ],
    [
      'waiting-extension-2022-06-20T01:00:00Z',
      { kind: 'awaitsOffice', what: 'extension', since: '2022-06-20T01:00:00Z', nth: 1 },
    ],
    [
      'waiting-disowned-2022-06-20T01:00:00Z+12',
      { kind: 'awaitsOffice', what: 'disowned', since: '2022-06-20T01:00:00Z', nth: 12 },
    ],
    ['ruling-1', { kind: 'decision', number: 1 }],
    ['urge-2', { kind: 'urge', number: 2 }],
    ['due/unsigned-1', { kind: 'unanswered', after: { kind: 'due' }, why: 'unsigned', level: 1 }],
    [
      'assigned-2/lapsed-3',
      {
        kind: 'unanswered',
        after: { kind: 'handOver', number: 2 },
        why: 'lapsed',
        level: 3,
      },
    ],
    [
      'overdue-weekly-2/unsigned-2',
      {
        kind: 'unanswered',
        after: { kind: 'overdueWeekly', nth: 2 },
        why: 'unsigned',
        level: 2,
      },
    ],
    [
      'someday/unsigned-1',
      {
        kind: 'unanswered',
        after: { kind: 'unknown', key: 'someday' },
        why: 'unsigned',
        level: 1,
      },
    ],
  ])('is what the key %s names', (key, occasion) => {
    expect(occasionOf(key)).toStrictEqual(occasion);
    expect(keyOf(occasion)).toBe(key);
  });

  it.each([
    '',
    'someday',
    'before-',
    'before-07',
    'before--1',
    'before-9007199254740993',
    ' due',
    'due\n',
    'due/other-1',
    'overdue-',
    'overdue-weekly-',
    'assigned-two',
    'return-2022-06-24',
    'return-2022-02-30+1',
    'return-2022-06-24-0',
    'pace-2022-13-01',
    'waiting-review-',
    'waiting-lunch-2022-06-24',
    'waiting-review-2022-06-24+1',
    'ruling-1.5',
    'urge-',
    'urge-02',
  ])('is unknown under the malformed key “%s”, and keeps it', (key) => {
    expect(occasionOf(key)).toEqual({ kind: 'unknown', key });
    expect(keyOf(occasionOf(key))).toBe(key);
  });

  it('is the same under the same key, and stands once in a list', () => {
    const [first, again, other] = ['pace-2022-06-24', 'pace-2022-06-24', 'due'].map(occasionOf);
    if (!first || !again || !other) throw new Error('three occasions');
    expect(isSameOccasion(first, again)).toBe(true);
    expect(isSameOccasion(first, other)).toBe(false);
    expect(eachOnce([first, other, again]).map(keyOf)).toEqual(['pace-2022-06-24', 'due']);
  });

  it('shares the name of its step with every other week', () => {
    const steps = ['overdue-weekly-1', 'overdue-weekly-20', 'overdue-7'].map(occasionOf);
    expect(steps.map(stepKeyOf)).toEqual(['overdue-weekly', 'overdue-weekly', 'overdue-7']);
  });
});
