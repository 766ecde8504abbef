import type { Hardness } from '../../domain/base/promise.ts';
import type { FoundDate } from '../dates/find-dates.ts';
import { type MappedText, slice, trim, withoutEnding } from '../text/mapped-text.ts';
import { clausesOf } from '../text/sentences.ts';
import { judgeClause } from './judge-clause.ts';
import { EDGES, withRate } from './level-and-rate.ts';
import { LONGEST_CLAUSE, type Passed, type Statement, type TextReading } from './statement.ts';
import { type Carried, takeClause } from './take-clause.ts';

export type SegmentContext = {
  readonly planYear: number;
  /** Dates of a label or a heading. */
  readonly dates: readonly FoundDate[];
  /** Passed on from the previous segment, for clauses without a verb of their own. */
  readonly carried: Carried;
  /** Whether a promise was already found in this sentence. */
  readonly follows: boolean;
};

export type SegmentReading = TextReading & { readonly carried: Carried };

type State = {
  readonly segment: MappedText;
  readonly context: SegmentContext;
  readonly statements: Statement[];
  readonly passed: Passed[];
  carried: Carried;
  /** Start of the means that precede the task; undefined if there are none. */
  waiting: number | undefined;
  opening: readonly FoundDate[];
  follows: boolean;
  /** Hardness of the first promise of the segment. */
  opened: Hardness | undefined;
  /** Whether the clause before only described something. */
  described: boolean;
};

/** Position of a clause in its segment. */
type Place = {
  readonly start: number;
  readonly end: number;
  readonly last: boolean;
  readonly next: string;
};

/** Means that are a duty if no task follows them. */
const DUTY_ALONE =
  /^(?:要|积极|主动|认真|进一步|充分|精准|及时)*(?:对接|联系|走访|用好|瞄准|聚焦|利用|发挥)/u;

/** Reads one segment, the clauses between two ；, into statements. */
export function readSegment(segment: MappedText, context: SegmentContext): SegmentReading {
  const { carried, follows } = context;
  const state: State = {
    segment,
    context,
    statements: [],
    passed: [],
    carried,
    waiting: undefined,
    opening: [],
    follows,
    opened: undefined,
    described: false,
  };
  const clauses = clausesOf(segment);
  let start = 0;
  clauses.forEach((clause, index) => {
    const end = start + clause.text.length;
    const next = clauses[index + 1];
    if (withoutEnding(clause.text).replace(/^）/u, '') !== '')
      readClause(state, {
        start,
        end,
        last: next === undefined,
        next: withoutEnding(next?.text ?? ''),
      });
    start = end;
  });
  endWaiting(state);
  return { ...state, carried: handedOn(state) };
}

/** 增长6%左右，力争6.5%；…: a stretch goal inside a segment says nothing about the next one. */
const handedOn = ({ carried, opened }: State): Carried =>
  carried.hardness === 'strive' && opened !== 'strive' ? { ...carried, hardness: 'must' } : carried;

function endWaiting(state: State): void {
  if (state.waiting === undefined) return;
  const means = slice(state.segment, state.waiting, state.segment.text.length);
  if (DUTY_ALONE.test(means.text) && means.text.length <= LONGEST_CLAUSE)
    accept(state, state.waiting, state.segment.text.length);
  else state.passed.push({ view: trim(means, EDGES), rule: 'skip.means-alone' });
}

function readClause(state: State, { start, end, last, next }: Place): void {
  const clause = slice(state.segment, start, end);
  const joined = state.waiting !== undefined;
  const before = { ...state, joined, last, next };
  const { id, role, dates } = judgeClause(clause.text, before, state.context.planYear);
  state.described = id === 'skip.description' || id === 'skip.of-described';
  if (role === 'skip') {
    state.passed.push({ view: trim(clause, EDGES), rule: id });
    return;
  }
  if (role === 'task') {
    accept(state, start, end);
    return;
  }
  if (id === 'join.time' && dates.length > 0) state.opening = dates;
  state.waiting ??= start;
}

/** Reads the promises of a clause, or adds its rate to the previous promise. */
function accept(state: State, start: number, end: number): void {
  const { segment, context, carried, opening } = state;
  // Means too far back do not belong to the task.
  const from = end - (state.waiting ?? start) > LONGEST_CLAUSE ? start : (state.waiting ?? start);
  const clause = slice(segment, start, end);
  const taken = takeClause(slice(segment, from, end), clause, {
    planYear: context.planYear,
    carried,
    opening,
    outer: context.dates,
  });
  state.waiting = undefined;
  state.opening = taken.opening;
  if (addsRate(state, clause)) return;
  if (taken.rule === 'skip.verb-list') {
    state.passed.push({ view: trim(clause, EDGES), rule: taken.rule });
    return;
  }
  state.statements.push(...taken.statements);
  state.carried = taken.carried;
  state.opened ??= taken.carried.hardness;
  state.follows = true;
}

/** Adds the rate in `clause` to the previous promise; false if the clause is no rate. */
function addsRate({ statements, segment }: State, clause: MappedText): boolean {
  const before = statements.at(-1);
  const rated = before && withRate(before, clause, segment);
  if (!rated) return false;
  statements[statements.length - 1] = rated;
  return true;
}
