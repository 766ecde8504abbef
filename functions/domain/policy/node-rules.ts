import { z } from 'zod';
import { OneLine } from '../base/parsing.ts';
import { BeforeRung, DayCount, OverdueRung, RecipientRoles } from './policy-rules.ts';

/** The most nodes that a template has, or are entered at once. */
export const MOST_NODES = 30;

/** The reminders of nodes, in the form of those of tasks. */
export const NodeRungs = z.object({
  before: z.array(BeforeRung).min(1),
  overdue: z.array(OverdueRung).min(1),
  weekly: z.object({ everyWorkingDays: DayCount, to: RecipientRoles }),
});

/** The nodes that a kind of project usually has. */
const NodeTemplate = z.object({
  /** Readable ASCII: `construction`. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, '模板编号只能用小写字母、数字和短横线'),
  name: OneLine.min(1, '不能为空').max(40, '至多 40 个字'),
  nodes: z
    .array(OneLine.min(1, '不能为空').max(40, '至多 40 个字'))
    .min(1, '至少要有一个节点')
    .max(MOST_NODES, `至多 ${MOST_NODES} 个节点`),
});
export type NodeTemplate = z.infer<typeof NodeTemplate>;

/** Templates, each with an id of its own. */
export const NodeTemplates = z
  .array(NodeTemplate)
  .refine((templates) => new Set(templates.map(({ id }) => id)).size === templates.length, {
    error: '模板编号重复',
  });

/** Default for policies that do not configure nodes. */
export const usualNodes: z.infer<typeof NodeRungs> = {
  before: [
    { daysBefore: 3, spanOver: 0, to: ['owner'] },
    { daysBefore: 0, spanOver: 0, to: ['owner'] },
  ],
  overdue: [
    { workingDaysAfter: 1, to: ['owner', 'unitHead'] },
    { workingDaysAfter: 3, to: ['owner', 'unitHead', 'responsibleLeader'] },
    {
      workingDaysAfter: 7,
      to: ['owner', 'unitHead', 'responsibleLeader', 'principalLeader', 'office'],
    },
  ],
  weekly: { everyWorkingDays: 5, to: ['owner', 'unitHead', 'office'] },
};

/** Default templates. */
export const usualTemplates: NodeTemplate[] = [
  { id: 'investment', name: '招商项目', nodes: ['洽谈', '框架协议', '签约'] },
  {
    id: 'construction',
    name: '建设项目',
    nodes: '立项 用地 规划 可研 初设 施工许可 开工 主体 竣工 验收 投用'.split(' '),
  },
];
