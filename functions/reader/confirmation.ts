import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Day, Label, OneLine } from '../domain/base/parsing.ts';
import type { Problem } from '../domain/base/problems.ts';
import { refuse } from '../domain/base/refuse.ts';
import type { Task } from '../domain/tasks/task.ts';
import { promiseWith } from './task-by-words.ts';

const Keyword = OneLine.min(2, '至少要有两个字');

/** What the office decided about a plan: responsible units, and dates that the plan lacks. */
export const Confirmation = z.strictObject({
  note: z.string().optional(),
  /** Year of the plan. */
  plan: z.int(),
  /** Whether the tasks are already in progress, so that no handover notice is sent. */
  inHand: z.boolean().default(false),
  /** The first that fits gives the unit: by words of the promise, by area of the plan, or both. */
  units: z
    .array(
      z.strictObject({
        keyword: Keyword.optional(),
        area: z.int().nonnegative().optional(),
        unit: Label,
      }),
    )
    .default([]),
  /** Each for the one promise that has these words. */
  dates: z.array(z.strictObject({ keyword: Keyword, due: Day })),
});
export type Confirmation = z.infer<typeof Confirmation>;

/**
 * `tasks` with the dates that the office set. They count as first entered, so they are the
 * original due dates too.
 *
 * @throws {BadInput} if a date fits no task or several, or cannot be set for the one it fits.
 */
export function confirmed(
  tasks: readonly Task[],
  { plan, dates }: Confirmation,
  file: string,
): readonly Task[] {
  const set = dates.map((date) => ({ ...date, fits: promiseWith(date.keyword, tasks) }));
  refuse(
    set.flatMap((date) => wrongDate(date, plan)),
    file,
  );
  const dueOf = new Map(set.flatMap(({ fits, due }) => ('id' in fits ? [[fits.id, due]] : [])));
  return tasks.map((task) => {
    const due = dueOf.get(task.id);
    return due ? { ...task, due, originalDue: due, duePrecision: 'set' } : task;
  });
}

type SetDate = {
  readonly keyword: string;
  readonly due: Temporal.PlainDate;
  readonly fits: ReturnType<typeof promiseWith>;
};

function wrongDate({ keyword, due, fits }: SetDate, plan: number): readonly Problem[] {
  const place = `核定期限“${keyword}”`;
  if (!('id' in fits)) return [{ place, ...fits }];
  const message = whyNotSet(fits, due, plan);
  return message === undefined ? [] : [{ place, message, remedy: '请核对文字和日期' }];
}

/** Why the office cannot set `due` for `task`; a date that the plan gives itself cannot be set. */
function whyNotSet(task: Task, due: Temporal.PlainDate, plan: number): string | undefined {
  if (task.plan !== plan) return `这是 ${task.plan} 年计划的事项，核定的是 ${plan} 年计划`;
  if (task.kind === 'standing') return '这是长期事项，没有期限';
  if (task.duePrecision === 'explicit') return `计划写明了期限 ${task.due?.toString() ?? ''}`;
  if (Temporal.PlainDate.compare(due, task.start) >= 0) return undefined;
  return `期限 ${due.toString()} 早于开始日期 ${task.start.toString()}`;
}
