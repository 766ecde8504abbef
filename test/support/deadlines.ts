import { ladderOf } from '../../functions/domain/deadlines/ladder.ts';
import type { Deadline } from '../../functions/domain/deadlines/rung.ts';
import { keyOf } from '../../functions/domain/tasks/occasion-codec.ts';
import { day, rules } from './builders.ts';

/** A deadline of a work since January that nobody has touched. */
export const deadline = (over: Partial<Deadline> & Pick<Deadline, 'due'>): Deadline => ({
  stageOf: null,
  nodeOf: null,
  start: day('2022-01-01'),
  duePrecision: 'explicit',
  silentThrough: null,
  overdueCount: null,
  ...over,
});

/** The first `count` rungs as `id day`. */
export const rungs = (from: Deadline, count: number): readonly string[] =>
  ladderOf(from, rules)
    .take(count)
    .map(({ occasion, day: on }) => `${keyOf(occasion)} ${on.toString()}`)
    .toArray();
