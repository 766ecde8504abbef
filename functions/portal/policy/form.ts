import type { Policy } from '../../domain/policy/policy.ts';
import { nodeFields } from './nodes-in-form.ts';
import { type PolicyFields, rowFields, ticks } from './rows.ts';
import { rungFields } from './rungs-in-form.ts';

/** The fields that say `policy`. */
export const policyFields = (policy: Policy): PolicyFields => ({
  sendTime: policy.sendTime,
  quietFrom: policy.quietFrom,
  ...rungFields(policy),
  ...nodeFields(policy),
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
