import { namesDay } from '../dates/date-meaning.ts';
import { type FoundDate, findDates } from '../dates/find-dates.ts';
import { isListOfUnits, NOBODY, type Owners, readOwners } from '../owners/owner-phrases.ts';
import { subjectOf } from '../owners/owner-subject.ts';
import { type MappedText, slice, trim } from '../text/mapped-text.ts';
import type { Mood } from '../text/outline.ts';
import { segmentsOf, sentencesOf } from '../text/sentences.ts';
import { forwardRuns } from './backward.ts';
import { type Direction, isReport } from './direction.ts';
import { ruleAgainst } from './formalities.ts';
import { isHeading } from './headings.ts';
import { colonOf } from './labels.ts';
import { readSegment } from './read-segment.ts';
import type { Passed, Statement } from './statement.ts';
import type { Carried } from './take-clause.ts';

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

export type UnitReading = {
  readonly statements: readonly Owned[];
  readonly passed: readonly Passed[];
};

type State = {
  readonly statements: Owned[];
  readonly passed: Passed[];
  frame: Direction;
  /** Units named by a label: 县教育局：…. */
  addressed: Owners;
  dates: readonly FoundDate[];
};

const START: Carried = { hardness: 'must', verb: '', mentioned: '' };

/** Reads one unit of the outline sentence by sentence. */
export function readUnit(view: MappedText, context: UnitContext): UnitReading {
  const sentences = sentencesOf(view);
  const state: State = {
    statements: [],
    passed: [],
    frame: undefined,
    addressed: NOBODY,
    dates: context.dates,
  };
  sentences.forEach((sentence, index) => {
    const more = index < sentences.length - 1 || context.headsOthers;
    if (index === 0 && context.numbered && more && isHeading(sentence.text, context.planYear)) {
      state.passed.push({ view: trim(sentence, '。'), rule: 'skip.heading' });
    } else readSentence(sentence, state, context);
  });
  return state;
}

function readSentence(sentence: MappedText, state: State, context: UnitContext): void {
  const body = afterLabel(sentence, state, context);
  const rule = ruleAgainst(sentence.text, body.text, context.mood);
  if (rule !== undefined) {
    state.passed.push({ view: trim(body, '。'), rule });
    return;
  }
  if (context.mood !== undefined)
    state.frame = context.mood === 'backward' ? 'backward' : undefined;
  readBody(body, state, context);
}

function readBody(body: MappedText, state: State, { mood, planYear }: UnitContext): void {
  const report = mood !== 'forward' && isReport(body.text);
  const reading: Reading = { subject: state.addressed, carried: START, follows: false };
  for (const segment of segmentsOf(body)) {
    const { runs, passed, frame } = forwardRuns(segment, { planYear, frame: state.frame, report });
    state.frame = frame;
    for (const one of passed) state.passed.push(one);
    for (const run of runs) readRun(run, state, reading, planYear);
  }
}

/** What a run passes to the next one. Changes while a body is read. */
type Reading = { subject: Owners; carried: typeof START; follows: boolean };

function readRun(run: MappedText, state: State, reading: Reading, planYear: number): void {
  const { carried, follows } = reading;
  const read = readSegment(run, { planYear, dates: state.dates, carried, follows });
  for (const one of read.statements) {
    if (one.index === 0) reading.subject = subjectOf(one.clause) ?? reading.subject;
    state.statements.push({ ...one, subject: shareOf(reading.subject, one) });
  }
  for (const one of read.passed) state.passed.push(one);
  reading.carried = read.carried;
  reading.follows ||= read.statements.length > 0;
}

/** 甲、乙分别于…: each subject of a list is responsible for its own element. */
function shareOf(subject: Owners, { listed, index, clause }: Statement): Owners {
  const own = subject.owners[index];
  const shared = listed === subject.owners.length && clause.includes('分别');
  return own !== undefined && shared ? { owners: [own], support: subject.support } : subject;
}

/** What follows a label such as 工作目标是： or 二季度：; a date in the label applies from there on. */
function afterLabel(sentence: MappedText, state: State, context: UnitContext): MappedText {
  const colon = colonOf(sentence.text);
  if (colon < 0) return sentence;
  const label = slice(sentence, 0, colon);
  const dates = findDates(label.text, context.planYear).filter(({ meaning }) => namesDay(meaning));
  state.dates = dates.length > 0 ? dates : context.dates;
  if (isListOfUnits(label.text)) state.addressed = readOwners(label.text);
  state.passed.push({ view: trim(label), rule: 'skip.label' });
  return trim(slice(sentence, colon + 1, sentence.text.length));
}
