import { Temporal } from 'temporal-polyfill';
import { wanWords } from '../base/money.ts';
import { daysLeftWords, dayWords } from '../base/words.ts';
import { stageName } from '../funding/funding.ts';
import type { FundingReport } from '../funding/funding-report.ts';
import type { PaceRow } from '../targets/pace-row.ts';
import { paceSummary } from '../targets/pace-summary.ts';

/** Summary of all targets in one sentence; null without targets. */
export function paceSentence(targets: readonly PaceRow[]): string | null {
  const { all, kept, most, unreported } = paceSummary(targets);
  if (all === 0) return null;
  const late = unreported === 0 ? '' : `，未报数${unreported}项`;
  const owes =
    most === null ? '' : `，欠得最多的是${most.name}，截至${most.asOf}欠${most.points}个百分点`;
  return `指标${all}项，${kept}项达到序时${late}${owes}。`;
}

/** Summary of all money and its next stage; null without money. */
export function moneySentence({ rows }: FundingReport, today: Temporal.PlainDate): string | null {
  const [total] = rows;
  if (!total || total.goalFen === 0) return null;
  const { next, goalFen, approvedFen, arrivedFen } = total;
  const figures = `资金目标${wanWords(goalFen)}，已批复${wanWords(approvedFen)}、到位${wanWords(arrivedFen)}`;
  if (next === null) return `${figures}。`;
  const of = rows.find((row) => row.level === 'instrument' && row.next?.id === next.id);
  const stage = `${of?.name ?? ''}${stageName(next.stage, of?.kind ?? null)}${wanWords(next.amountFen)}`;
  return `${figures}；下一环节是${stage}，${byWhen(next.due, today)}。`;
}

function byWhen(text: string | null, today: Temporal.PlainDate): string {
  if (text === null) return '没有定日期';
  const due = Temporal.PlainDate.from(text);
  return `${dayWords(due, today)}，${daysLeftWords(due, today)}`;
}
