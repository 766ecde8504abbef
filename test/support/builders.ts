import { Temporal } from 'temporal-polyfill';
import { noHolidays } from '../../functions/domain/calendar/entered-holidays.ts';
import { stateCouncilCalendar } from '../../functions/domain/calendar/working-calendar.ts';
import { type Contact, postFor } from '../../functions/domain/contacts/contact.ts';
import type { Heard } from '../../functions/domain/deadlines/heard.ts';
import { defaultPolicy } from '../../functions/domain/policy/default-policy.ts';
import type { Rules } from '../../functions/domain/policy/hours.ts';
import type { Policy } from '../../functions/domain/policy/policy.ts';
import type { PolicyVersion } from '../../functions/domain/policy/policy-version.ts';
import { untouched } from '../../functions/domain/tasks/row-task.ts';
import type { Task } from '../../functions/domain/tasks/task.ts';
import type { Park, StoredTask } from '../../functions/flows/ports.ts';
import { contactId, type Plain, postId, taskId } from './ids.ts';

export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

/** An instant from park time, `2022-06-15 08:00`. */
export const at = (local: string): Temporal.Instant =>
  Temporal.Instant.from(`${local.replace(' ', 'T')}+08:00`);

/** The default ladder in a park without reports and sheets, so that a test sees deadlines alone. */
export const deadlinesOnly: Policy = {
  ...defaultPolicy,
  returns: { ...defaultPolicy.returns, steps: [] },
  sheets: { weekly: [], monthly: [] },
};

export const rules: Rules = {
  policies: [{ policy: deadlinesOnly, from: day('2022-01-01') }],
  calendar: stateCouncilCalendar,
  timeZone: 'Asia/Shanghai',
};

export const nothingHeard: Heard = {
  due: null,
  order: null,
  assignment: 0,
  handOver: null,
  waiting: null,
  returned: null,
  paced: null,
  ruling: 0,
  on: null,
  climb: null,
  answered: null,
};

/** An ordinary task in hand; a test names only what it is about. */
export const aTask = (
  over: Partial<Plain<Task, 'id' | 'stageOf' | 'owner' | 'responsibleLeader'>> = {},
): Task => {
  const leadUnit = over.leadUnit ?? '安环局';
  const due = over.due === undefined ? day('2022-06-30') : over.due;
  return {
    park: 'linxiang',
    plan: 2022,
    area: 4,
    title: '建成环境污染第三方治理工作平台',
    shortTitle: '第三方治理工作平台',
    quote: '6月底前，要完成高新区环境污染第三方治理工作平台建设任务',
    supportingUnits: [],
    kind: 'milestone',
    hardness: 'must',
    leadUnit,
    start: day('2022-01-01'),
    due,
    duePrecision: 'explicit',
    originalDue: due,
    status: 'inProgress',
    metric: null,
    recurrence: null,
    amountFen: null,
    nodeOf: null,
    nodes: [],
    assignment: { number: 0, at: at('2022-01-01 08:00') },
    ...untouched,
    ...over,
    id: taskId(over.id ?? 'lx22-071'),
    owner: postId(over.owner ?? postFor('owner', leadUnit)),
    responsibleLeader: postId(over.responsibleLeader ?? postFor('responsibleLeader', leadUnit)),
    stageOf: over.stageOf ? taskId(over.stageOf) : null,
  };
};

/** A report of the owner, as the task keeps it. */
export const aReport = (
  instant: Temporal.Instant,
  over: Partial<NonNullable<Task['lastReport']>> = {},
): NonNullable<Task['lastReport']> => ({
  at: instant,
  note: '',
  progress: null,
  isReturned: false,
  ...over,
});

export const aStoredTask = (over: Partial<StoredTask> = {}): StoredTask => ({
  task: aTask(),
  heard: nothingHeard,
  wakeAt: at('2022-05-31 08:00'),
  version: 1,
  lastChange: {
    id: 'change-1',
    version: 1,
    at: at('2022-01-04 08:00'),
    by: 'office',
    onBehalfOf: null,
    what: '交办',
    from: '',
    to: '推进中',
    why: '登记表导入',
    via: '导入',
  },
  ...over,
});

/** The policy that {@link aPark} begins with. */
export const firstPolicy: PolicyVersion = {
  policy: defaultPolicy,
  effectiveFrom: at('2022-01-01 00:00'),
  adoptedBy: 'system',
  adoptedAt: at('2022-01-01 00:00'),
};

export const aPark = (over: Partial<Park> = {}): Park => ({
  id: 'linxiang',
  name: '临湘高新区',
  timeZone: 'Asia/Shanghai',
  policies: [firstPolicy],
  holidays: { value: noHolidays('linxiang'), version: 0, lastChange: null },
  ...over,
});

/** Owner, head and responsible leader for each of `units`, and the park's own posts. */
export const contactsOf = (...units: readonly string[]): readonly Contact[] => [
  ...units.flatMap((unit, number): readonly Contact[] => [
    {
      id: contactId(`owner-${number}`),
      unit,
      post: `${unit}责任人`,
      role: 'owner',
      channels: ['wecom'],
    },
    {
      id: contactId(`head-${number}`),
      unit,
      post: `${unit}负责人`,
      role: 'unitHead',
      channels: ['wecom'],
    },
  ]),
  {
    id: contactId('leader'),
    unit: '管委会',
    post: '分管领导',
    role: 'responsibleLeader',
    covers: [...units],
    channels: ['wecom'],
  },
  {
    id: contactId('principal'),
    unit: '管委会',
    post: '主要领导',
    role: 'principalLeader',
    channels: ['wecom'],
  },
  { id: contactId('office'), unit: '园区办', post: '园区办', role: 'office', channels: ['wecom'] },
];
