import { Temporal } from 'temporal-polyfill';
import { dayWords } from '../base/words.ts';
import { overOn, type Period } from '../calendar/period.ts';
import { yearWords } from './briefing-earlier.ts';
import type { BriefingInput } from './briefing-input.ts';

/** Pending decisions of the office are reported as such. */
export function officeLines({ forOffice, today }: BriefingInput): readonly string[] {
  const [first] = forOffice.toSorted((a, b) => Temporal.PlainDate.compare(a, b));
  if (!first) return [];
  const days = first.until(today, { largestUnit: 'day' }).days;
  return [`等待园区办核验、批复或改派${forOffice.length}项，等得最久的已等${days}天。`];
}

/** Posts that have not acknowledged, as one sentence. */
export function signLine(period: Period, standing: BriefingInput): string {
  const { unsigned, today, earlier } = standing;
  const isWeek = period === 'week';
  const of = isWeek ? '' : `${overOn(period, today).to.month}月发出的提醒，`;
  const [first] = unsigned;
  if (!first) {
    const year = yearWords(standing, earlier.unsigned > 0);
    return isWeek ? `${year}没有等待签收的提醒。` : `${of}${year}没有等待签收的。`;
  }
  const count = unsigned.reduce((sum, each) => sum + each.count, 0);
  const since = dayWords(first.since, today);
  return `${of}${unsigned.length}个岗位有${count}项没有签收，等得最久的是${first.post}，从${since}起。`;
}
