import type { Period } from '../calendar/period.ts';

const names: Readonly<Record<Period, string>> = { week: '督办周报', month: '督办月报' };

/** Name of a briefing. */
export const briefingName = (period: Period): string => names[period];
