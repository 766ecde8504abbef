import { Temporal } from 'temporal-polyfill';
import { allowedActs, statusLedTo } from '../../functions/domain/tasks/allowed-acts.ts';
import { type Act, actName, isFinal, needsReason } from '../../functions/domain/tasks/move.ts';
import { statusName, TaskStatus } from '../../functions/domain/tasks/task-status.ts';
import { code, tableOf } from './markdown.ts';

/** All moves, in the order of the tables. */
export const MOVE_ACTS = Object.keys(actName) as readonly Act[];

/** A request to the office; its content does not matter here. */
const ASKED = {
  at: Temporal.Instant.fromEpochMilliseconds(0),
  due: Temporal.PlainDate.from('2022-12-31'),
  why: '',
  isLate: false,
  by: null,
};

/** A task with an open request and an open dispute, and one with neither. */
const asked = {
  waiting: { request: ASKED, disowned: ASKED, supportingUnits: ['配合单位'] },
  free: { request: null, disowned: null, supportingUnits: ['配合单位'] },
} as const;
type Asked = keyof typeof asked;

const isAllowed = (act: Act, status: TaskStatus, when: Asked): boolean =>
  allowedActs({ status, ...asked[when] }).includes(act);

/** Whether a task in progress allows `act` only while `when` holds. */
const isOnlyWhile = (when: Asked, act: Act): boolean =>
  isAllowed(act, 'inProgress', when) &&
  !isAllowed(act, 'inProgress', when === 'free' ? 'waiting' : 'free');

/** Statuses in which each move is allowed, and the status it leads to. */
export const movesTable = (): string =>
  tableOf(
    ['move', '', 'from', 'to', 'remarks'],
    MOVE_ACTS.map((act) => {
      const from = TaskStatus.options.filter(
        (status) => isAllowed(act, status, 'waiting') || isAllowed(act, status, 'free'),
      );
      return [code(act), actName[act], statuses(from), leadsTo(act, from), remarksOn(act)];
    }),
  );

const statuses = (all: readonly TaskStatus[]): string =>
  all.map((status) => statusName[status]).join('、');

function leadsTo(act: Act, from: readonly TaskStatus[]): string {
  const changed = from.filter((status) => statusLedTo(status, act) !== status);
  if (changed.length === 0) return 'unchanged';
  const to = [...new Set(changed.map((status) => statusLedTo(status, act)))];
  const kept = from.filter((status) => !changed.includes(status) && !to.includes(status));
  return kept.length === 0 ? statuses(to) : `${statuses(to)}; unchanged from ${statuses(kept)}`;
}

function remarksOn(act: Act): string {
  const remarks: readonly (readonly [boolean, string])[] = [
    [needsReason(act), 'needs a reason'],
    [isFinal(act), 'can be undone for ten minutes only'],
    [isOnlyWhile('waiting', act), 'only while it is asked for'],
    [isOnlyWhile('free', act), 'only once at a time'],
  ];
  return remarks.flatMap(([holds, words]) => (holds ? [words] : [])).join('; ');
}
