import { namesDay } from '../dates/date-meaning.ts';
import { findDates } from '../dates/find-dates.ts';
import { type MappedText, slice, trim } from '../text/mapped-text.ts';
import { clausesOf } from '../text/sentences.ts';
import { type Direction, directionOf } from './direction.ts';
import type { Passed } from './statement.ts';

export type DirectionContext = {
  readonly planYear: number;
  /** Direction of the previous text. */
  readonly frame: Direction;
  /** Whether the whole sentence is a report. */
  readonly report: boolean;
};

type Runs = {
  readonly runs: readonly MappedText[];
  readonly passed: readonly Passed[];
  readonly frame: Direction;
};

/** 主体已完工: the current state, after which a future date is about the next step. */
const STATE = /^(?!去年|上年|过去|截至|截止|20\d\d年|\d{1,2}月)[^，]{0,24}已/u;

type ClauseState = {
  readonly frame: Direction;
  /** Whether the previous clauses describe the current state. */
  readonly isState: boolean;
  readonly planYear: number;
};

function nextFrame(text: string, { frame, isState, planYear }: ClauseState): Direction {
  const own = directionOf(text, planYear);
  if (own !== undefined) return own;
  return isState && opensWithDay(text, planYear) ? 'forward' : frame;
}

const staysState = (text: string, isState: boolean, frame: Direction): boolean =>
  frame === 'backward' && (isState || STATE.test(text));

const opensWithDay = (text: string, planYear: number): boolean =>
  findDates(text, planYear).some(({ start, meaning }) => start === 0 && namesDay(meaning));

/** The parts of `segment` about plans; clauses about the past are skipped. */
export function forwardRuns(
  segment: MappedText,
  { planYear, frame: before, report }: DirectionContext,
): Runs {
  const runs: MappedText[] = [];
  const passed: Passed[] = [];
  let frame = before;
  let isState = false;
  let [open, start] = [0, 0];
  for (const clause of clausesOf(segment)) {
    frame = report ? 'backward' : nextFrame(clause.text, { frame, isState, planYear });
    isState = staysState(clause.text, isState, frame);
    const end = start + clause.text.length;
    if (frame === 'backward') {
      passed.push({ view: trim(clause, '，。；'), rule: 'skip.backward-looking' });
      if (start > open) runs.push(slice(segment, open, start));
      open = end;
    }
    start = end;
  }
  return { runs: start > open ? [...runs, slice(segment, open, start)] : runs, passed, frame };
}
