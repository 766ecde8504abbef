import type { Problem } from '../domain/base/problems.ts';
import type { Task } from '../domain/tasks/task.ts';

/** The one task of `tasks` whose promise has `words`, or why there is not one. */
export function promiseWith(
  words: string,
  tasks: readonly Task[],
): Task | Pick<Problem, 'message' | 'remedy'> {
  const [task, ...others] = tasks.filter(({ quote }) => quote.includes(words));
  if (!task) return { message: '没有哪一项含有这几个字', remedy: '请与计划原文核对' };
  const [another] = others;
  if (!another) return task;
  const message = `有 ${others.length + 1} 项含有这几个字：${task.id}、${another.id}等`;
  return { message, remedy: '请多写几个字，只对上一项' };
}
