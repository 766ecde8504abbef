import { Temporal } from 'temporal-polyfill';
import { type SourceId, TaskId } from '../base/ids.ts';
import { OFFICE, postFor } from '../contacts/contact.ts';
import { isInPlace } from '../sources/place.ts';
import type { Source } from '../sources/source.ts';
import type { SourceAnswer } from '../sources/source-answer.ts';
import { listedOf } from './node.ts';
import { shortened, untouched } from './row-task.ts';
import type { Task } from './task.ts';
import { isEnded } from './task-status.ts';

/** Longest title of a source that the title of its answer quotes. */
const LONGEST_TITLE = 100;

/** `报送办结报告：《关于…的通知》（报市政府督查室）`. */
export function answerTitle(
  { title }: Pick<Source, 'title'>,
  { to, what }: Pick<SourceAnswer, 'to' | 'what'>,
): string {
  const name = title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE)}…` : title;
  return `报送${what}：《${name}》（报${to}）`;
}

/** What a task of the office is made from that reports on a source. */
type Making = {
  readonly source: Source;
  readonly answer: SourceAnswer;
  /** Number of the answers that the source had before. */
  readonly earlier: number;
  readonly leadUnit: string;
  readonly today: Temporal.PlainDate;
  readonly at: Temporal.Instant;
};

/**
 * The task of the office's post that `answer` is kept by. It is in the office's hand from the start, and
 * no promise: it is counted nowhere.
 */
export function answerTask({ source, answer, earlier, leadUnit, today, at }: Making): Task {
  const { due, what } = answer;
  return {
    ...untouched,
    id: answerId(source.id, earlier),
    park: source.park,
    plan: today.year,
    source: source.id,
    answers: source.id,
    area: 0,
    title: answerTitle(source, answer),
    shortTitle: shortened(`报送${what}`),
    quote: '',
    kind: 'milestone',
    hardness: 'must',
    leadUnit,
    supportingUnits: [],
    owner: OFFICE,
    responsibleLeader: postFor('responsibleLeader', leadUnit),
    start: Temporal.PlainDate.compare(due, today) < 0 ? due : today,
    due,
    duePrecision: 'explicit',
    originalDue: due,
    status: 'inProgress',
    metric: null,
    recurrence: null,
    amountFen: null,
    stageOf: null,
    nodeOf: null,
    nodes: [],
    assignment: { number: 0, at: at.round('second') },
  };
}

const FIRST_LETTER = 'a'.charCodeAt(0);
const LETTERS = 26;

/** `s22a-00`, then `s22a-00a`: ids that no promise of the source ever has. */
function answerId(source: SourceId, earlier: number): TaskId {
  const letter = String.fromCharCode(FIRST_LETTER + ((earlier - 1) % LETTERS));
  const round = Math.ceil(earlier / LETTERS);
  return TaskId.parse(`${source}-00${earlier === 0 ? '' : letter.repeat(round)}`);
}

/** Those of `tasks` that answer `source`, in the order of their making. */
export const answersOf = (tasks: readonly Task[], source: SourceId): readonly Task[] =>
  tasks
    .filter((task) => task.answers === source)
    .toSorted((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1));

/** Items of `source` among `tasks` that are still to be done, and all that were not withdrawn. */
export function itemsToAnswer(
  tasks: readonly Task[],
  source: SourceId,
): { readonly open: number; readonly all: number } {
  const own = listedOf(tasks.filter((task) => isInPlace(task, { source }))).filter(
    ({ status }) => status !== 'withdrawn',
  );
  return { open: own.filter((task) => !isEnded(task)).length, all: own.length };
}

/** `来源事项：还有3项没有办结`, or that the answer can be given; empty once it was. */
export function answerNotes(task: Task, tasks: readonly Task[]): readonly string[] {
  if (task.answers === undefined || isEnded(task)) return [];
  const words = readyWords(itemsToAnswer(tasks, task.answers));
  return words === '' ? [] : [`来源事项：${words}`];
}

/** Whether what was asked for is done; empty where the source has no items. */
export function readyWords({ open, all }: { readonly open: number; readonly all: number }): string {
  if (all === 0) return '';
  return open === 0 ? `${all}项都已办结，可以报送了` : `${all}项中还有${open}项没有办结`;
}
