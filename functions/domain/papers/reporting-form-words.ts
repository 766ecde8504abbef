import type { Temporal } from 'temporal-polyfill';
import { shortest } from '../base/decimal.ts';
import { dayWords, dueMark } from '../base/words.ts';
import { monthsOver } from '../calendar/reporting-months.ts';
import { localDay, policyOn, type Rules } from '../policy/hours.ts';
import type { ReportRecurrence } from '../policy/reporting-policy.ts';
import { actualsWords, goalWords } from '../targets/pace-table.ts';
import { type Actual, knownAt, type Target } from '../targets/target.ts';
import { throughWords } from '../targets/target-lamp.ts';
import type { Task } from '../tasks/task.ts';
import { reportedDoneOn } from '../tasks/task-progress.ts';
import { isLive, statusName } from '../tasks/task-status.ts';
import type { AskedFigure } from './asked-figure.ts';
import type { FormItem } from './reporting-form.ts';

/** Time and rules for formatting an item. */
export type FormContext = { readonly now: Temporal.Instant; readonly rules: Rules };

const todayOf = ({ now, rules }: FormContext): Temporal.PlainDate => localDay(now, rules);

/** Maximum number of decimals shown. */
const PLACES = 6;

/** `108.3亿元`, `第3位`. */
const valueWords = ({ comparator, unit }: Target, { value }: Pick<Actual, 'value'>): string =>
  actualsWords({ comparator, unit, achieved: shortest(value, PLACES) });

/** Whether the values of `target` cover a single period. */
const isOfPeriod = ({ basis, countedFrom, comparator }: Target): boolean =>
  basis === 'perPeriod' && countedFrom === null && comparator !== 'rank-le';

/** `截至5月108.3亿元`; `5月当期2家`. */
const figureWords = (target: Target, actual: Actual): string => {
  const through = throughWords({ through: actual.month, asOf: actual.asOf });
  const when = isOfPeriod(target) ? `${through}当期` : `截至${through}`;
  return `${when}${valueWords(target, actual)}`;
};

/** `截至6月底`, `3月当月`; `截至当日` for a period that is not over. */
export function monthWords(target: Target, month: number, when: FormContext): string {
  if (month > monthsOver(todayOf(when), target.plan)) return '截至当日';
  return isOfPeriod(target) ? `${month}月当期` : `截至${month}月底`;
}

const rhythmWords: Readonly<Record<ReportRecurrence, string>> = {
  monthly: '每月反馈',
  quarterly: '每季度反馈',
  halfYearly: '每半年反馈',
  never: '不用反馈',
};

/** `截至5月底仍是第3位，和截至4月一样`; empty if the value cannot be carried over. */
export function sameWords({ figure }: FormItem, when: FormContext): string {
  const [month] = figure?.months ?? [];
  if (!figure?.same || month === undefined) return '';
  const { target, same } = figure;
  const before = throughWords({ through: same.month, asOf: same.asOf });
  return `${monthWords(target, month, when)}仍是${valueWords(target, same)}，和截至${before}一样`;
}

/** What is known about `item` before it is reported. */
export function metaWords(item: FormItem, when: FormContext): string {
  const { task, figure } = item;
  if (figure) return targetWords(figure);
  if (item.section === 'duties') {
    const { standing } = policyOn(item.of, when.rules).returns.asked;
    return [`长期工作，${task.recurrence ?? rhythmWords[standing]}`, ...lastWords(task)].join('，');
  }
  const due = task.due
    ? [`${dayWords(task.due, todayOf(when))}〔${dueMark[task.duePrecision]}〕`]
    : [];
  const returned = task.status === 'returned' ? ['退办'] : [];
  return [...due, ...returned, ...lastWords(task)].join('，');
}

function targetWords({ target, last }: AskedFigure): string {
  const { comparator, unit, goal } = target;
  const parts = [
    `目标${goalWords({ comparator, unit, goal: shortest(goal, PLACES) })}`,
    last ? figureWords(target, last) : '还没有数',
    ...(target.countedFrom ? ['按清单计数，填报的数只用来核对'] : []),
  ];
  return parts.join('，');
}

/** Omitted if the last report was a returned completion: the status already says so. */
function lastWords({ progress, lastReport, status }: Task): readonly string[] {
  if (lastReport === null) return status === 'returned' ? [] : ['还没有反馈过'];
  return [`上次${progress}%${lastReport.note === '' ? '' : `：${lastReport.note}`}`];
}

/** The reported answer and its time. */
export function answerWords({ task, figure }: FormItem, when: FormContext): string {
  const day = (at: Temporal.Instant): string => {
    const { month, day: of } = localDay(at, when.rules);
    return `${month}月${of}日`;
  };
  if (!isLive(task)) return endWords(task);
  if (figure) {
    const { target, months } = figure;
    const known = knownAt(target, when.now);
    const actual = months.map((month) => known.get(month)).findLast((each) => each) ?? figure.last;
    return actual ? `${day(actual.at)}，${figureWords(target, actual)}` : '已反馈';
  }
  const { lastReport } = task;
  if (lastReport === null) return '已反馈';
  const note = lastReport.note === '' ? '' : `：${lastReport.note}`;
  return `${day(lastReport.at)}，${lastReport.progress ?? task.progress}%${note}`;
}

function endWords(task: Task): string {
  if (task.status !== 'pendingReview') return statusName[task.status];
  const on = reportedDoneOn(task);
  return `${on ? `${on.month}月${on.day}日` : ''}报办结，等园区办核验`;
}

/** What the office must decide about `task`; null if nothing is pending. */
export function waitWords({ request, disowned }: Task, when: FormContext): string | null {
  const today = todayOf(when);
  const day = (at: Temporal.Instant): string => dayWords(localDay(at, when.rules), today);
  if (request) {
    return `延期申请等园区办答复：${day(request.at)}申请延到${dayWords(request.due, today)}。答复以前期限不变。`;
  }
  return disowned ? `${day(disowned.at)}提出不属本岗位负责，等园区办答复。` : null;
}
