import type { Temporal } from 'temporal-polyfill';
import type { TaskId } from '../../domain/base/ids.ts';
import { wanWords } from '../../domain/base/money.ts';
import { dayWords } from '../../domain/base/words.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import { openSteps, waitingFen } from '../../domain/funding/funding.ts';
import { localDay } from '../../domain/policy/hours.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { type ParkContext, readWhole } from '../context/park-context.ts';
import { tellableTo } from '../context/sight.ts';

/** What a message to `contact` says of `task` and money: what holds its step up, and how much waits for it. */
export async function moneyNotes(
  run: ParkContext,
  task: Task,
  contact: Contact,
): Promise<readonly string[]> {
  const steps = await run.steps();
  const own = openSteps(steps).find(({ id }) => id === task.id);
  const today = localDay(run.now, run.rules);
  const blocks = own ? await blocksOf(run, own.blockedBy, today, contact) : [];
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
  contact: Contact,
): Promise<readonly string[]> {
  const tellable = await tellableTo(run, contact);
  const words: string[] = [];
  for (const id of ids) {
    const task = await blocking(run, id);
    if (!task || task.status === 'closed' || !tellable(task)) continue;
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
