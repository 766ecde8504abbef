import type { Temporal } from 'temporal-polyfill';
import type { TaskId } from '../../domain/base/ids.ts';
import { wanWords } from '../../domain/base/money.ts';
import { dayWords } from '../../domain/base/words.ts';
import { openSteps, waitingFen } from '../../domain/funding/funding.ts';
import { localDay } from '../../domain/policy/hours.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { type ParkContext, readWhole } from '../context/park-context.ts';

/** What `task` has to do with money: what holds its step up, and how much waits for it. */
export async function moneyNotes(run: ParkContext, task: Task): Promise<readonly string[]> {
  const steps = await run.steps();
  const own = openSteps(steps).find(({ id }) => id === task.id);
  const today = localDay(run.now, run.rules);
  const blocks = own ? await blocksOf(run, own.blockedBy, today) : [];
  const waiting = waitingFen(task.id, steps);
  return [
    ...(own ? [`金额：${wanWords(own.amountFen)}`] : []),
    ...(blocks.length === 0 ? [] : [`卡在：${blocks.join('、')}`]),
    ...(waiting === 0 ? [] : [`资金：有${wanWords(waiting)}在等这项工作`]),
  ];
}

/** The milestones among `ids` that are not ended, with their dates. */
async function blocksOf(
  run: ParkContext,
  ids: readonly TaskId[],
  today: Temporal.PlainDate,
): Promise<readonly string[]> {
  const words: string[] = [];
  for (const id of ids) {
    const task = await blocking(run, id);
    if (!task || task.status === 'closed') continue;
    const { title, due, leadUnit, status } = task;
    const by =
      status === 'withdrawn'
        ? '已撤销，请核对是否还要等'
        : due === null
          ? '没有期限'
          : `期限${dayWords(due, today)}`;
    words.push(`${title}（${leadUnit}，${by}）`);
  }
  return words;
}

/** A milestone whose record is damaged does not keep the message back. */
const blocking = async (run: ParkContext, id: TaskId): Promise<Task | undefined> =>
  (await readWhole(run, id))?.task;
