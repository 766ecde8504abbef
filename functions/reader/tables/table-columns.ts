import { anyOf, dateForms } from '../dates/date-forms.ts';
import { pattern } from '../text/patterns.ts';

/** What a column of a task table holds. */
export type ColumnRole =
  | 'index'
  | 'task'
  | 'name'
  | 'due'
  | 'lead'
  | 'support'
  | 'stage'
  | 'indicator'
  | 'unit'
  | 'value'
  | 'ignored';

type HeaderRule = { readonly role: ColumnRole; readonly pattern: RegExp };

const STAGE_FORMS = new Set(['due.quarter-end', 'due.half-year', 'due.period-end']);
const STAGE_DATE = anyOf(dateForms.filter(({ id }) => STAGE_FORMS.has(id)));
const STAGE = pattern`^(?:${STAGE_DATE})(?:工作)?(?:目标|任务|计划|节点|进度|安排)?$`;

/** In the order they are tried. */
const headerRules: readonly HeaderRule[] = [
  { role: 'index', pattern: /^(?:序号|编号|序|项目编号|No\.?)$/iu },
  { role: 'stage', pattern: STAGE },
  {
    role: 'support',
    pattern: /(?:配合|协办|协作|协同|参与|参加|协助|联动|建设)(?:责任)?(?:单位|部门)/u,
  },
  {
    role: 'lead',
    pattern:
      /(?:牵头|责任|主办|承办|主责|主管|实施|落实|主体|分管|申报)(?:责任)?(?:单位|部门|主体|科室|处室)|^(?:责任分工|牵头|责任|单位名称|责任主体)$/u,
  },
  {
    role: 'ignored',
    pattern:
      /领导|责任人|负责人|联系人|电话|备注|说明|投资|资金|性质|规模|地点|依据|来源|进展|完成情况|得分|分值|权重|上年|去年|完成值|基数|签字/u,
  },
  { role: 'due', pattern: /时限|期限|时间|节点|截止/u },
  { role: 'unit', pattern: /^(?:计量)?单位$/u },
  { role: 'indicator', pattern: /指标(?!值|任务|目标)/u },
  {
    role: 'value',
    pattern:
      /目标值|指标值|计划值|任务数|预期值|目标数|计划数|^(?:20\d{2}年)?(?:年度|全年|预期|计划)?目标$|^数量$/u,
  },
  {
    role: 'task',
    pattern: /内容|具体|目标|措施|举措|任务分解|工作要点|重点任务|工作任务|主要工作|工作要求|实施/u,
  },
  { role: 'name', pattern: /项目|事项|任务|工作|类别|分类|领域|名称|工程|板块|专项|行动/u },
];

/** Characters of a header with all that its brackets explain. */
const LONGEST_HEADER = 200;

/** What the column under `header` holds; undefined for words that head no column. */
export function columnRole(header: string): ColumnRole | undefined {
  if (header.length > LONGEST_HEADER) return undefined;
  const bare = header.replace(/\s|[（(][^）)]*[）)]$/gu, '');
  if (bare === '' || bare.length > 16) return undefined;
  return headerRules.find((rule) => rule.pattern.test(bare))?.role;
}

/** Roles of a header row; undefined when the row is none. */
export function columnRoles(
  headers: readonly string[],
): readonly (ColumnRole | undefined)[] | undefined {
  const roles = headers.map((header) => columnRole(header));
  const known = roles.filter((role) => role !== undefined);
  if (
    known.length < 2 ||
    known.length < headers.filter((header) => header.trim() !== '').length / 2
  )
    return undefined;
  return settled(roles);
}

/** A table of indicators needs both names and values; any other one has tasks, by the best word it has. */
function settled(roles: readonly (ColumnRole | undefined)[]): readonly (ColumnRole | undefined)[] {
  const has = (role: ColumnRole): boolean => roles.includes(role);
  if (has('indicator') && (has('value') || has('task')) && !has('stage')) {
    return roles.map((role) => (role === 'task' && !has('value') ? 'value' : role));
  }
  const plain = roles.map((role) => {
    if (role === 'value' || role === 'indicator') return 'task' as const;
    return role === 'unit' ? ('lead' as const) : role;
  });
  if (plain.includes('task') || plain.includes('stage')) return plain;
  const last = plain.lastIndexOf('name');
  return plain.map((role, index) => (index === last ? 'task' : role));
}
