import type { Hardness } from '../domain/promise.ts';
import { roleOf } from './clause-role.ts';
import { type FoundDate, findDates } from './dates.ts';
import { owed } from './metric.ts';
import { clausesOf } from './sentences.ts';
import type { Passed, Reading, Statement } from './statement.ts';
import { takeClause } from './take-clause.ts';
import { joinViews, trim, type View } from './view.ts';

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

/** Means that are a duty of their own when nothing follows them. */
const DUTY_ALONE = /^(?:要|积极|主动|认真|进一步|充分|精准|及时)*(?:对接|联系|走访|用好|瞄准|聚焦|利用|发挥)/u;

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
    readClause(clause, {
      state,
      context,
      last: index === clauses.length - 1,
      next: clauses[index + 1]?.text ?? '',
    });
  });
  if (state.prefix && DUTY_ALONE.test(state.prefix.text)) {
    accept(state.prefix, state.prefix, state, context);
  } else if (state.prefix) {
    state.passed.push({ view: trim(state.prefix, EDGES), rule: 'skip.means-alone' });
  }
  const { statements, passed, carried, opening } = state;
  return { statements, passed, carried, opening };
}

const trimmed = (text: string): string => text.replace(/[，。；！？、：\s]+$/u, '');

type ClauseScene = { readonly state: State; readonly context: SegmentContext; readonly last: boolean; readonly next: string };

function readClause(clause: View, { state, context, last, next }: ClauseScene): void {
  const text = trimmed(clause.text);
  const dates = findDates(text, context.planYear);
  const { role, id } = roleOf({
    text: withoutDates(text, dates),
    counted: owed(text).length > 0,
    dated: dates.some(({ meaning }) => meaning.sort === 'explicit'),
    follows: state.follows,
    last,
    next: trimmed(next),
    joined: state.prefix !== undefined,
  });
  if (role === 'skip') {
    state.passed.push({ view: trim(clause, EDGES), rule: id });
    return;
  }
  if (role === 'prefix') {
    if (id === 'join.time' && dates.length > 0) state.opening = dates;
    state.prefix = state.prefix ? joinViews(state.prefix, clause) : clause;
    return;
  }
  accept(state.prefix ? joinViews(state.prefix, clause) : clause, clause, state, context);
}

/** Takes a clause as promises, or adds it to the promise before when it only gives that one's rate. */
function accept(whole: View, clause: View, state: State, context: SegmentContext): void {
  const before = state.statements.at(-1);
  const taken = takeClause(whole, clause, {
    planYear: context.planYear,
    carried: state.carried,
    opening: state.opening,
    outer: context.dates,
  });
  state.prefix = undefined;
  state.opening = taken.opening;
  if (before && isRateOnly(clause.text)) {
    state.statements[state.statements.length - 1] = {
      ...before,
      view: joinViews(before.view, trim(clause, EDGES)),
      rules: [...before.rules, 'merge.level-and-rate'],
    };
    return;
  }
  if (taken.rule === 'skip.verb-list') {
    state.passed.push({ view: trim(clause, EDGES), rule: taken.rule });
    return;
  }
  state.statements.push(...taken.statements);
  state.carried = taken.carried;
  state.follows = true;
}

/** ，同比增长9% */
const isRateOnly = (text: string): boolean =>
  /^(?:同比|比上年|较上年|年均)?(?:力争)?(?:增长|提高|增速|增幅|下降)(?:达到?|约|为)?[\d.]+(?:%|个百分点)(?:以上|左右|以内)?[，。；]?$/u.test(text);

const withoutDates = (text: string, dates: readonly FoundDate[]): string => {
  const [first] = dates;
  return first && first.start === 0 ? text.slice(first.end).replace(/^[，、]/u, '') : text;
};

