import { Temporal } from 'temporal-polyfill';
import { postFor } from '../contacts/contact.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import { type NodeEntry, nodeId } from '../tasks/node.ts';
import { shortened, untouched } from '../tasks/row-task.ts';
import type { Task } from '../tasks/task.ts';

/** The task of a node of `work` as it is entered, handed over to its owner. */
export function taskOfNode(entry: NodeEntry, work: Task, rules: Rules): Task {
  const { number, title, due, leadUnit, owner, weight, at } = entry;
  const { id, park, plan, source, area, areaSource, hardness } = work;
  const isOwnUnit = leadUnit === work.leadUnit;
  return {
    ...untouched,
    id: nodeId(id, number),
    park,
    plan,
    ...(source && { source }),
    area,
    ...(areaSource && { areaSource }),
    title,
    shortTitle: shortened(`${title}：${work.shortTitle}`),
    quote: '',
    kind: 'milestone',
    hardness,
    leadUnit,
    supportingUnits: [],
    owner,
    responsibleLeader: isOwnUnit ? work.responsibleLeader : postFor('responsibleLeader', leadUnit),
    start: Temporal.PlainDate.compare(due, work.start) < 0 ? due : work.start,
    due,
    duePrecision: 'set',
    originalDue: due,
    status: 'pendingAcceptance',
    metric: null,
    recurrence: null,
    amountFen: null,
    stageOf: null,
    nodeOf: { task: id, title: work.title, weight, before: null, isOwners: owner === work.owner },
    nodes: [],
    assignment: { number: 1, at: at.round('second') },
    overdueCount: { day: localDay(at, rules), counted: 0 },
  };
}
