import type { Temporal } from 'temporal-polyfill';
import { colourName } from './lamp.ts';
import type { PaceState } from './pace.ts';
import type { PaceRow } from './pace-report.ts';
import { left, NOTHING, right, type Table } from './table.ts';

/** The states of pace as people read them. */
const stateName: Readonly<Record<PaceState, string>> = {
  ahead: '超进度',
  onPace: '达进度',
  behind: '欠进度',
  notStarted: '未启动',
};

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

/** `rows` of day `day` as a table to put before a meeting. */
export const paceTable = (rows: readonly PaceRow[], day: Temporal.PlainDate): Table => ({
  title: `${day.year}年指标序时进度（${day.month}月${day.day}日，以各指标截至月份计）`,
  columns,
  rows: rows.map((row) => [
    row.name,
    goalWords(row),
    row.through === null ? NOTHING : `${row.through}月`,
    achievedWords(row),
    row.completion ?? NOTHING,
    row.scheduled ?? NOTHING,
    row.index ?? NOTHING,
    row.comparator === 'rank-le' || row.comparator === 'growth'
      ? directState(row)
      : stateName[row.state],
    colourName[row.lamp.colour],
    requiredWords(row),
    projectedWords(row),
    row.leadUnit,
  ]),
  notes: [
    paceSummary(rows),
    ...rows.flatMap(({ name, doubts }) => doubts.map((doubt) => `${name}：${doubt}。`)),
    '进度指数＝完成率×12÷已过月数（按季填报的×4÷已过季数；有计划进度曲线的除以曲线应完成的比重）。',
    '年底推算不是预测：按已过月份的平均进度推算；带※的按计划进度曲线推算。比率只舍不入，需完成数只入不舍。',
  ],
});

/** How the targets stand, in one sentence: who is behind is named. */
export function paceSummary(rows: readonly PaceRow[]): string {
  const inState = (state: PaceState): number => rows.filter((row) => row.state === state).length;
  const states = (Object.keys(stateName) as PaceState[]).map(
    (state) => `${stateName[state]}${inState(state)}项`,
  );
  const lamps = [litWords(rows, 'red'), litWords(rows, 'yellow')];
  return `${rows.length}项指标：${states.join('、')}；${lamps.join('、')}。`;
}

function litWords(rows: readonly PaceRow[], colour: 'red' | 'yellow'): string {
  const names = rows.filter(({ lamp }) => lamp.colour === colour).map(({ name }) => name);
  const list = names.length === 0 ? '' : `（${names.join('、')}）`;
  return `${colourName[colour]}灯${names.length}项${list}`;
}

/** What a target is to reach: `前2位`, `420亿元`. */
export function goalWords({ comparator, goal, unit }: PaceRow): string {
  if (comparator === 'rank-le') return `前${goal}${unit}`;
  return comparator === 'le' ? `不超过${goal}${unit}` : `${goal}${unit}`;
}

/** What a target has come to: `第2位`, `170.9亿元`. */
export function achievedWords({ comparator, achieved, unit }: PaceRow): string {
  if (achieved === null) return NOTHING;
  return comparator === 'rank-le' ? `第${achieved}${unit}` : `${achieved}${unit}`;
}

/** A rank or a rate is at its goal or it is not. */
function directState({ through, isMet }: PaceRow): string {
  if (through === null) return stateName.notStarted;
  return isMet ? '达到目标' : '未达目标';
}

function requiredWords({ required, unit }: PaceRow): string {
  if (required === null) return NOTHING;
  if (required.perPeriod === '0') return '已完成';
  return required.period === 'quarter'
    ? `每季${required.perPeriod}${unit}`
    : `${required.perPeriod}${unit}`;
}

function projectedWords({ projected, unit }: PaceRow): string {
  if (projected === null) return NOTHING;
  return `${projected.value}${unit}${projected.method === 'curve' ? '※' : ''}`;
}
