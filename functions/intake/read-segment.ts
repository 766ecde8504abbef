import type { Hardness } from '../domain/promise.ts';
import { roleOf } from './clause-role.ts';
import { type FoundDate, findDates } from './dates.ts';
import { enumerate } from './enumerate.ts';
import { hardnessOf } from './hardness.ts';
import { owed } from './metric.ts';
import { clausesOf } from './sentences.ts';
import type { Passed, Reading, Statement } from './statement.ts';
import { slice, trim, type View } from './view.ts';
import { startsWithVerb, sharedVerb } from './verbs.ts';

export type SegmentContext = {
  readonly planYear: number;
  /** Dates that govern from outside: a label, a heading, the sentence's opening. */
  readonly dates: readonly FoundDate[];
  /** What the clause before said, for clauses without a verb of their own. */
  readonly carried: Carried;
  /** Whether a promise was already found in this sentence. */
  readonly follows: boolean;
};

export type Carried = { readonly hardness: Hardness; readonly verb: string };

export type SegmentReading = Reading & {
  readonly carried: Carried;
  /** A date that opened the segment; it governs until another one stands in a clause. */
  readonly opening: readonly FoundDate[];
};

type State = {
  readonly statements: Statement[];
  readonly passed: Passed[];
  carried: Carried;
  prefix: View | undefined;
  opening: readonly FoundDate[];
  follows: boolean;
};

const EDGES = '，。；！？、：“”';

/** Reads one segment, the clauses between two ；, into statements. */
export function readSegment(segment: View, context: SegmentContext): SegmentReading {
  const clauses = clausesOf(segment).filter(({ text }) => trimmed(text) !== '');
  const state: State = {
    statements: [],
    passed: [],
    carried: context.carried,
    prefix: undefined,
    opening: [],
    follows: context.follows,
  };
  clauses.forEach((clause, index) => {
    readClause(clause, { state, context, last: index === clauses.length - 1 });
  });
  if (state.prefix) state.passed.push({ view: trim(state.prefix, EDGES), rule: 'skip.means-alone' });
  const { statements, passed, carried, opening } = state;
  return { statements, passed, carried, opening };
}

const trimmed = (text: string): string => text.replace(/[，。；！？、：\s]+$/u, '');

type ClauseScene = { readonly state: State; readonly context: SegmentContext; readonly last: boolean };

function readClause(clause: View, { state, context, last }: ClauseScene): void {
  const text = trimmed(clause.text);
  const dates = findDates(text, context.planYear);
  const { role, id } = roleOf({
    text: withoutDates(text, dates),
    counted: owed(text).length > 0,
    dated: dates.some(({ meaning }) => meaning.sort === 'explicit'),
    follows: state.follows,
    last,
  });
  if (role === 'skip') {
    state.passed.push({ view: trim(clause, EDGES), rule: id });
    return;
  }
  if (role === 'prefix') {
    if (id === 'join.time' && dates.length > 0) state.opening = dates;
    state.prefix = state.prefix ? joined(state.prefix, clause) : clause;
    return;
  }
  takeClause(state.prefix ? joined(state.prefix, clause) : clause, clause, { state, context, last });
  state.prefix = undefined;
  state.follows = true;
}

const withoutDates = (text: string, dates: readonly FoundDate[]): string => {
  const [first] = dates;
  return first && first.start === 0 ? text.slice(first.end).replace(/^[，、]/u, '') : text;
};

const joined = (first: View, second: View): View => ({
  text: first.text + second.text,
  at: [...first.at, ...second.at],
});

function takeClause(whole: View, clause: View, { state, context }: ClauseScene): void {
  const text = trimmed(whole.text);
  const offset = whole.text.length - clause.text.length;
  const own = findDates(text.slice(offset), context.planYear);
  const { parts, rule } = enumerate(trimmed(clause.text), own);
  const verbless = !startsWithVerb(clause.text);
  const hardness = hardnessOf(text, verbless ? state.carried.hardness : undefined);
  const verb = sharedVerb(clause.text) ?? (verbless ? state.carried.verb : '');
  if (own[0] && own[0].start <= OPENS_WITHIN && state.opening.length === 0) state.opening = own.slice(0, 1);
  const outer = state.opening.length > 0 ? state.opening : context.dates;
  const pieces = parts.map(({ start, end }, index) => {
    const from = index === 0 ? 0 : start + offset;
    const view = trim(slice(whole, from, end + offset), '，。；！？、：');
    const inside = own.filter((date) => date.start >= start && date.end <= end);
    return { view, inside, start, end };
  });
  const tail = tailOf(pieces.at(-1)?.view.text ?? '');
  pieces.forEach(({ view, inside }, index) => {
    const alone = pieces.length === 1;
    const reading = alone ? view.text : readingOf(view.text, { verb, tail, index, last: index === pieces.length - 1 });
    state.statements.push({
      view,
      reading: alone && verbless && verb ? verb + view.text : reading,
      clause: text,
      dates: datesFor(inside, { own, outer, index, count: pieces.length }),
      hardness: alone ? hardness : hardnessOf(view.text, hardness),
      rules: [rule],
      questions: [],
    });
  });
  state.carried = { hardness, verb };
}

/** A date within so many characters of the start opens the sentence: 要在6月底前…. */
const OPENS_WITHIN = 3;

type DateScene = {
  readonly own: readonly FoundDate[];
  readonly outer: readonly FoundDate[];
  readonly index: number;
  readonly count: number;
};

/** 6月、9月分别赴甲、乙 pairs the n-th date with the n-th element; else a list shares what opens it. */
function datesFor(inside: readonly FoundDate[], { own, outer, index, count }: DateScene): readonly FoundDate[] {
  const explicit = own.filter(({ meaning }) => meaning.sort === 'explicit');
  if (count > 1 && explicit.length === count && inside.length !== 1) {
    const paired = explicit[index];
    if (paired) return [paired];
  }
  if (inside.length > 0) return inside;
  if (own.length > 0) return own;
  return outer;
}

const TAIL = /(?:建设|改造|建设任务|项目|工程|征地|前期工作|开工|竣工|投产|投用|全部开工|建设工作|设施建设|扩建|整治|更新|招标|建设用地|制度|规划)$/u;

const tailOf = (last: string): string => TAIL.exec(last)?.[0] ?? '';

type ListScene = { readonly verb: string; readonly tail: string; readonly index: number; readonly last: boolean };

/** The element as it would read alone: with the list's verb in front and its shared noun behind. */
function readingOf(text: string, { verb, tail, index, last }: ListScene): string {
  const head = index === 0 || startsWithVerb(text) ? '' : verb;
  return head + text + (last || text.endsWith(tail) ? '' : tail);
}
