import { z } from 'zod';
import { inChinese, OneLine, problemsOf } from '../domain/base/parsing.ts';
import type { Problem } from '../domain/base/problems.ts';
import { refuse } from '../domain/base/refuse.ts';
import { Target } from '../domain/targets/target.ts';
import type { Task } from '../domain/tasks/task.ts';
import { promiseWith } from '../reader/task-by-words.ts';
import { readLines } from './read-lines.ts';

/** A target by words of its promise, which gives what the row does not say itself. */
const Row = z.looseObject({ promise: OneLine.min(2, '至少要有两个字') });
type Row = z.infer<typeof Row>;

/**
 * Reads a file of targets (JSON Lines, UTF-8), each for the one of `tasks` that its words fit.
 *
 * @param file - its name, for messages.
 * @throws {BadInput} naming everything that is wrong; nothing of the file is taken then.
 */
export function readTargets(
  bytes: Uint8Array,
  file: string,
  tasks: readonly Task[],
): readonly Target[] {
  const problems: Problem[] = [];
  const targets = readLines(bytes, Row, file).flatMap(({ line, row }) => {
    const read = readTarget(row, `${file} 第 ${line} 行`, tasks);
    if ('id' in read) return [read];
    problems.push(...read);
    return [];
  });
  refuse(problems, file);
  return targets;
}

function readTarget(row: Row, place: string, tasks: readonly Task[]): Target | readonly Problem[] {
  const { promise, ...rest } = row;
  const task = promiseWith(promise, tasks);
  if (!('id' in task)) return [{ place: `${place} promise“${promise}”`, ...task }];
  const { id, park, plan, metric } = task;
  const promised = metric && {
    unit: metric.unit,
    goal: String(metric.value),
    comparator: metric.comparator,
  };
  const parsed = Target.safeParse({ ...promised, ...rest, id, park, plan }, { error: inChinese });
  return parsed.success ? parsed.data : problemsOf(parsed.error, place);
}
