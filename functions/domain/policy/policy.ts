import { z } from 'zod';
import { Role } from '../base/role.ts';
import { NodeRungs, NodeTemplates, usualNodes, usualTemplates } from './node-rules.ts';
import { PacePreset } from './pace-presets.ts';
import {
  BeforeRung,
  BriefingRoles,
  DayCount,
  HandOverPolicy,
  OverdueRung,
  RecipientRoles,
  TimeOfDay,
  usualHandOver,
  usualSheets,
} from './policy-rules.ts';
import { ReportingPolicy, usualReporting } from './reporting-policy.ts';

export const Policy = z
  .object({
    version: z.int().positive(),
    /** Park time at which digests are sent. */
    sendTime: TimeOfDay,
    /** Park time after which nothing is sent until the next working day. */
    quietFrom: TimeOfDay,
    before: z.array(BeforeRung).min(1),
    overdue: z.array(OverdueRung).min(1),
    weekly: z.object({ everyWorkingDays: DayCount, to: RecipientRoles }),
    /** RecipientRoles for assumed dates, which are never escalated. */
    assumedTo: RecipientRoles,
    /** Additional recipients for funding stages. */
    stagesAlsoTo: z.array(Role).default(['finance']),
    /** The reminders of nodes (节点), in place of `before`, `overdue` and `weekly`. */
    nodes: NodeRungs.default(usualNodes),
    /** What the nodes of a work are entered from. */
    nodeTemplates: NodeTemplates.default(usualTemplates),
    signFor: z.object({
      /** Working days without acknowledgement after which the notice is escalated. */
      withinWorkingDays: DayCount,
      /**
       * Working days without a report, after a red task was acknowledged, before it is escalated
       * again.
       */
      reportWithinWorkingDays: DayCount,
      chain: RecipientRoles,
    }),
    handOver: HandOverPolicy.default(usualHandOver),
    /** Working days after which the office is reminded of a pending decision. */
    officeWithinWorkingDays: DayCount,
    /** Interval of further reminders in working days, until the office decides. */
    officeEveryWorkingDays: DayCount.default(2),
    /** Who verifies tasks for which the office itself is responsible. */
    officeCheckedBy: z.enum(['office', 'responsibleLeader', 'principalLeader']).default('office'),
    returns: ReportingPolicy.default(usualReporting),
    /** Thresholds of the pace lamps. */
    pace: z
      .object({
        targets: PacePreset,
        bonds: PacePreset,
        /** RecipientRoles of notices about targets behind schedule. */
        to: RecipientRoles.default(['owner', 'unitHead']),
      })
      .default({ targets: 'ratio_60_80', bonds: 'bond_6m_30', to: ['owner', 'unitHead'] }),
    sheets: BriefingRoles.default(usualSheets),
    /** Calendar days before the due date from which the lamp is yellow. */
    yellowFrom: z.int().nonnegative('不能是负数').max(366, '不能超过 366 天'),
  })
  .superRefine((policy, context) => {
    const { before, overdue, nodes, returns } = policy;
    refuseDisorder(
      returns.steps.map((step) => step.workingDays),
      '应从早到晚排列，且不重复',
      ['returns', 'steps'],
    );
    refuseDisorder(
      before.map((rung) => -rung.daysBefore),
      '应从大到小排列，且不重复',
      ['before'],
    );
    refuseDisorder(
      overdue.map((rung) => rung.workingDaysAfter),
      '应从小到大排列，且不重复',
      ['overdue'],
    );
    refuseDisorder(
      nodes.before.map((rung) => -rung.daysBefore),
      '应从大到小排列，且不重复',
      ['nodes', 'before'],
    );
    refuseDisorder(
      nodes.overdue.map((rung) => rung.workingDaysAfter),
      '应从小到大排列，且不重复',
      ['nodes', 'overdue'],
    );
    if (policy.sendTime >= policy.quietFrom) {
      context.addIssue({ code: 'custom', path: ['sendTime'], message: '发送时刻必须早于停发时刻' });
    }

    function refuseDisorder(steps: readonly number[], message: string, path: string[]): void {
      steps.forEach((step, at) => {
        const previous = steps[at - 1];
        if (previous !== undefined && previous >= step) {
          context.addIssue({ code: 'custom', path: [...path, at], message: `提醒级次${message}` });
        }
      });
    }
  });
/**
 * Ladder, hours and limits of a park as data. Versioned; each lamp and notice names its version.
 */
export type Policy = z.infer<typeof Policy>;
