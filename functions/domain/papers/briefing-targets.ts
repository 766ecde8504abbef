import type { PaceRow } from '../targets/pace-row.ts';
import { actualsWords, goalWords } from '../targets/pace-table.ts';

/** Maximum number of targets listed in a monthly briefing. */
const MOST_TARGETS = 20;

/** One line per target with its latest value, whichever month it covers. */
export function targetLines(targets: readonly PaceRow[]): readonly string[] {
  const rest = targets.length - MOST_TARGETS;
  return [
    ...targets.slice(0, MOST_TARGETS).map(targetLine),
    ...(rest > 0 ? [`· 另有${rest}项指标`] : []),
  ];
}

function targetLine(row: PaceRow): string {
  const { name, asOf, lead, owed } = row;
  const goal = `目标${goalWords(row)}`;
  if (asOf === null) return `· ${name}：${owed === null ? '还没有数' : '从未报数'}，${goal}`;
  const figure = `${actualsWords(row)}（截至${asOf}）`;
  if (row.state === 'unreported') return `· ${name}：${figure}，${goal}，${owed}月未报数`;
  if (lead === null) return `· ${name}：${figure}，${goal}`;
  const ahead = `${lead.isBehind ? '欠' : '超'}${lead.points}个百分点`;
  return `· ${name}：${figure}，${goal}，${lead.points === '0' ? '与序时持平' : ahead}`;
}
