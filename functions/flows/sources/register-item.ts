import { Temporal } from 'temporal-polyfill';
import type { SourceId, TaskId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { dayWords } from '../../domain/base/words.ts';
import { postFor } from '../../domain/contacts/contact.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { wordsOf } from '../../domain/sources/entered-source.ts';
import { faultsOfItem, type NewItem } from '../../domain/sources/new-item.ts';
import { placeFilterIn, sourceIdOf } from '../../domain/sources/place.ts';
import { freeNumber, numberedId } from '../../domain/sources/source-code.ts';
import { taskOf } from '../../domain/tasks/row-task.ts';
import { idsOfTask, type Task } from '../../domain/tasks/task.ts';
import { isEnded } from '../../domain/tasks/task-status.ts';
import { matterOf, pairUp } from '../../reader/pair-promises.ts';
import { refuseActor } from '../context/actor.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { LOST, untilWritten } from '../context/until-written.ts';
import type { Booker } from '../funding/book-steps.ts';
import type { StoredTask } from '../ports.ts';
import { enterTasksBy } from '../tasks/enter-tasks.ts';
import { answerSource } from './answer-source.ts';
import { enteredSource } from './enter-source.ts';
import { isOwnPromise, knownOf } from './plan-differences.ts';
import { idsTakenBack } from './used-ids.ts';

/** An item to be registered. */
export type ItemRequest = {
  readonly item: NewItem;
  /** Idempotency key: sent again, it registers nothing more. */
  readonly key: string;
  /** Whether its sender said that a past date is meant, and that a similar item is another one. */
  readonly confirmed: { readonly past: boolean; readonly other: boolean };
};

/** What the sender of an item is asked before it is registered. */
export type ItemQuestion = { readonly about: 'past' | 'other'; readonly message: string };

/** The registered task, or what its sender has to answer first. */
export type RegisteredItem =
  | { readonly task: Task }
  | { readonly questions: readonly ItemQuestion[] };

/**
 * Registers an item that the office enters by hand, and hands it over. Its source is the one that says
 * the same, or a new one; its id is the next number of that source.
 *
 * @throws {BadInput} naming every field that is wrong, or if `by` may not.
 */
export async function registerItem(
  run: ParkContext,
  booker: Booker,
  { item, key, confirmed }: ItemRequest,
): Promise<RegisteredItem> {
  refuseActor(run, booker.by, 'enterPlan');
  await refuseFaults(run, item);
  const id = `${booker.by}/${key}`;
  const tasks = await readTasks(run);
  const same = await enteredAs(run, item, id, tasks);
  if (same) {
    await answerFor(run, booker, item, sourceIdOf(same));
    return { task: same };
  }
  const questions = questionsOf(run, item, tasks).filter(({ about }) => !confirmed[about]);
  if (questions.length > 0) return { questions };
  const source = await enteredSource(run, booker, item.source, item.readers);
  const attempt = async (losses: number): Promise<Task | typeof LOST> => {
    const all = losses === 0 ? tasks : await readTasks(run);
    const taken = await idsTakenBack(run, source);
    const known = [...all.flatMap(({ task }) => idsOfTask(task)), ...taken];
    const task = taskOfItem(run, item, {
      source,
      id: numberedId(source, freeNumber(source, known)),
    });
    const entry = { by: booker.by, via: booker.via, at: run.now, why: '手工登记', id };
    return (await enterTasksBy(run, entry, [task])) === 1 ? task : LOST;
  };
  const task = await untilWritten(attempt, () => {
    throw new BadInput([
      { place: '新增事项', message: '同时登记的太多，没有登记', remedy: '请再试一次' },
    ]);
  });
  await answerFor(run, booker, item, source);
  return { task };
}

/** Enters what is to be reported on the source of `item`, if the item says so. */
const answerFor = async (
  run: ParkContext,
  booker: Booker,
  { answer }: NewItem,
  id: SourceId,
): Promise<void> => {
  if (answer !== null) await answerSource(run, booker, { id, answer });
};

async function refuseFaults(run: ParkContext, item: NewItem): Promise<void> {
  const faults = faultsOfItem(item, {
    today: localDay(run.now, run.rules),
    sources: await run.sources(),
    hasOwner: (unit) => run.directory.holds(postFor('owner', unit)),
    holds: run.directory.holds,
  });
  if (faults.length === 0) return;
  throw new BadInput(
    faults.map(({ field, message }) => ({ place: field, message, remedy: '请改好再登记' })),
  );
}

/** The task that the same request became before. */
async function enteredAs(
  { ports, park }: ParkContext,
  { title }: NewItem,
  id: string,
  tasks: readonly StoredTask[],
): Promise<Task | undefined> {
  for (const { task } of tasks) {
    if (task.title !== title) continue;
    const [first] = await ports.register.history(park.id, task.id);
    if (first?.id === id) return task;
  }
  return undefined;
}

function questionsOf(
  run: ParkContext,
  { title, due, kind, leadUnit }: NewItem,
  tasks: readonly StoredTask[],
): readonly ItemQuestion[] {
  const today = localDay(run.now, run.rules);
  const isPast = due !== null && Temporal.PlainDate.compare(due, today) < 0;
  const open = tasks.flatMap(({ task }) =>
    isEnded(task) || !isOwnPromise(task) ? [] : [knownOf(task)],
  );
  const promise = {
    id: '',
    quote: title,
    title,
    kind,
    due: null,
    metric: null,
    owners: [leadUnit],
  };
  const alike = pairUp([matterOf(promise)], open.map(matterOf)).get(0);
  const similar = tasks.find(({ task }) => task.id === alike?.id)?.task;
  return [
    ...(isPast
      ? [
          {
            about: 'past' as const,
            message: `${dayWords(due, today)}已经过去，登记后就是红灯，对吗？`,
          },
        ]
      : []),
    ...(similar
      ? [{ about: 'other' as const, message: `与已有的一项相近：${similarWords(similar, today)}` }]
      : []),
  ];
}

const similarWords = ({ id, title, leadUnit, due }: Task, today: Temporal.PlainDate): string =>
  `${leadUnit}“${title}”（${id}${due ? `，${dayWords(due, today)}` : ''}）`;

function taskOfItem(
  { park, now, rules }: ParkContext,
  item: NewItem,
  { source, id }: { readonly source: SourceId; readonly id: TaskId },
): Task {
  const { title, leadUnit, supportingUnits, due, kind, attachments } = item;
  const today = localDay(now, rules);
  const start = due && Temporal.PlainDate.compare(due, today) < 0 ? due : today;
  const row = {
    id,
    title,
    kind,
    due,
    leadUnit,
    supportingUnits,
    area: 0,
    quote: wordsOf(item.source),
    hardness: 'must' as const,
    duePrecision: due ? ('set' as const) : ('none' as const),
    start,
    status: 'pendingAcceptance' as const,
    metric: null,
    recurrence: null,
    amountCny: null,
    plan: today.year,
  };
  const place = placeFilterIn(item.place);
  return {
    ...taskOf(row, { park: park.id, plan: today.year, source, at: now }),
    ...(place?.source && { areaSource: place.source, area: place.area ?? 0 }),
    ...(attachments.length > 0 && { attachments }),
  };
}
