import { Temporal } from 'temporal-polyfill';
import type { SourceId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { dayWords } from '../../domain/base/words.ts';
import { OFFICE } from '../../domain/contacts/contact.ts';
import { localDay } from '../../domain/policy/hours.ts';
import type { Source } from '../../domain/sources/source.ts';
import type { SourceAnswer } from '../../domain/sources/source-answer.ts';
import { answersOf, answerTask, answerTitle } from '../../domain/tasks/answer-task.ts';
import type { Move } from '../../domain/tasks/move.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { isEnded } from '../../domain/tasks/task-status.ts';
import { refuseActor } from '../context/actor.ts';
import { makerOf } from '../context/maker.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { LOST, untilWritten } from '../context/until-written.ts';
import { refuseUnseen, updateRecord } from '../context/update-record.ts';
import type { Booker } from '../funding/book-steps.ts';
import { changeTask } from '../tasks/change-task.ts';
import { enterTasksBy } from '../tasks/enter-tasks.ts';
import { sourceAsRead } from './keep-source.ts';

/** What is to be reported on a source, as the office enters it. */
export type WantedAnswer = {
  readonly id: SourceId;
  /** Null where nothing is to be reported. */
  readonly answer: SourceAnswer | null;
  /** The version that was seen, 0 for a plan from before sources were records; absent if none was. */
  readonly seen?: number;
};

/**
 * Enters by when, to whom and what is to be reported on a source, changes it, or takes it away. A task
 * of the office keeps it: it is made, given another date or withdrawn, before the source says so.
 *
 * @throws {BadInput} if there is no such source, the date has passed, or `by` may not.
 * @throws {Conflict} if the source was changed since it was seen.
 */
export async function answerSource(
  run: ParkContext,
  booker: Booker,
  { id, answer, seen }: WantedAnswer,
): Promise<void> {
  refuseActor(run, booker.by, 'enterPlan');
  const { read, before } = await sourceAsRead(run, id);
  if (!before) throw refusedAnswer(id, '没有这个来源', '请核对编号');
  if (before.kind === 'hand') {
    throw refusedAnswer(id, '手工登记的事项没有共同的来文，不能设报送', '请在有来文的来源上设');
  }
  refuseUnseen(id, read, seen);
  await settleAnswer(run, booker, { source: before, answer, isEntered: true });
  const place = { collection: run.ports.collections.sources, park: run.park.id, id, seen, read };
  const to = answer === null ? '不用报送' : sourceAnswerWords(answer, localDay(run.now, run.rules));
  const author = { ...makerOf(run, booker), what: '改报送', why: '', to };
  const changed = (now: Source | undefined): Source => {
    const { answer: old, ...rest } = now ?? before;
    if (now && isSame(old ?? null, answer)) return now;
    return answer === null ? rest : { ...rest, answer };
  };
  await updateRecord(place, changed, author, run.ports);
}

/** `6月30日（周四）前向市政府督查室报送办结报告`. */
export const sourceAnswerWords = (
  { due, to, what }: SourceAnswer,
  today: Temporal.PlainDate,
): string => `${dayWords(due, today)}前向${to}报送${what}`;

const isSame = (a: SourceAnswer | null, b: SourceAnswer | null): boolean =>
  a === null || b === null ? a === b : a.due.equals(b.due) && a.to === b.to && a.what === b.what;

/** What a source is to be answered with. */
type Settling = {
  readonly source: Source;
  readonly answer: SourceAnswer | null;
  /** Whether somebody enters it now: a date that has passed is refused then, and kept otherwise. */
  readonly isEntered: boolean;
  /** Id of the entry of a task that is made; a new one by default. */
  readonly entry?: string;
};

/** Has the office's task as `settling` says; done again, it changes nothing more. */
export async function settleAnswer(
  run: ParkContext,
  booker: Booker,
  settling: Settling,
): Promise<void> {
  const { id } = settling.source;
  const attempt = async (): Promise<'settled' | typeof LOST> => {
    const tasks = (await readTasks(run)).map(({ task }) => task);
    const known = answersOf(tasks, id);
    const last = known.at(-1);
    if (last === undefined || isEnded(last)) return begin(run, booker, settling, known);
    await follow(run, booker, last, settling);
    return 'settled';
  };
  await untilWritten(attempt, () => {
    throw refusedAnswer(id, '同时改动的太多，没有登记', '请再试一次');
  });
}

/** Makes a task, unless nothing is to be reported, or it was for that very date; lost to who was quicker. */
async function begin(
  run: ParkContext,
  booker: Booker,
  { source, answer, isEntered, entry }: Settling,
  known: readonly Task[],
): Promise<'settled' | typeof LOST> {
  const last = known.at(-1);
  if (answer === null || (last?.status === 'closed' && isDueOn(last, answer.due))) return 'settled';
  if (isEntered) refusePast(run, source, answer.due);
  const isMade = await made(run, booker, { source, answer, entry, earlier: known.length });
  return isMade ? 'settled' : LOST;
}

const isPast = ({ now, rules }: ParkContext, due: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(due, localDay(now, rules)) < 0;

const isDueOn = ({ due }: Task, day: Temporal.PlainDate): boolean => due?.equals(day) === true;

type Made = Pick<Settling, 'source'> & {
  readonly answer: SourceAnswer;
  readonly earlier: number;
  readonly entry: string | undefined;
};

/** Makes the task; false where somebody else was quicker. */
async function made(
  run: ParkContext,
  { by, via }: Booker,
  { entry: id, ...wanted }: Made,
): Promise<boolean> {
  const { now, rules, directory } = run;
  const today = localDay(now, rules);
  const leadUnit = directory.holderOf(OFFICE)?.unit ?? '园区办';
  const task = answerTask({ ...wanted, leadUnit, today, at: now });
  const entry = { by, via, at: now, why: `《${wanted.source.title}》要求报送` };
  return (await enterTasksBy(run, { ...entry, ...(id && { id }) }, [task])) === 1;
}

function refusePast(run: ParkContext, { id }: Source, due: Temporal.PlainDate): void {
  const today = localDay(run.now, run.rules);
  if (!isPast(run, due)) return;
  const message = `报送日期${dayWords(due, today)}已经过去`;
  throw refusedAnswer(id, message, '请填今天或以后的日期；已经报送的不用再填');
}

/** Changes of the open task what `answer` says otherwise. */
async function follow(
  run: ParkContext,
  { by, via }: Booker,
  task: Task,
  { source, answer, isEntered }: Settling,
): Promise<void> {
  const make = (move: Move, why: string): Promise<unknown> =>
    changeTask(run, { task: task.id, by, via, why }, move);
  if (answer === null) return void (await make({ act: 'withdraw' }, '不用报送'));
  const title = answerTitle(source, answer);
  if (isEntered && !isDueOn(task, answer.due)) refusePast(run, source, answer.due);
  if (!isDueOn(task, answer.due) && !isPast(run, answer.due)) {
    await make({ act: 'redate', due: answer.due }, '改报送日期');
  }
  if (title !== task.title) await make({ act: 'amend', terms: { title } }, '改报送内容');
}

const refusedAnswer = (id: SourceId, message: string, remedy: string): BadInput =>
  new BadInput([{ place: `来源 ${id}`, message, remedy }]);
