import { type Fen, inFen, wanWords } from '../base/money.ts';
import { type FundingStep, openSteps } from './funding.ts';
import { blockersOf } from './funding-blocks.ts';
import type { TasksById } from './present-steps.ts';

/** Reports parts that do not add up to their whole, with both amounts and the difference. */
export function difference(parts: string, sum: Fen, whole: Fen): readonly string[] {
  if (sum === whole) return [];
  const between = `相差${wanWords(inFen(Math.abs(whole - sum)))}`;
  return [`${parts}合计${wanWords(sum)}，目标${wanWords(whole)}，${between}`];
}

/** Withdrawn tasks that still block money. Someone must decide whether it still has to wait. */
export const withdrawnBlockers = (
  steps: readonly FundingStep[],
  tasks: TasksById,
): readonly string[] =>
  blockersOf(openSteps(steps), tasks)
    .filter(({ status }) => status === 'withdrawn')
    .map(({ title }) => `卡住资金的“${title}”已撤销，请核对这笔资金是否还要等`);

/** Stages whose task is closed but that have no booked amount. */
export const unbooked = (steps: readonly FundingStep[], tasks: TasksById): readonly string[] =>
  openSteps(steps).flatMap(({ id }) => {
    const task = tasks.get(id);
    const isSaidDone = task?.status === 'pendingReview' || task?.status === 'closed';
    return isSaidDone ? [`${task.title}已报办结，还没有登记金额`] : [];
  });
