import type { Temporal } from 'temporal-polyfill';
import { Day, inChinese } from '../../domain/base/parsing.ts';
import { dayWords } from '../../domain/base/words.ts';
import { Policy } from '../../domain/policy/policy.ts';
import type { FieldFault } from '../http/forms.ts';
import { policyInFields } from './policy-in-form.ts';
import { type PolicyFields, readSpot, rowsOf } from './rows.ts';

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
    'node-before': rowsOf('node-before', fields).toSorted((a, b) => b.days - a.days),
    'node-overdue': rowsOf('node-overdue', fields).toSorted((a, b) => a.days - b.days),
    returns: rowsOf('returns', fields).toSorted((a, b) => a.days - b.days),
  };
  const { version, ...kept } = base;
  const document = { ...kept, ...policyInFields(fields, base, rows) };
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

function dayFaults(
  from: ReturnType<typeof Day.safeParse>,
  earliest: Temporal.PlainDate,
): readonly FieldFault[] {
  if (!from.success) return [{ field: 'from', message: '起用日期：请选日期' }];
  if (from.data.since(earliest).sign >= 0) return [];
  const message = `起用日期：最早只能从${dayWords(earliest, earliest)}起，已经执行的日子不改`;
  return [{ field: 'from', message }];
}
