import type { Temporal } from 'temporal-polyfill';
import type { Plan } from '../../domain/plan.ts';
import { dayWords } from '../../domain/words.ts';

const NUMERALS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The name of an area of `plan`: area 0 are its headline goals. */
export function areaName(area: number, plan: Plan | null): string {
  if (area === 0) return '年度目标';
  return plan?.areas[area - 1] ?? `第${areaNumeral(area)}项工作`;
}

/** The numeral of an area; nothing for the headline goals. */
export const areaNumeral = (area: number): string =>
  area === 0 ? '' : (NUMERALS[area] ?? String(area));

/** `6月30日 周四`, short enough for a table. */
export const dayInTable = (day: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  dayWords(day, today).replace('（', ' ').replace('）', '');
