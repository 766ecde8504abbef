import { MANNER } from './words.ts';

const LEADING = new RegExp(`^(?:${MANNER}|[，、“：])+(?=[\\u4e00-\\u9fff\\d“])`, 'u');
const LONGEST = 60;

/** What a person would call the promise: its words without manner and closing marks. */
export function titleOf(reading: string): string {
  const bare = reading.replace(LEADING, '').replace(/[，。；、：\n]+$/u, '');
  const balanced = bare.includes('“') || !bare.includes('”') ? bare : bare.replace(/”/gu, '');
  return balanced.length > LONGEST ? `${balanced.slice(0, LONGEST - 1)}…` : balanced;
}
