import { Role } from '../../domain/base/role.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { type FormRow, numberIn, type PolicyFields, rowFields, tickedIn, ticks } from './rows.ts';

/** When reminders are sent before and after a date. */
type Rungs = Pick<Policy, 'before' | 'overdue' | 'weekly'>;

/** The fields that say `rungs`. @param prefix - begins their names. */
export const rungFields = ({ before, overdue, weekly }: Rungs, prefix = ''): PolicyFields => ({
  ...rowFields(`${prefix}before`, before, ({ daysBefore, spanOver, to }) => ({
    days: String(daysBefore),
    span: spanOver === 0 ? '' : String(spanOver),
    ...ticks('to', to),
  })),
  ...rowFields(`${prefix}overdue`, overdue, ({ workingDaysAfter, to }) => ({
    days: String(workingDaysAfter),
    ...ticks('to', to),
  })),
  [`${prefix}weekly-days`]: String(weekly.everyWorkingDays),
  ...ticks(`${prefix}weekly-to`, weekly.to),
});

/** What the fields say of rungs, in the shape of a policy. @param prefix - begins their names. */
export function rungsIn(
  fields: PolicyFields,
  rows: { readonly before: readonly FormRow[]; readonly overdue: readonly FormRow[] },
  prefix = '',
): Readonly<Record<keyof Rungs, unknown>> {
  const to = (name: string): readonly string[] => tickedIn(name, Role.options, fields);
  return {
    before: rows.before.map(({ row, number }) => ({
      daysBefore: number,
      spanOver: numberIn(fields[`${row}-span`]) ?? 0,
      to: to(`${row}-to`),
    })),
    overdue: rows.overdue.map(({ row, number }) => ({
      workingDaysAfter: number,
      to: to(`${row}-to`),
    })),
    weekly: {
      everyWorkingDays: numberIn(fields[`${prefix}weekly-days`]),
      to: to(`${prefix}weekly-to`),
    },
  };
}
