import type { Temporal } from 'temporal-polyfill';
import { Day, inChinese } from '../../domain/base/parsing.ts';
import { PromiseKind } from '../../domain/base/promise.ts';
import { Role } from '../../domain/base/role.ts';
import { dayWords } from '../../domain/base/words.ts';
import { Policy } from '../../domain/policy/policy.ts';
import type { FieldFault } from '../http/forms.ts';
import { numberIn, type PolicyFields, readSpot, rowsOf, tickedIn } from './rows.ts';

/** Posts that the chain of silence can climb through, one after the other. */
export const CHAIN_LENGTH = 4;

/** What a form says: a policy without a version, and from which day it is to hold. */
export type PolicyDraft = {
  readonly document: Readonly<Record<string, unknown>>;
  readonly from: Temporal.PlainDate;
};

/**
 * The policy that the fields say, or all that is wrong with them.
 *
 * @param base - what the form does not name stays as it is here.
 * @param earliest - the first day that it may hold from.
 */
export function draftOf(
  fields: PolicyFields,
  base: Policy,
  earliest: Temporal.PlainDate,
): PolicyDraft | { readonly faults: readonly FieldFault[] } {
  const rows = {
    before: rowsOf('before', fields).toSorted((a, b) => b.days - a.days),
    overdue: rowsOf('overdue', fields).toSorted((a, b) => a.days - b.days),
    returns: rowsOf('returns', fields).toSorted((a, b) => a.days - b.days),
  };
  const { version, ...kept } = base;
  const document = { ...kept, ...said(fields, base, rows) };
  const parsed = Policy.safeParse({ ...document, version }, { error: inChinese });
  const wrong = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }): FieldFault => {
        const { field, name } = readSpot(path, rows);
        return { field, message: `${name}：${message}` };
      });
  const from = Day.safeParse(fields['from'] ?? '');
  const faults = firstOfEach([...wrong, ...dayFaults(from, earliest)]);
  return faults.length === 0 && from.success ? { document, from: from.data } : { faults };
}

/** One fault a field is enough; what else is wrong with it follows from the first. */
const firstOfEach = (faults: readonly FieldFault[]): readonly FieldFault[] =>
  faults.filter((each, at) => faults.findIndex(({ field }) => field === each.field) === at);

type Rows = Readonly<Record<'before' | 'overdue' | 'returns', ReturnType<typeof rowsOf>>>;

const rolesIn = (name: string, fields: PolicyFields): readonly string[] =>
  tickedIn(name, Role.options, fields);

/** What the fields say, in the shape of a policy. */
const said = (
  fields: PolicyFields,
  base: Policy,
  rows: Rows,
): Readonly<Record<string, unknown>> => ({
  sendTime: fields['sendTime'],
  quietFrom: fields['quietFrom'],
  before: rows.before.map(({ row, number }) => ({
    daysBefore: number,
    spanOver: numberIn(fields[`${row}-span`]) ?? 0,
    to: rolesIn(`${row}-to`, fields),
  })),
  overdue: rows.overdue.map(({ row, number }) => ({
    workingDaysAfter: number,
    to: rolesIn(`${row}-to`, fields),
  })),
  weekly: {
    ...base.weekly,
    everyWorkingDays: numberIn(fields['weekly-days']),
    to: rolesIn('weekly-to', fields),
  },
  assumedTo: rolesIn('assumed-to', fields),
  stagesAlsoTo: rolesIn('stages-to', fields),
  signFor: {
    ...base.signFor,
    withinWorkingDays: numberIn(fields['sign-days']),
    reportWithinWorkingDays: numberIn(fields['sign-report']),
    chain: chainIn(fields),
  },
  ...patienceIn(fields),
  returns: returnsIn(fields, base, rows.returns),
  pace: {
    ...base.pace,
    targets: fields['pace-targets'],
    bonds: fields['pace-bonds'],
    to: rolesIn('pace-to', fields),
  },
  sheets: sheetsIn(fields),
  yellowFrom: numberIn(fields['yellow-from']),
});

const patienceIn = (fields: PolicyFields): Readonly<Record<string, unknown>> => ({
  officeWithinWorkingDays: numberIn(fields['office-days']),
  officeEveryWorkingDays: numberIn(fields['office-every']),
  ...(fields['office-checked'] !== undefined && { officeCheckedBy: fields['office-checked'] }),
});

const chainIn = (fields: PolicyFields): readonly string[] =>
  Array.from({ length: CHAIN_LENGTH }, (_, at) => fields[`chain-${at}`] ?? '').filter(
    (role) => role !== '',
  );

const sheetsIn = (fields: PolicyFields): Readonly<Record<string, unknown>> => ({
  weekly: rolesIn('sheets-weekly', fields),
  monthly: rolesIn('sheets-monthly', fields),
});

const returnsIn = (
  fields: PolicyFields,
  { returns }: Policy,
  steps: Rows['returns'],
): Readonly<Record<string, unknown>> => ({
  ...returns,
  dayOfMonth: numberIn(fields['returns-day']),
  asked: {
    milestone: fields['returns-milestone'],
    target: fields['returns-target'],
    standing: fields['returns-standing'],
  },
  steps: steps.map(({ row, number }) => {
    const kinds = tickedIn(`${row}-kind`, PromiseKind.options, fields);
    const to = rolesIn(`${row}-to`, fields);
    return { workingDays: number, ...(kinds.length > 0 && { kinds }), to };
  }),
});

function dayFaults(
  from: ReturnType<typeof Day.safeParse>,
  earliest: Temporal.PlainDate,
): readonly FieldFault[] {
  if (!from.success) return [{ field: 'from', message: '起用日期：请选日期' }];
  if (from.data.since(earliest).sign >= 0) return [];
  const message = `起用日期：最早只能从${dayWords(earliest, earliest)}起，已经执行的日子不改`;
  return [{ field: 'from', message }];
}
