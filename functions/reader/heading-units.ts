import { opensWithDeed } from './clauses/kind.ts';
import { namesDay } from './dates/date-meaning.ts';
import { type FoundDate, findDates } from './dates/find-dates.ts';
import { owed } from './quantities/metric.ts';
import { looksLikeHeading, type Unit } from './text/outline.ts';

/** 二季度, 上半年目标: only a date and a word such as 目标. */
export function labelDates(heading: string, planYear: number): readonly FoundDate[] {
  const dates = findDates(heading, planYear).filter(({ meaning }) => namesDay(meaning));
  const [date] = dates;
  if (!date) return [];
  const rest = heading.slice(0, date.start) + heading.slice(date.end);
  return /^(?:重点|主要)?(?:目标|任务|工作任务|节点|计划)?[：。]?$/u.test(rest) ? dates : [];
}

/** A line of its own without a full stop that has something below it, or the document's title. */
export function isHeadingUnit(unit: Unit, next: Unit | undefined, planYear: number): boolean {
  const { text } = unit.view;
  if (unit.style !== undefined) return next !== undefined && isBelow(next, unit) && opensPart(unit);
  if (text.length <= LONGEST_TITLE && TITLE.test(text)) return true;
  return opensPart(unit) && !text.endsWith('：') && !isPromise(text, planYear);
}

const opensPart = ({ opensParagraph, view }: Unit): boolean =>
  opensParagraph && looksLikeHeading(view.text);

const isBelow = (next: Unit, unit: Unit): boolean =>
  next.depth > unit.depth || (next.style === undefined && next.opensParagraph);

/** Longest title: those of notices contain the title of the document they send out. */
const LONGEST_TITLE = 80;

const TITLE = /(?:表|计划|方案|要点|安排|通知|清单|意见|报告|总结|思路|打算)(?:（[^）]*）)?$/u;

/** （2026年2月27日）: the date of issue, on a line of its own. */
const DAY_OF_ISSUE = /^（?\d{4}年\d{1,2}月\d{1,2}日）?$/u;

/** 新建学校3所, 6月底前完工: an unnumbered line with a promise is not a heading. */
function isPromise(text: string, planYear: number): boolean {
  if (TITLE.test(text) || DAY_OF_ISSUE.test(text)) return false;
  const dated = findDates(text, planYear).some(({ meaning }) => namesDay(meaning));
  return dated || owed(text).length > 0 || opensWithDeed(text);
}
