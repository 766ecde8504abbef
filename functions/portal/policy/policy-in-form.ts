import { PromiseKind } from '../../domain/base/promise.ts';
import { Role } from '../../domain/base/role.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { nodesInFields } from './nodes-in-form.ts';
import { numberIn, type PolicyFields, type rowsOf, tickedIn } from './rows.ts';
import { rungsIn } from './rungs-in-form.ts';

/** Posts that the chain of silence can climb through, one after the other. */
export const CHAIN_LENGTH = 4;

type Rows = Readonly<
  Record<
    'before' | 'overdue' | 'node-before' | 'node-overdue' | 'returns',
    ReturnType<typeof rowsOf>
  >
>;

const rolesIn = (name: string, fields: PolicyFields): readonly string[] =>
  tickedIn(name, Role.options, fields);

/** What the fields say, in the shape of a policy. */
export const policyInFields = (
  fields: PolicyFields,
  base: Policy,
  rows: Rows,
): Readonly<Record<string, unknown>> => ({
  sendTime: fields['sendTime'],
  quietFrom: fields['quietFrom'],
  ...rungsIn(fields, rows),
  ...nodesInFields(fields, { before: rows['node-before'], overdue: rows['node-overdue'] }),
  assumedTo: rolesIn('assumed-to', fields),
  stagesAlsoTo: rolesIn('stages-to', fields),
  ...silenceIn(fields, base),
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

const silenceIn = (fields: PolicyFields, base: Policy): Readonly<Record<string, unknown>> => ({
  signFor: {
    ...base.signFor,
    withinWorkingDays: numberIn(fields['sign-days']),
    reportWithinWorkingDays: numberIn(fields['sign-report']),
    chain: chainIn('chain', fields),
  },
  handOver: {
    ...base.handOver,
    withinWorkingDays: numberIn(fields['hand-days']),
    chain: chainIn('hand-chain', fields),
  },
});

const patienceIn = (fields: PolicyFields): Readonly<Record<string, unknown>> => ({
  officeWithinWorkingDays: numberIn(fields['office-days']),
  officeEveryWorkingDays: numberIn(fields['office-every']),
  ...(fields['office-checked'] !== undefined && { officeCheckedBy: fields['office-checked'] }),
});

const chainIn = (name: string, fields: PolicyFields): readonly string[] =>
  Array.from({ length: CHAIN_LENGTH }, (_, at) => fields[`${name}-${at}`] ?? '').filter(
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
