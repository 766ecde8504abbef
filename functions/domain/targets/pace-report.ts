import type { Temporal } from 'temporal-polyfill';
import { cut, percent, shortest } from '../base/decimal.ts';
import type { TaskId } from '../base/ids.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import type { Lamp } from '../tasks/lamp.ts';
import { lastReturn } from '../tasks/reporting-duty.ts';
import { isLive, type Task } from '../tasks/task.ts';
import { actualsOf } from './actuals.ts';
import { grownOld, measured, type TargetFigures } from './measured.ts';
import { type Actuals, type Pace, type PaceState, paceOf } from './pace.ts';
import type { Lists } from './project-list.ts';
import type { Target } from './target.ts';
import { type Age, type Reported, targetLamp, throughWords } from './target-lamp.ts';
import { spanOf } from './target-span.ts';

/**
 * State of a target against its schedule. unreported: its values are older than the period due;
 * notYet: no value, and none is due yet.
 */
type RowState = Exclude<PaceState, 'unknown'> | 'unreported' | 'notYet';

/** One target on a day. Numbers are exact decimal strings; rates are truncated. */
export type PaceRow = {
  readonly id: TaskId;
  readonly name: string;
  readonly leadUnit: string;
  readonly comparator: Target['comparator'];
  readonly goal: string;
  readonly unit: string;
  /** Last month covered, 1 to 12; null without values. */
  readonly through: number | null;
  /** Period covered, `5月`, `3月24日`; shown with every number. */
  readonly asOf: string | null;
  readonly reported: Reported;
  /** Month whose value is due; null if none is. */
  readonly owed: number | null;
  readonly achieved: string | null;
  /** Percentage, `40.6%`. */
  readonly completion: string | null;
  readonly scheduled: string | null;
  /** Percentage points ahead of or behind schedule; null without a schedule. */
  readonly lead: { readonly points: string; readonly isBehind: boolean } | null;
  readonly index: string | null;
  readonly state: RowState;
  readonly isMet: boolean;
  readonly lamp: Lamp;
  /** Required value for each remaining period, rounded up; null if the values are too old. */
  readonly required: {
    readonly perPeriod: string;
    readonly period: 'month' | 'quarter' | 'halfYear';
    readonly periods: number;
  } | null;
  /** Extrapolation of the values so far, not a forecast; null if the values are too old. */
  readonly projected: { readonly value: string; readonly method: 'average' | 'curve' } | null;
  /** Inconsistencies to review, in Chinese. */
  readonly doubts: readonly string[];
};

/** Decimals of an amount. */
const PLACES = 2;

/**
 * Progress of all targets of `figures` at `at`, as known then.
 *
 * @param tasks - tasks of the targets by id.
 */
export const paceRows = (
  { targets, ...lists }: Lists & { readonly targets: readonly Target[] },
  tasks: ReadonlyMap<string, Task>,
  at: Temporal.Instant,
  rules: Rules,
): readonly PaceRow[] =>
  targets.map((target) => paceRow({ target, lists }, tasks.get(target.id), at, rules));

/** Like {@link paceRows}, for one target; `task` is its task, if known. */
export function paceRow(
  { target, lists }: TargetFigures,
  task: Task | undefined,
  at: Temporal.Instant,
  rules: Rules,
): PaceRow {
  const day = localDay(at, rules);
  const { id, name, comparator, goal, unit } = target;
  const { achieved, doubts } = actualsOf(target, lists, at);
  const pace = paceOf(target, achieved, spanOf(target, task));
  const age = ageOf(pace, task && measured(task, { target, lists }, at, rules), day, rules);
  return {
    id,
    name,
    leadUnit: task?.leadUnit ?? '',
    comparator,
    goal: shortest(goal, PLACES),
    unit,
    ...age,
    ...numbersOf(pace, target, age),
    lamp: targetLamp(target, { pace, age }, day, rules),
    doubts,
  };
}

/** Age of the values of a target. Targets not yet assigned have nothing due. */
function ageOf(
  { achieved }: Pace,
  task: Task | undefined,
  day: Temporal.PlainDate,
  rules: Rules,
): Age {
  const last = task && isLive(task) ? lastReturn(grownOld(task), day, rules) : undefined;
  const owed = last?.month ?? null;
  return { reported: reportedOf(achieved, owed), owed };
}

function reportedOf(achieved: Actuals, owed: number | null): Reported {
  if (owed === null) return achieved === null ? 'notYet' : 'current';
  if (achieved === null) return 'never';
  return achieved.through < owed ? 'stale' : 'current';
}

type Numbers = Pick<
  PaceRow,
  | 'through'
  | 'asOf'
  | 'achieved'
  | 'completion'
  | 'scheduled'
  | 'lead'
  | 'index'
  | 'state'
  | 'isMet'
  | 'required'
  | 'projected'
>;

function numbersOf(pace: Pace, { rhythm }: Target, { reported }: Age): Numbers {
  const { completion, scheduled, index, isMet } = pace;
  const isCurrent = reported === 'current';
  return {
    ...achievedOf(pace),
    completion: completion && percent(completion),
    scheduled: scheduled && percent(scheduled),
    lead: leadOf(pace),
    index: index && cut(index, PLACES),
    state: stateOf(pace, reported),
    isMet,
    required: isCurrent ? requiredOf(pace, rhythm) : null,
    projected: isCurrent ? projectedOf(pace) : null,
  };
}

function achievedOf({ achieved }: Pace): Pick<PaceRow, 'through' | 'asOf' | 'achieved'> {
  if (achieved === null) return { through: null, asOf: null, achieved: null };
  const { through, value } = achieved;
  return { through, asOf: throughWords(achieved), achieved: shortest(value, PLACES) };
}

function stateOf({ state }: Pace, reported: Reported): RowState {
  if (reported === 'stale' || reported === 'never') return 'unreported';
  return state === 'unknown' ? 'notYet' : state;
}

function leadOf({ completion, scheduled }: Pace): PaceRow['lead'] {
  if (completion === null || scheduled === null) return null;
  const points = completion.sub(scheduled).mul(100);
  return { points: shortest(points.abs().floor(1), 1), isBehind: points.lt(0) };
}

const periodName = { monthly: 'month', quarterly: 'quarter', halfYearly: 'halfYear' } as const;

function requiredOf({ required }: Pace, rhythm: Target['rhythm']): PaceRow['required'] {
  if (required === null) return null;
  const perPeriod = shortest(required.perPeriod.ceil(PLACES), PLACES);
  return { perPeriod, period: periodName[rhythm], periods: required.periods };
}

function projectedOf({ projected }: Pace): PaceRow['projected'] {
  if (projected === null) return null;
  const { value, method } = projected;
  return { value: shortest(value.floor(PLACES), PLACES), method };
}
