import type { Policy } from '../../domain/policy/policy.ts';
import { nodeFields } from './nodes-in-form.ts';
import { type PolicyFields, ticks } from './rows.ts';

/** The fields that say `policy`. */
export const policyFields = (policy: Policy): PolicyFields => ({
  sendTime: policy.sendTime,
  quietFrom: policy.quietFrom,
  ...rowFields('before', policy.before, ({ daysBefore, spanOver, to }) => ({
    days: String(daysBefore),
    span: spanOver === 0 ? '' : String(spanOver),
    ...ticks('to', to),
  })),
  ...rowFields('overdue', policy.overdue, ({ workingDaysAfter, to }) => ({
    days: String(workingDaysAfter),
    ...ticks('to', to),
  })),
  ...nodeFields(policy),
  'weekly-days': String(policy.weekly.everyWorkingDays),
  ...ticks('weekly-to', policy.weekly.to),
  ...ticks('assumed-to', policy.assumedTo),
  ...ticks('stages-to', policy.stagesAlsoTo),
  ...silenceFields(policy),
  'office-days': String(policy.officeWithinWorkingDays),
  'office-every': String(policy.officeEveryWorkingDays),
  'office-checked': policy.officeCheckedBy,
  'returns-day': String(policy.returns.dayOfMonth),
  'returns-milestone': policy.returns.asked.milestone,
  'returns-target': policy.returns.asked.target,
  'returns-standing': policy.returns.asked.standing,
  ...rowFields('returns', policy.returns.steps, ({ workingDays, kinds = [], to }) => ({
    days: String(workingDays),
    ...ticks('kind', kinds),
    ...ticks('to', to),
  })),
  'pace-targets': policy.pace.targets,
  'pace-bonds': policy.pace.bonds,
  ...ticks('pace-to', policy.pace.to),
  ...ticks('sheets-weekly', policy.sheets.weekly),
  ...ticks('sheets-monthly', policy.sheets.monthly),
  'yellow-from': String(policy.yellowFrom),
});

const silenceFields = ({ signFor, handOver }: Policy): PolicyFields => ({
  'sign-days': String(signFor.withinWorkingDays),
  'sign-report': String(signFor.reportWithinWorkingDays),
  ...Object.fromEntries(signFor.chain.map((role, at) => [`chain-${at}`, role])),
  'hand-days': String(handOver.withinWorkingDays),
  ...Object.fromEntries(handOver.chain.map((role, at) => [`hand-chain-${at}`, role])),
});

function rowFields<Row>(
  name: string,
  rows: readonly Row[],
  fieldsOfRow: (row: Row) => PolicyFields,
): PolicyFields {
  const named = rows.flatMap((row, at) =>
    Object.entries(fieldsOfRow(row)).map(([field, value]) => [`${name}-${at}-${field}`, value]),
  );
  return Object.fromEntries(named);
}
