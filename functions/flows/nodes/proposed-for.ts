import { byQuarters, fromTemplate, type ProposedNode } from '../../domain/nodes/proposed.ts';
import { localDay, policyAt } from '../../domain/policy/hours.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { ParkContext } from '../context/park-context.ts';

/** Names the nodes of the quarters, where else a template is named. */
const QUARTERS = 'quarters';

/** The nodes of `work` from the template `from`, or by quarters; none where there is no such template. */
export function proposedFor(
  { now, rules }: ParkContext,
  work: Task,
  from: string,
): readonly ProposedNode[] {
  const today = localDay(now, rules);
  if (from === QUARTERS) return byQuarters(work, { today });
  const template = policyAt(now, rules).nodeTemplates.find(({ id }) => id === from);
  return template ? fromTemplate(work, template, { today, calendar: rules.calendar }) : [];
}
