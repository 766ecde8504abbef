import type { BriefingInput } from './briefing-input.ts';
import { countsOf } from './task-counts.ts';

/** What is open from earlier years, apart from every count of the year; nothing if there is none. */
export function earlierLines({ earlier }: Pick<BriefingInput, 'earlier'>): readonly string[] {
  const { rows, forOffice, unsigned } = earlier;
  const { all, red, yellow } = countsOf(rows);
  if (all === 0) return [];
  const waits = forOffice === 0 ? '' : `，等待园区办办理${forOffice}项`;
  const signs = unsigned === 0 ? '' : `，没有签收${unsigned}项`;
  return [`往年未办结${all}项，红灯${red}项，黄灯${yellow}项${waits}${signs}，不计入其他各数。`];
}

/** Names the year where a sentence without it would not be true of earlier years. */
export const yearWords = ({ year }: Pick<BriefingInput, 'year'>, isAmbiguous: boolean): string =>
  isAmbiguous ? `${year}年的工作` : '';
