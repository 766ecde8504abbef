import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Day, inChinese } from '../domain/parsing.ts';
import { BadInput, type Problem } from '../domain/problem.ts';
import type { Task } from '../domain/task.ts';
import { readJson } from './read-json.ts';
import { refuse } from './read-lines.ts';

/** Dates that the office set for promises whose plan names none, by task id. */
const Confirmation = z.object({
  note: z.string(),
  plan: z.int(),
  dates: z.record(z.string(), Day),
});
export type Confirmation = z.infer<typeof Confirmation>;

/**
 * Reads a confirmation file (one JSON object, UTF-8).
 *
 * @param file - its name, for messages.
 * @throws {BadInput} naming everything that is wrong with it.
 */
export function readConfirmation(bytes: Uint8Array, file: string): Confirmation {
  const parsed = Confirmation.safeParse(readJson(bytes, file), { error: inChinese });
  if (parsed.success) return parsed.data;
  const remedy = '请改正这一项后再试';
  throw new BadInput(
    parsed.error.issues.map(({ path, message }) => ({
      place: `${file} ${path.join('.')}`,
      message,
      remedy,
    })),
  );
}

/**
 * `tasks` with the dates that the office set. They count as first entered, so they are the
 * original due dates too.
 *
 * @throws {BadInput} if a date is for a task that is not there, has none, or starts later.
 */
export function confirmed(
  tasks: readonly Task[],
  { dates }: Confirmation,
  file: string,
): readonly Task[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  refuse(
    Object.entries(dates).flatMap(([id, due]) => wrongDate(byId.get(id), id, due)),
    file,
  );
  return tasks.map((task) => {
    const due = dates[task.id];
    return due ? { ...task, due, originalDue: due, duePrecision: 'set' } : task;
  });
}

function wrongDate(
  task: Task | undefined,
  id: string,
  due: Temporal.PlainDate,
): readonly Problem[] {
  const place = `核定期限 ${id}`;
  const remedy = '请核对编号和日期';
  if (!task) return [{ place, message: '登记表中没有这一项', remedy }];
  if (task.kind === 'standing') return [{ place, message: '这是长期事项，没有期限', remedy }];
  if (Temporal.PlainDate.compare(due, task.start) >= 0) return [];
  const message = `期限 ${due.toString()} 早于开始日期 ${task.start.toString()}`;
  return [{ place, message, remedy }];
}
