import { namesDay } from '../dates/date-meaning.ts';
import { type FoundDate, findDates } from '../dates/find-dates.ts';
import { isListOfUnits, NOBODY, type Owners, readOwners } from '../owners/owner-phrases.ts';
import { subjectOf } from '../owners/owner-subject.ts';
import { owed } from '../quantities/metric.ts';
import { slice, trim, type View } from '../text/mapped-text.ts';
import type { Mood } from '../text/outline.ts';
import { pattern } from '../text/patterns.ts';
import { outside, segmentsOf, sentencesOf } from '../text/sentences.ts';
import { type Direction, forwardRuns, isReport, speaksOfRest } from './backward.ts';
import { opensWithDeed } from './kind.ts';
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
export function readUnit(view: View, context: UnitContext): UnitReading {
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
    if (index === 0 && context.numbered && more && isHeading(sentence, context.planYear)) {
      state.passed.push({ view: trim(sentence, '。'), rule: 'skip.heading' });
    } else readSentence(sentence, state, context);
  });
  return state;
}

/** Longest sentence that can be no more than the title of what follows it. */
const LONGEST_HEADING = 26;

/** 续建项目, 环境保护方面: names a class of works. */
const CLASS_HEADING =
  /^(?:续建|新建|前期|在建|储备|拟建|重点|竣工|投产)(?:类)?(?:项目|工程)$|方面$/u;

function isHeading({ text }: View, planYear: number): boolean {
  const bare = text.replace(/[。；：]$/u, '');
  if (CLASS_HEADING.test(bare)) return true;
  if (bare.length > LONGEST_HEADING || owed(bare).length > 0) return false;
  if (findDates(bare, planYear).some(({ meaning }) => meaning.sort !== 'period')) return false;
  return !opensWithDeed(bare) && !STRICT_DUTY.test(bare);
}

/** 严格执行…制度, 推行…服务: names what is to be kept to, where a title names a field. */
const STRICT_DUTY = /^(?:全面|坚决)?(?:严格(?:落实|执行|遵守|实行)|推行)[^，]{4,}/u;

function readSentence(sentence: View, state: State, context: UnitContext): void {
  const body = afterLabel(sentence, state, context);
  const rule = passedOver(sentence.text, body.text, context.mood);
  if (rule !== undefined) {
    state.passed.push({ view: trim(body, '。'), rule });
    return;
  }
  if (context.mood !== undefined)
    state.frame = context.mood === 'backward' ? 'backward' : undefined;
  readBody(body, state, context);
}

/** The rule by which a whole sentence owes nothing. */
function passedOver(text: string, body: string, mood: Mood | undefined): string | undefined {
  if (mood === 'backward' && !speaksOfRest(body)) return 'skip.backward-section';
  const formal = FORMALITIES.find(({ holds }) => holds.test(text));
  if (formal) return formal.id;
  const principle = mood === 'principle' || isPrinciple(text);
  return principle && owed(body).length === 0 ? 'skip.principle' : undefined;
}

/** Sentences that belong to the paper, not to its plan. */
const FORMALITIES: readonly { readonly id: string; readonly holds: RegExp }[] = [
  { id: 'skip.copies', holds: /^(?:抄送|主送|分送|抄报|发送)：/u },
  {
    // 为贯彻…，对全县进行了督查; 为落实…，制定本方案: why the paper was written.
    id: 'skip.preamble',
    holds: pattern`
      ^为(?:了|进一步|深入|认真|全面|切实|扎实|有效|更好)*
      (?:贯彻|落实|推动|推进|加快|加强|做好|确保|提升|优化|巩固|规范|掌握)[^。]*
      (?:
        制定(?:本|如下)|特制定|(?:进行|开展|组织)了|(?:提出|制定).{0,6}如下|通知如下|现(?:就|将)
      )
    `,
  },
];

/** 总体思路是：…, 指导思想：…: a creed, however long. */
const isPrinciple = (text: string): boolean =>
  /^(?:\d{4}年，)?[^，。：]{0,24}(?:总体思路|总体要求|指导思想|基本思路|基本原则|工作思路)(?:是)?：/u.test(
    text,
  );

function readBody(body: View, state: State, { mood, planYear }: UnitContext): void {
  const report = mood !== 'forward' && isReport(body.text);
  const reading: Reading = { subject: state.addressed, carried: START, follows: false };
  for (const segment of segmentsOf(body)) {
    const { runs, passed, frame } = forwardRuns(segment, { planYear, frame: state.frame, report });
    state.frame = frame;
    for (const one of passed) state.passed.push(one);
    for (const run of runs) readRun(run, state, reading, planYear);
  }
}

/** What a run hands on to the one behind it. Changes while a body is read. */
type Reading = { subject: Owners; carried: typeof START; follows: boolean };

function readRun(run: View, state: State, reading: Reading, planYear: number): void {
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

/** 甲、乙分别于…: each subject of a list answers for its own. */
function shareOf(subject: Owners, { listed, index, clause }: Statement): Owners {
  const own = subject.owners[index];
  const shared = listed === subject.owners.length && clause.includes('分别');
  return own !== undefined && shared ? { owners: [own], support: subject.support } : subject;
}

const LONGEST_LABEL = 60;

/** What follows a label such as 工作目标是： or 二季度：; a date in the label governs from there on. */
function afterLabel(sentence: View, state: State, context: UnitContext): View {
  const colon = colonOf(sentence.text);
  if (colon < 0) return sentence;
  const label = slice(sentence, 0, colon);
  const dates = findDates(label.text, context.planYear).filter(({ meaning }) => namesDay(meaning));
  state.dates = dates.length > 0 ? dates : context.dates;
  if (isListOfUnits(label.text)) state.addressed = readOwners(label.text);
  state.passed.push({ view: trim(label), rule: 'skip.label' });
  return trim(slice(sentence, colon + 1, sentence.text.length));
}

function colonOf(text: string): number {
  const colon = text.indexOf('：');
  if (colon < 0 || colon > LONGEST_LABEL || outside(text)[colon] !== true) return -1;
  if (/\d$/u.test(text.slice(0, colon)) && /^\d/u.test(text.slice(colon + 1))) return -1;
  const label = text.slice(0, colon);
  // 续建项目6个：… counts the names to come.
  return owed(label).length > 0 && !/(?:项目|工程|任务|事项)\d+(?:个|项|件)$/u.test(label)
    ? -1
    : colon;
}
