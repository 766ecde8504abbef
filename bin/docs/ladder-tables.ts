import { type Role, roleName } from '../../functions/domain/base/role.ts';
import { defaultPolicy } from '../../functions/domain/policy/default-policy.ts';
import type { Policy } from '../../functions/domain/policy/policy.ts';
import { code, tableOf } from './markdown.ts';

const { nodes, nodeTemplates, signFor, handOver, returns, pace, sheets } = defaultPolicy;

const rolesOf = (roles: readonly Role[]): string =>
  roles.map((role) => `${roleName[role]} ${code(role)}`).join(', ');

/** The rungs of the default policy, in the order in which they are reached. */
export const ladderTable = (): string => rungsTable(defaultPolicy);

/** Those of nodes. */
export const nodesTable = (): string => rungsTable(nodes);

const rungsTable = ({ before, overdue, weekly }: Policy['nodes']): string =>
  tableOf(
    ['rung', 'day', 'to'],
    [
      ...before.map(({ daysBefore, spanOver, to }) => [
        code(daysBefore === 0 ? 'due' : `before-${daysBefore}`),
        daysBefore === 0
          ? 'the due date'
          : `due − ${daysBefore} calendar days${spanOver > 0 ? `; only if due − start > ${spanOver} days` : ''}`,
        rolesOf(to),
      ]),
      ...overdue.map(({ workingDaysAfter, to }) => [
        code(`overdue-${workingDaysAfter}`),
        `working day ${workingDaysAfter} after the due date`,
        rolesOf(to),
      ]),
      [
        code('overdue-weekly-N'),
        `every ${weekly.everyWorkingDays} working days after that, until the task is done`,
        rolesOf(weekly.to),
      ],
    ],
  );

/** The steps of asking for a return, by the default policy. */
export const returnsTable = (): string =>
  tableOf(
    ['working days from the return day', 'to'],
    returns.steps.map(({ workingDays, to }) => [String(workingDays), rolesOf(to)]),
  );

/** The other settings of the default policy. */
export function policyTable(): string {
  const rows: readonly (readonly [string, string])[] = [
    ['sendTime', defaultPolicy.sendTime],
    ['quietFrom', defaultPolicy.quietFrom],
    ['yellowFrom', `${defaultPolicy.yellowFrom} calendar days before the due date`],
    ['assumedTo', rolesOf(defaultPolicy.assumedTo)],
    ['stagesAlsoTo', rolesOf(defaultPolicy.stagesAlsoTo)],
    ['signFor.withinWorkingDays', String(signFor.withinWorkingDays)],
    ['signFor.reportWithinWorkingDays', String(signFor.reportWithinWorkingDays)],
    ['signFor.chain', rolesOf(signFor.chain)],
    ['handOver.withinWorkingDays', String(handOver.withinWorkingDays)],
    ['handOver.chain', rolesOf(handOver.chain)],
    ...nodeTemplates.map((each): readonly [string, string] => [
      `nodeTemplates.${each.id}`,
      `${each.name}: ${each.nodes.join('、')}`,
    ]),
    ['officeWithinWorkingDays', String(defaultPolicy.officeWithinWorkingDays)],
    ['officeEveryWorkingDays', String(defaultPolicy.officeEveryWorkingDays)],
    ['officeCheckedBy', rolesOf([defaultPolicy.officeCheckedBy])],
    ['returns.dayOfMonth', String(returns.dayOfMonth)],
    ...Object.entries(returns.asked).map(([kind, how]) => [`returns.asked.${kind}`, how] as const),
    ['pace.targets', code(pace.targets)],
    ['pace.bonds', code(pace.bonds)],
    ['pace.to', rolesOf(pace.to)],
    ['sheets.weekly', rolesOf(sheets.weekly)],
    ['sheets.monthly', rolesOf(sheets.monthly)],
  ];
  return tableOf(
    ['setting', 'default'],
    rows.map(([name, value]) => [code(name), value]),
  );
}
