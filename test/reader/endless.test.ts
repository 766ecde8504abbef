import { describe, expect, it } from 'vitest';
import { diffPlan } from '../../functions/reader/diff.ts';
import { readPlan } from '../../functions/reader/read-plan.ts';
import { documentOfText } from '../../functions/reader/tables/text-tables.ts';
import { ENDLESS } from '../support/endless.ts';

const TIMES = 8;
const SHORT = 3000;

/** Forms of which a short text says too little: only a long one would be slow. */
const LONG = 20_000;
const SLOW_TO_SHOW: ReadonlySet<string> = new Set([
  '增长10%以上，',
  '税收3.6亿元，增长10%，',
  'U+feff \ufeff',
  'U+200d \u200d',
  '（牵头：甲局）（配合：乙局）\n',
  'headings with owners, then prose',
  'owner lines, each another',
  'owners of one heading',
  'a header as long as its table',
]);

/** What takes time in step with the length takes 8 times as long, what takes its square 64 times. */
const MOST = 2 * TIMES;
/** Shorter times are those of the clock. */
const SHORTEST = 4;
const ATTEMPTS = 4;

/** Milliseconds of the processor's time, which other work on the computer hardly changes. */
function timeOf(work: () => unknown): number {
  const begin = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begin);
  return Math.max(SHORTEST, (user + system) / 1000);
}

/** How many times as long `work` takes for eight times as much, measured until it is in step. */
function growth(workOn: (length: number) => () => unknown, length = SHORT): number {
  const [less, more] = [workOn(length), workOn(length * TIMES)];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    [least, most] = [Math.min(least, timeOf(less)), Math.min(most, timeOf(more))];
    if (most / least <= MOST) break;
  }
  return most / least;
}

const read = (text: string): ReturnType<typeof readPlan> =>
  readPlan(documentOfText(text), { year: 2026 });

describe('a text that goes on for ever', () => {
  it.each(ENDLESS)(
    'is read in step with its length: %j',
    (name, textOf) => {
      const readOf = (length: number): (() => unknown) => {
        const text = textOf(length);
        return () => read(text);
      };

      expect(growth(readOf, SLOW_TO_SHOW.has(name) ? LONG : SHORT)).toBeLessThanOrEqual(MOST);
    },
    60_000,
  );

  it('is compared in step with its length, though all of it is alike', () => {
    const draftsOf = (length: number, start: number): ReturnType<typeof readPlan>['drafts'] =>
      read(Array.from({ length: length / 5 }, (__, at) => `产值增长${start + at}万元。`).join(''))
        .drafts;

    expect(
      growth((length) => {
        const [before, after] = [draftsOf(length, 1), draftsOf(length, 100_000)];
        return () => diffPlan(after, before);
      }),
    ).toBeLessThanOrEqual(MOST);
  }, 60_000);

  it.each(['在甲期间', '在期间'])(
    'is left after one try where %s can be parted in many ways',
    (words) => {
      const text = `${words.repeat(60)}甲路甲乙、在甲期间建成甲园。`;

      expect(read(text).drafts).toHaveLength(1);
    },
  );

  it('does not fill the stack with what it passed over', () => {
    expect(read('去年，'.repeat(200_000)).skipped).toHaveLength(200_000);
  });
});
