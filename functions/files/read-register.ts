import { Temporal } from 'temporal-polyfill';
import type { Problem } from '../domain/base/problems.ts';
import { refuse } from '../domain/base/refuse.ts';
import type { Directory } from '../domain/contacts/contact.ts';
import { RegisterRow } from '../domain/tasks/register-row.ts';
import { taskOf } from '../domain/tasks/row-task.ts';
import type { Task } from '../domain/tasks/task.ts';
import { type JsonLine, readLines } from './read-lines.ts';

/** Defaults and checks for a register file. */
export type RegisterContext = {
  readonly park: string;
  /**
   * The plan's year, for rows that do not name their own. If unknown, the year that most
   * rows are due in is used.
   */
  readonly plan: number | null;
  readonly at: Temporal.Instant;
  /** The posts that must be held; null where only a rehearsal is wanted. */
  readonly directory: Directory | null;
};

/**
 * Reads a register file (JSON Lines, UTF-8) into tasks.
 *
 * @param file - its name, for messages.
 * @throws {BadInput} naming every line that is wrong; nothing of the file is taken then.
 */
export function readRegister(
  bytes: Uint8Array,
  file: string,
  context: RegisterContext,
): readonly Task[] {
  const lines = readLines(bytes, RegisterRow, file);
  const plan =
    context.plan ??
    commonYear(
      lines.map(({ row }) => row),
      context,
    );
  const tasks = lines.map(({ line, row }) => ({ line, row: taskOf(row, { ...context, plan }) }));
  const problems = [...repeated(tasks), ...ill(tasks), ...unheld(tasks, context.directory)];
  refuse(
    problems.map(({ line, ...problem }) => ({
      ...problem,
      place: `${file} 第 ${line} 行 ${problem.place}`,
    })),
    file,
  );
  return tasks.map(({ row }) => row);
}

/** The year that most of `rows` are due in, of equals the first; this year where none has a date. */
function commonYear(rows: readonly RegisterRow[], { at }: RegisterContext): number {
  const byYear = Map.groupBy(
    rows.flatMap(({ due }) => due?.year ?? []),
    (year) => year,
  );
  const [most] = [...byYear].toSorted(([a, of], [b, others]) => others.length - of.length || a - b);
  return most?.[0] ?? at.toZonedDateTimeISO('UTC').year;
}

type Wrong = Problem & { readonly line: number };

function repeated(tasks: readonly JsonLine<Task>[]): readonly Wrong[] {
  const first = new Map<string, number>();
  return tasks.flatMap(({ line, row: { id } }) => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, line);
      return [];
    }
    const message = `编号 ${id} 与第 ${before} 行重复`;
    return [{ line, place: 'id', message, remedy: '请给其中一条换一个编号' }];
  });
}

/** A row without a start begins with the plan year, which only the task knows. */
function ill(tasks: readonly JsonLine<Task>[]): readonly Wrong[] {
  return tasks.flatMap(({ line, row: { due, start } }) => {
    if (due === null || Temporal.PlainDate.compare(due, start) >= 0) return [];
    const message = `期限 ${due.toString()} 早于开始日期 ${start.toString()}`;
    return [{ line, place: 'due', message, remedy: '请核对期限，或写明开始日期 start' }];
  });
}

function unheld(tasks: readonly JsonLine<Task>[], directory: Directory | null): readonly Wrong[] {
  if (directory === null) return [];
  return tasks.flatMap(({ line, row }) =>
    directory.holds(row.owner)
      ? []
      : [
          {
            line,
            place: 'leadUnit',
            message: `责任单位“${row.leadUnit}”没有责任人的联系方式`,
            remedy: '请先在通讯录里给这个单位设一个责任人（role 为 owner）',
          },
        ],
  );
}
