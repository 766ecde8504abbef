import type { Temporal } from 'temporal-polyfill';
import { dayWords } from '../../domain/base/words.ts';

/** `6月30日 周四`, short enough for a table. */
export const dayInTable = (day: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  dayWords(day, today).replace('（', ' ').replace('）', '');
