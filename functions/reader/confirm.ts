import { Temporal } from 'temporal-polyfill';
import { type SourceId, TaskId } from '../domain/base/ids.ts';
import type { Problem } from '../domain/base/problems.ts';
import { refuse } from '../domain/base/refuse.ts';
import { type Directory, postFor } from '../domain/contacts/contact.ts';
import type { Draft } from '../domain/sources/draft.ts';
import type { RegisterRow } from '../domain/tasks/register-row.ts';
import { taskOf } from '../domain/tasks/row-task.ts';
import type { Task } from '../domain/tasks/task.ts';
import { type Confirmation, confirmed } from './confirmation.ts';

/** Where drafts are entered, and as of when. */
export type EntryContext = {
  readonly park: string;
  readonly at: Temporal.Instant;
  readonly directory: Directory;
  /** Code of the source; omitted for the annual plan of the year. */
  readonly source?: SourceId;
  /** Name of the confirmation, for messages. */
  readonly file: string;
};

/**
 * The tasks that the office makes of a plan's drafts: each gets its unit, from the plan's own words
 * or from the confirmation, and the dates that were set.
 *
 * @throws {BadInput} naming every draft without a unit, every unit without a contact and every date
 *   that does not fit; no draft is entered then.
 */
export function confirmDrafts(
  drafts: readonly Draft[],
  confirmation: Confirmation,
  context: EntryContext,
): readonly Task[] {
  const { park, at, source, directory, file } = context;
  const assigned = drafts.map((draft) => ({ draft, unit: unitOf(draft, confirmation) }));
  refuse(
    assigned.flatMap(({ draft, unit }) => wrongUnit(draft, unit, directory)),
    file,
  );
  const entry = { park, at, plan: confirmation.plan, ...(source && { source }) };
  const tasks = assigned.map(({ draft, unit = '' }) =>
    taskOf(rowOf(draft, unit, confirmation), entry),
  );
  return confirmed(tasks, confirmation, file);
}

/** The unit that the plan itself names first; else the first of the confirmation's that fits. */
function unitOf({ quote, area, owners }: Draft, { units }: Confirmation): string | undefined {
  const [named] = owners;
  if (named !== undefined) return named;
  const fitting = units.find(
    (each) =>
      (each.keyword === undefined || quote.includes(each.keyword)) &&
      (each.area === undefined || each.area === area),
  );
  return fitting?.unit;
}

function wrongUnit(
  { id, title }: Draft,
  unit: string | undefined,
  directory: Directory,
): readonly Problem[] {
  const place = `草稿 ${id}（${title}）`;
  if (unit === undefined) {
    return [{ place, message: '没有责任单位', remedy: '请在核定文件里给它指定一个单位' }];
  }
  if (directory.holds(postFor('owner', unit))) return [];
  const message = `责任单位“${unit}”没有责任人的联系方式`;
  return [{ place, message, remedy: '请先在通讯录里给这个单位设一个责任人' }];
}

function rowOf(draft: Draft, leadUnit: string, { plan, inHand }: Confirmation): RegisterRow {
  const { id, area, title, quote, kind, hardness, metric, amountCny, recurrence } = draft;
  const hasNoDue = kind === 'standing' || draft.due === null;
  return {
    id: TaskId.parse(id),
    plan,
    area,
    title,
    quote,
    kind,
    due: hasNoDue ? null : Temporal.PlainDate.from(draft.due ?? ''),
    duePrecision: hasNoDue ? 'none' : draft.duePrecision,
    hardness,
    metric,
    recurrence,
    amountCny,
    leadUnit,
    status: inHand ? 'inProgress' : 'pendingAcceptance',
  };
}
