import type { Temporal } from 'temporal-polyfill';
import { left, NOTHING, right, type Table } from '../base/table.ts';
import { colourName } from '../tasks/lamp.ts';
import { isSummed } from './pace.ts';
import type { PaceRow } from './pace-row.ts';

/** States in Chinese. */
const stateName: Readonly<Record<PaceRow['state'], string>> = {
  ahead: '超进度',
  onPace: '达进度',
  behind: '欠进度',
  notStarted: '未启动',
  unreported: '未报数',
  notYet: '未到反馈日',
};

/** States that are not a pace; only shown if they occur. */
const UNPACED: ReadonlySet<PaceRow['state']> = new Set(['unreported', 'notYet']);

const columns = [
  left('指标'),
  right('年度目标'),
  right('截至'),
  right('完成'),
  right('完成率'),
  right('序时进度'),
  right('进度指数'),
  left('进度'),
  left('灯'),
  right('此后每月需完成'),
  right('年底推算'),
  left('责任单位'),
];

/** `rows` of `day` as a table for a meeting. */
export const paceTable = (rows: readonly PaceRow[], day: Temporal.PlainDate): Table => ({
  title: `${day.year}年指标序时进度（${day.month}月${day.day}日，以各指标截至月份计）`,
  columns,
  rows: rows.map((row) => [
    row.name,
    goalWords(row),
    row.asOf ?? NOTHING,
    actualsWords(row),
    row.completion ?? NOTHING,
    row.scheduled ?? NOTHING,
    row.index ?? NOTHING,
    isSummed(row) ? stateName[row.state] : directState(row),
    colourName[row.lamp.colour],
    requiredWords(row),
    projectedWords(row),
    row.leadUnit,
  ]),
  notes: [
    paceSummaryWords(rows),
    ...rows.flatMap(({ name, doubts }) => doubts.map((doubt) => `${name}：${doubt}。`)),
    '序时进度＝开始月到截至月的月数÷开始月到期限月的月数；有计划进度曲线的按曲线。进度指数＝完成率÷序时进度。',
    '年底推算不是预测：按已过月份的平均进度推算到期限月；带※的按计划进度曲线推算；未报数的不推算。比率只舍不入，需完成数只入不舍。',
  ],
});

/** Summary of the targets in one sentence; names those behind. */
export function paceSummaryWords(rows: readonly PaceRow[]): string {
  const inState = (state: PaceRow['state']): number =>
    rows.filter((row) => row.state === state).length;
  const states = (Object.keys(stateName) as PaceRow['state'][])
    .filter((state) => !UNPACED.has(state) || inState(state) > 0)
    .map((state) => `${stateName[state]}${inState(state)}项`);
  const lamps = [litWords(rows, 'red'), litWords(rows, 'yellow')];
  return `${rows.length}项指标：${states.join('、')}；${lamps.join('、')}。`;
}

function litWords(rows: readonly PaceRow[], colour: 'red' | 'yellow'): string {
  const names = rows.filter(({ lamp }) => lamp.colour === colour).map(({ name }) => name);
  const list = names.length === 0 ? '' : `（${names.join('、')}）`;
  return `${colourName[colour]}灯${names.length}项${list}`;
}

/** The goal of a target: `前2位`, `420亿元`. */
export function goalWords({
  comparator,
  goal,
  unit,
}: Pick<PaceRow, 'comparator' | 'goal' | 'unit'>): string {
  if (comparator === 'rank-le') return `前${goal}${unit}`;
  return comparator === 'le' ? `不超过${goal}${unit}` : `${goal}${unit}`;
}

/** The value of a target: `第2位`, `170.9亿元`. */
export function actualsWords({
  comparator,
  achieved,
  unit,
}: Pick<PaceRow, 'comparator' | 'achieved' | 'unit'>): string {
  if (achieved === null) return NOTHING;
  return comparator === 'rank-le' ? `第${achieved}${unit}` : `${achieved}${unit}`;
}

/** Limits, ranks and rates are either met or not. */
function directState({ state, isMet }: PaceRow): string {
  if (UNPACED.has(state)) return stateName[state];
  return isMet ? '达到目标' : '未达目标';
}

/** Names of the remaining periods in Chinese. */
export const periodName = { month: '每月', quarter: '每季', halfYear: '每半年' } as const;

function requiredWords({ required, unit }: PaceRow): string {
  if (required === null) return NOTHING;
  if (required.perPeriod === '0') return '已完成';
  const period = required.period === 'month' ? '' : periodName[required.period];
  return `${period}${required.perPeriod}${unit}`;
}

function projectedWords({ projected, unit }: PaceRow): string {
  if (projected === null) return NOTHING;
  return `${projected.value}${unit}${projected.method === 'curve' ? '※' : ''}`;
}
