import { Temporal } from 'temporal-polyfill';
import type { Task } from './task.ts';
import { isEnded } from './task-status.ts';

type OfYear = Pick<Task, 'plan'>;

/** 1 January of the year that a task counts in. */
export const yearStart = ({ plan }: OfYear): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year: plan, month: 1, day: 1 });

/** Whether the year of a task has not begun on `today`: it has no lamp, and nobody is notified of it. */
export const isAhead = ({ plan }: OfYear, today: Temporal.PlainDate): boolean => plan > today.year;

/** Whether a task of a year before `year` is still open (往年未办结). */
export const isOpenFromBefore = (task: Pick<Task, 'plan' | 'status'>, year: number): boolean =>
  task.plan < year && !isEnded(task);

/** `结转到2023年` for a task as a year that it left has it; undefined for any other. */
export const leftWords = ({ leftFor }: Pick<Task, 'leftFor'>): string | undefined =>
  leftFor === undefined ? undefined : `结转到${leftFor}年`;

/** `2023年起计`. */
export const aheadWords = ({ plan }: OfYear): string => `${plan}年起计`;
