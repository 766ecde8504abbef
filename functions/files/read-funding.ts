import { z } from 'zod';
import { TaskId } from '../domain/base/ids.ts';
import { OneLine } from '../domain/base/parsing.ts';
import type { Problem } from '../domain/base/problems.ts';
import { refuse } from '../domain/base/refuse.ts';
import { FundingStep, Instrument, stepId } from '../domain/funding/funding.ts';
import { unexplained } from '../domain/funding/funds.ts';
import type { Task } from '../domain/tasks/task.ts';
import { promiseWith } from '../reader/task-by-words.ts';
import { readLines } from './read-lines.ts';

const Words = OneLine.min(2, '至少要有两个字');

/** One instrument with its steps; it and what holds a step up are named by words of their promises. */
const Row = z.object({
  promise: Words,
  ...Instrument.omit({ id: true, park: true }).shape,
  steps: z.array(
    z.object({
      ...FundingStep.omit({ id: true, park: true, instrument: true }).shape,
      part: z.int().positive().default(1),
      blockedBy: z.array(Words).default([]),
    }),
  ),
});
type Row = z.infer<typeof Row>;

/** Money that is sought, and what is done and planned for it. */
export type FundingFile = {
  readonly instruments: readonly Instrument[];
  readonly steps: readonly FundingStep[];
};

/**
 * Reads a file of funding (JSON Lines, UTF-8), each line for the one of `tasks` that its words fit.
 *
 * @param file - its name, for messages.
 * @throws {BadInput} naming everything that is wrong; nothing of the file is taken then.
 */
export function readFunding(bytes: Uint8Array, file: string, tasks: readonly Task[]): FundingFile {
  const problems: Problem[] = [];
  const read = readLines(bytes, Row, file).flatMap(({ line, row }) => {
    const place = `${file} 第 ${line} 行`;
    const funding = resolved(row, place, tasks);
    if ('steps' in funding) {
      problems.push(...ill(funding, place));
      return [funding];
    }
    problems.push(...funding);
    return [];
  });
  refuse(problems, file);
  return {
    instruments: read.map(({ instrument }) => instrument),
    steps: read.flatMap(({ steps }) => steps),
  };
}

type Resolved = { readonly instrument: Instrument; readonly steps: readonly FundingStep[] };

function resolved(row: Row, place: string, tasks: readonly Task[]): Resolved | readonly Problem[] {
  const { promise, steps, ...rest } = row;
  const problems: Problem[] = [];
  const idOf = (words: string, field: string): TaskId => {
    const task = promiseWith(words, tasks);
    if ('id' in task) return task.id;
    problems.push({ place: `${place} ${field}“${words}”`, ...task });
    return TaskId.parse('');
  };
  const id = idOf(promise, 'promise');
  const park = tasks[0]?.park ?? '';
  const placed = steps.map((step) => ({
    ...step,
    park,
    instrument: id,
    id: stepId({ ...step, instrument: id }),
    blockedBy: step.blockedBy.map((words) => idOf(words, 'blockedBy')),
  }));
  return problems.length > 0 ? problems : { instrument: { ...rest, id, park }, steps: placed };
}

/** What in one instrument does not fit together. */
function ill({ instrument, steps }: Resolved, place: string): readonly Problem[] {
  const seen = new Set<string>();
  const projects = new Set(instrument.projects.map(({ id }) => id));
  const misplaced = steps.flatMap(({ id, project }) => {
    const isRepeated = seen.has(id);
    seen.add(id);
    return [
      ...(isRepeated ? [{ message: `${id} 重复`, remedy: '请写明是第几笔（part）' }] : []),
      ...(projects.has(project)
        ? []
        : [{ message: `没有“${project}”这个项目`, remedy: '请核对项目编号' }]),
    ];
  });
  const remedy = '请核对金额，或在 excessReason 说明原因';
  const excesses = unexplained(instrument, steps).map((message) => ({ message, remedy }));
  return [...misplaced, ...excesses].map((problem) => ({ place: `${place} steps`, ...problem }));
}
