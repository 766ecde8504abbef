import { type Direction, directionOf, isReport } from './backward.ts';
import { type FoundDate, findDates } from './dates.ts';
import { kindOf } from './kind.ts';
import { owed } from './metric.ts';
import type { Mood } from './outline.ts';
import { NOBODY, type Owners, subjectOwners } from './owner-phrases.ts';
import { type Carried, readSegment } from './read-segment.ts';
import { clausesOf, outside, segmentsOf, sentencesOf } from './sentences.ts';
import type { Passed, Statement } from './statement.ts';
import { startsWithVerb } from './verbs.ts';
import { slice, trim, type View } from './view.ts';

export type UnitContext = {
  readonly planYear: number;
  readonly mood: Mood | undefined;
  /** Dates from a heading or a table cell. */
  readonly dates: readonly FoundDate[];
  /** Whether points of a deeper numbering follow. */
  readonly headsOthers: boolean;
  /** Whether the unit carries a number of its own. */
  readonly numbered: boolean;
};

export type Owned = Statement & { readonly subject: Owners };

export type UnitReading = { readonly statements: readonly Owned[]; readonly passed: readonly Passed[] };

type State = {
  readonly statements: Owned[];
  readonly passed: Passed[];
  frame: Direction;
  dates: readonly FoundDate[];
  carried: Carried;
};

const START: Carried = { hardness: 'must', verb: '' };

/** Reads one unit of the outline sentence by sentence. */
export function readUnit(view: View, context: UnitContext): UnitReading {
  const sentences = sentencesOf(view);
  const state: State = { statements: [], passed: [], frame: undefined, dates: context.dates, carried: START };
  sentences.forEach((sentence, index) => {
    const more = index < sentences.length - 1 || context.headsOthers;
    if (index === 0 && context.numbered && more && isHeading(sentence, context.planYear)) {
      state.passed.push({ view: trim(sentence, '。'), rule: 'skip.heading' });
    } else readSentence(sentence, state, context);
  });
  return state;
}

/** Longest sentence that can be no more than the title of what follows it. */
const LONGEST_HEADING = 26;

function isHeading({ text }: View, planYear: number): boolean {
  const bare = text.replace(/[。；：]$/u, '');
  if (bare.length > LONGEST_HEADING || owed(bare).length > 0) return false;
  if (findDates(bare, planYear).some(({ meaning }) => meaning.sort === 'explicit')) return false;
  const facts = { text: bare, clause: bare, measured: undefined, recurring: false, dated: false };
  return !(startsWithVerb(bare) && kindOf(facts).id === 'kind.done-verb');
}

function readSentence(sentence: View, state: State, context: UnitContext): void {
  const body = afterLabel(sentence, state, context);
  if (body.text === '') return;
  if (context.mood === 'backward' && directionOf(body.text, context.planYear) !== 'forward') {
    state.passed.push({ view: trim(body, '。'), rule: 'skip.backward-section' });
    return;
  }
  if (context.mood !== undefined) state.frame = undefined;
  const subject = subjectOwners(body.text);
  let follows = false;
  let outer = state.dates;
  state.carried = START;
  for (const segment of segmentsOf(body)) {
    for (const run of forwardRuns(segment, body.text, { state, context })) {
      const read = readSegment(run, { planYear: context.planYear, dates: outer, carried: state.carried, follows });
      for (const statement of read.statements) state.statements.push({ ...statement, subject: subject.owners.length > 0 ? subject : NOBODY });
      state.passed.push(...read.passed);
      state.carried = read.carried;
      follows ||= read.statements.length > 0;
    }
    outer = state.dates;
  }
}

/** The clauses of `segment` that look forward; those that look back are passed over. */
function forwardRuns(
  segment: View,
  sentence: string,
  { state, context }: { readonly state: State; readonly context: UnitContext },
): readonly View[] {
  const runs: View[] = [];
  let run: View | undefined;
  const report = context.mood !== 'forward' && isReport(sentence);
  for (const clause of clausesOf(segment)) {
    const direction = report ? 'backward' : directionOf(clause.text, context.planYear);
    if (direction !== undefined) state.frame = direction;
    if (state.frame === 'backward') {
      state.passed.push({ view: trim(clause, '，。；'), rule: 'skip.backward-looking' });
      if (run) runs.push(run);
      run = undefined;
    } else {
      run = run ? { text: run.text + clause.text, at: [...run.at, ...clause.at] } : clause;
    }
  }
  return run ? [...runs, run] : runs;
}

const LONGEST_LABEL = 60;

/** What follows a label such as 工作目标是： or 二季度：; a date in the label governs from there on. */
function afterLabel(sentence: View, state: State, context: UnitContext): View {
  const colon = colonOf(sentence.text);
  if (colon < 0) return sentence;
  const label = slice(sentence, 0, colon);
  const dates = findDates(label.text, context.planYear).filter(({ meaning }) => meaning.sort === 'explicit');
  state.dates = dates.length > 0 ? dates : context.dates;
  state.passed.push({ view: trim(label), rule: 'skip.label' });
  return trim(slice(sentence, colon + 1, sentence.text.length));
}

function colonOf(text: string): number {
  const colon = text.indexOf('：');
  if (colon < 0 || colon > LONGEST_LABEL || outside(text)[colon] !== true) return -1;
  if (/\d$/u.test(text.slice(0, colon)) && /^\d/u.test(text.slice(colon + 1))) return -1;
  return owed(text.slice(0, colon)).length > 0 ? -1 : colon;
}
