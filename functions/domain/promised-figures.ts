import { Instrument, type Kind } from './funding.ts';
import { Target } from './target.ts';
import type { Task } from './task.ts';

/**
 * How the number that `task` promises is returned until somebody says otherwise: monthly, from
 * January on, against equal shares of the year, and called as the office called its task. Undefined
 * for a task without a number to reach.
 */
export function promisedTarget({ id, park, plan, kind, metric, title }: Task): Target | undefined {
  if (kind !== 'target' || metric === null) return undefined;
  const { unit, value, comparator } = metric;
  const promised = { id, park, plan, name: title, unit, goal: String(value), comparator };
  return Target.safeParse({ ...promised, basis: 'cumulative' }).data;
}

/** By which words a plan names the kinds of money; a promise with none of them is a grant. */
const kinds: readonly (readonly [Kind, RegExp])[] = [
  ['specialBond', /债券|专项债/u],
  ['loan', /贷款|融资/u],
  ['socialCapital', /社会资本|社会资金/u],
];

/** What a sheet of a workbook may not have in its name, which is that of the money. */
const NOT_IN_A_SHEET = /[[\]:*?/\\]/gu;
const LONGEST_SHEET = 31;

/**
 * The money that `task` promises, as one project of its own name. Undefined for a
 * task that promises no amount.
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
