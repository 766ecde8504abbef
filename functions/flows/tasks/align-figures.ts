import type { Change } from '../../domain/contacts/change.ts';
import type { Instrument } from '../../domain/funding/funding.ts';
import { Target } from '../../domain/targets/target.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { NewTerms } from '../../domain/tasks/terms.ts';
import { makerOf } from '../context/maker.ts';
import type { ParkContext } from '../context/park-context.ts';
import { type Author, updateRecord } from '../context/update-record.ts';

/**
 * Brings the target or the money of an amended `task` to its goal or amount. The task comes first, so
 * that an amendment that was cut short is finished by the same request; the earlier goal stays in the
 * history of the record.
 */
export async function alignFigures(
  run: ParkContext,
  mover: Pick<Change, 'by' | 'via' | 'why'>,
  task: Task,
  terms: NewTerms,
): Promise<void> {
  const author = { ...makerOf(run, mover), what: '调整', why: mover.why };
  if (terms.goal !== undefined) await alignGoal(run, task, author);
  if (terms.amountFen !== undefined) await alignAmount(run, task, author);
}

/** Whether the target or the money of `task` is as the task says, as far as `terms` are about it. */
export async function isAligned(
  { park, ports }: ParkContext,
  { id, metric, amountFen }: Task,
  { goal, amountFen: wanted }: NewTerms,
): Promise<boolean> {
  const { targets, instruments } = ports.collections;
  const target = goal === undefined ? undefined : await targets.find(park.id, id);
  const money = wanted === undefined ? undefined : await instruments.find(park.id, id);
  const isGoal = !target || !metric || toGoal(target.value, metric.value) === target.value;
  return isGoal && (!money || amountFen === null || money.value.goalFen === amountFen);
}

async function alignGoal(
  { park, ports }: ParkContext,
  { id, metric }: Task,
  author: Author,
): Promise<void> {
  const { targets } = ports.collections;
  const read = await targets.find(park.id, id);
  if (!read || metric === null) return;
  const value = toGoal(read.value, metric.value);
  if (value === read.value) return;
  const to = goalWords(read.value.goal.valueOf(), metric.value, metric.unit);
  const place = { collection: targets, park: park.id, id, read };
  const change = (before = read.value): Target => toGoal(before, metric.value);
  await updateRecord(place, change, { ...author, to }, ports);
}

const toGoal = (target: Target, goal: number): Target => {
  const value = Target.shape.goal.parse(String(goal));
  return target.goal.equals(value) ? target : { ...target, goal: value };
};

const goalWords = (from: number, to: number, unit: string): string =>
  `目标值：${from}${unit} → ${to}${unit}`;

async function alignAmount(
  { park, ports }: ParkContext,
  { id, amountFen }: Task,
  author: Author,
): Promise<void> {
  const { instruments } = ports.collections;
  if (amountFen === null || !(await instruments.find(park.id, id))) return;
  await updateRecord(
    { collection: instruments, park: park.id, id },
    (before) => toAmount(before as Instrument, amountFen),
    author,
    ports,
  );
}

/** Of money for one project that project's amount is the whole; of several each keeps its own. */
function toAmount(before: Instrument, goalFen: Instrument['goalFen']): Instrument {
  if (before.goalFen === goalFen) return before;
  const projects =
    before.projects.length === 1
      ? before.projects.map((project) => ({ ...project, goalFen }))
      : before.projects;
  return { ...before, goalFen, projects };
}
