import { recurrenceOf } from '../policy/recurrence.ts';
import { Target } from '../targets/target.ts';
import type { Task } from '../tasks/task.ts';
import { Instrument, type Kind } from './funding.ts';

/**
 * Default reporting settings for the number that `task` promises: in the recurrence its plan states
 * or monthly, cumulative from January, against equal shares, named like the task. Undefined for a
 * task without a number.
 */
export function promisedTarget(task: Task): Target | undefined {
  const { id, park, plan, kind, metric, title, recurrence } = task;
  if (kind !== 'target' || metric === null) return undefined;
  const { unit, value, comparator } = metric;
  const promised = { id, park, plan, name: title, unit, goal: String(value), comparator };
  const rhythm = periodsOf(recurrence);
  const unpublished = rhythm === 'monthly' && JOINED.test(title) ? [1] : [];
  return Target.safeParse({ ...promised, rhythm, unpublished, basis: 'cumulative' }).data;
}

/** Figures that the statistics office publishes for January and February together. */
const JOINED = /固定资产投资|固投|工业增加值/u;

/** Reporting periods that words like 每季度末 imply. */
function periodsOf(words: string | null): Target['rhythm'] {
  const rhythm = recurrenceOf(words);
  const times = rhythm && 'months' in rhythm ? rhythm.months.length : 0;
  if (times === 4) return 'quarterly';
  return times === 2 ? 'halfYearly' : 'monthly';
}

/** Words in a plan that imply a kind of money; a grant by default. */
const kinds: readonly (readonly [Kind, RegExp])[] = [
  ['specialBond', /债券|专项债/u],
  ['loan', /贷款|融资/u],
  ['socialCapital', /社会资本|社会资金/u],
];

/** Characters not allowed in a worksheet name, which is the name of the money. */
const NOT_IN_A_SHEET = /[[\]:*?/\\]/gu;
const LONGEST_SHEET = 31;

/**
 * The money that `task` promises, as one project of the same name. Undefined for a task without an
 * amount.
 */
export function promisedInstrument({
  id,
  park,
  kind,
  amountFen,
  title,
}: Task): Instrument | undefined {
  if (kind !== 'funding' || amountFen === null) return undefined;
  const name = title.replaceAll(NOT_IN_A_SHEET, '').slice(0, LONGEST_SHEET);
  const [sort = 'superiorGrant'] = kinds.find(([, words]) => words.test(title)) ?? [];
  const projects = [{ id: 'whole', name, goalFen: amountFen }];
  return Instrument.safeParse({ id, park, name, kind: sort, goalFen: amountFen, projects }).data;
}
