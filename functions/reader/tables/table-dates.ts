import { type FoundDate, findDates } from '../dates/find-dates.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { outline, type Unit } from '../text/outline.ts';

/** A deadline cell that asks for no end: 长期, 持续推进. */
const OPEN_ENDED = /^(?:长期|常年|持续|常态|全时段|贯穿全年|立行立改)/u;

const openEnded = (text: string): FoundDate => ({
  start: 0,
  end: text.length,
  meaning: { sort: 'recurring', every: text },
  rule: 'due.open-ended-cell',
});

/**
 * The dates of the deadline cells for each unit of the task cell. As many dated
 * lines as units pair in order; of several dates for one unit the last counts,
 * for it is the one by which all of it is done.
 */
export function datesPerUnit(
  units: readonly Unit[],
  due: readonly MappedText[],
  planYear: number,
): readonly (readonly FoundDate[])[] {
  const text = due.map((view) => view.text).join('\n');
  if (OPEN_ENDED.test(text)) return units.map(() => [openEnded(text)]);
  const lines = due.flatMap((view) =>
    outline(view).map((unit) => findDates(unit.view.text, planYear)),
  );
  const dated = lines.filter((dates) => dates.length > 0);
  if (units.length > 1 && dated.length === units.length) return dated.map(lastOf);
  const all = findDates(text, planYear);
  const stages = stagesOf(text, all);
  return units.map((unit) => (all.length > 1 ? stageFor(unit, stages) : all));
}

const lastOf = (dates: readonly FoundDate[]): readonly FoundDate[] => dates.slice(-1);

type Stage = { readonly date: FoundDate; readonly words: string };

/** 6月底启动，12月底完成征收: each date applies to the words behind it. */
const stagesOf = (text: string, dates: readonly FoundDate[]): readonly Stage[] =>
  dates.map((date, index) => ({
    date,
    words: text
      .slice(date.end, dates[index + 1]?.start ?? text.length)
      .replace(/[，；。、\s]/gu, ''),
  }));

/** The date of the stage that shares its words with the unit, else the last one. */
function stageFor({ view }: Unit, stages: readonly Stage[]): readonly FoundDate[] {
  const named = stages.filter(({ words }) => words.length >= 2 && view.text.includes(words));
  return (named.length === 1 ? named : stages.slice(-1)).map(({ date }) => date);
}
