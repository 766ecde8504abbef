import type { Temporal } from 'temporal-polyfill';
import type { Task } from './task.ts';

/** Rulings that a task keeps: far more than can wait to be told. */
const MAX_RULINGS = 20;

/**
 * `task` without the request that was open `before`; who asked is to hear what ended it.
 *
 * @param ending - what was done, as the history calls it, and when.
 */
export function withoutRequest(
  task: Task,
  { request, owner }: Task,
  { what, now }: { readonly what: string; readonly now: Temporal.Instant },
): Task {
  if (request === null) return task;
  const { at: askedAt, by, due: wished } = request;
  const number = (task.rulings.at(-1)?.number ?? 0) + 1;
  const ruling = { number, at: now.round('second'), post: by ?? owner, what, askedAt, wished };
  return { ...task, request: null, rulings: [...task.rulings, ruling].slice(-MAX_RULINGS) };
}
