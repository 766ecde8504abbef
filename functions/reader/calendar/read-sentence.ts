import { Temporal } from 'temporal-polyfill';
import { type DateContext, daysThrough, noticeDate } from './notice-dates.ts';
import { type CountToken, type DayToken, noticeTokens, type VerbToken } from './notice-tokens.ts';

/**
 * What a sentence says of a day. moved: its rest is moved elsewhere, so that it is worked unless it is
 * a day off by the rest of the notice; extended: off whatever was said before.
 */
export type DayFact = {
  readonly kind: 'rest' | 'work' | 'moved' | 'extended';
  readonly day: Temporal.PlainDate;
};

/** A day that is written with another weekday than it has. */
type WrongWeekday = { readonly day: Temporal.PlainDate; readonly written: number };

/** A number of days off that is not what the sentence lists. */
type WrongCount = { readonly written: number; readonly listed: number };

export type SentenceReading = {
  readonly facts: readonly DayFact[];
  readonly wrongWeekdays: readonly WrongWeekday[];
  readonly wrongCounts: readonly WrongCount[];
  /** Whether every day and every word about days was taken. */
  readonly isWhole: boolean;
  readonly last: Temporal.PlainDate | null;
};

/** What may stand between a day and the word that says what it is: 日为国庆节法定节假日, 日照常公休. */
const BRIDGE =
  /^(?:为|是|均|都|照常|正常|恢复|期间|全天|法定|元旦|春节|清明节?|劳动节|端午节?|中秋节?|国庆节)*$/u;
const THROUGH = /^(?:至|到)+$/u;
/** What may stand between two days of one list. */
const AND = /^(?:[、,;]|和|及|与|以及)*$/u;

type State = {
  readonly sentence: string;
  readonly context: DateContext;
  /** Days off that were read before the sentence. */
  readonly soFar: readonly Temporal.PlainDate[];
  readonly facts: DayFact[];
  readonly wrongWeekdays: WrongWeekday[];
  readonly wrongCounts: WrongCount[];
  isWhole: boolean;
  last: Temporal.PlainDate | null;
  /** Days that no word was found for yet. */
  pending: Temporal.PlainDate[];
  /** Where the last of them ends. */
  pendingEnd: number;
  /** A word that stood before its days: 放假时间为1月1日至3日. */
  waiting: DayFact['kind'] | null;
  /** Days off that were listed so far. */
  listed: number;
  /** Whether the days off are to go on up to the next day. */
  isExtending: boolean;
};

/** Reads one sentence, whose marks are plain. @param soFar - days off that were read before it. */
export function readNoticeSentence(
  sentence: string,
  context: DateContext,
  soFar: readonly Temporal.PlainDate[],
): SentenceReading {
  const tokens = noticeTokens(sentence);
  const state = newState(sentence, context, soFar);
  for (const token of tokens) {
    if (token.kind === 'day') takeDay(state, token);
    else if (token.kind === 'count') takeCount(state, token);
    else takeVerb(state, token);
  }
  takeRest(state);
  const { facts, wrongWeekdays, wrongCounts, isWhole, last } = state;
  return { facts, wrongWeekdays, wrongCounts, isWhole, last };
}

const newState = (
  sentence: string,
  context: DateContext,
  soFar: readonly Temporal.PlainDate[],
): State => ({
  sentence,
  context,
  soFar,
  facts: [],
  wrongWeekdays: [],
  wrongCounts: [],
  isWhole: true,
  last: context.last,
  pending: [],
  pendingEnd: 0,
  waiting: null,
  listed: 0,
  isExtending: false,
});

/** Days at the end belong to a word before them, or to none. */
function takeRest(state: State): void {
  if (state.isExtending) takeExtension(state);
  if (state.pending.length === 0) return;
  if (state.waiting === null) state.isWhole = false;
  else take(state, state.waiting);
}

function takeDay(state: State, token: DayToken): void {
  const between = state.sentence.slice(state.pendingEnd, token.start);
  if (state.pending.length > 0) endClause(state, between);
  const day = noticeDate(token, { ...state.context, last: state.last });
  const days = day && daysUpTo(day, THROUGH.test(between) ? state.pending.pop() : undefined);
  state.pendingEnd = token.end;
  if (!day || !days) {
    state.isWhole = false;
    return;
  }
  state.pending.push(...days);
  state.last = day;
  checkWeekday(state, day, token.weekday);
}

function checkWeekday(state: State, day: Temporal.PlainDate, written: number | null): void {
  if (written !== null && written !== day.dayOfWeek) state.wrongWeekdays.push({ day, written });
}

/** `day` alone, or with all days since the one that its range began with. */
const daysUpTo = (
  day: Temporal.PlainDate,
  begun: Temporal.PlainDate | undefined,
): readonly Temporal.PlainDate[] | undefined => (begun ? daysThrough(begun, day) : [day]);

/**
 * 公休日调至12月31日，12月29日上班: what follows the comma is another matter. Days with other words after
 * them are no list with the next one; nothing was said of them that is understood.
 */
function endClause(state: State, between: string): void {
  if (/[,;]/u.test(between)) {
    if (state.isExtending) takeExtension(state);
    else if (state.waiting === 'rest' && state.facts.length > 0) take(state, 'rest');
  }
  if (state.pending.length === 0 || AND.test(between) || THROUGH.test(between)) return;
  state.pending = [];
  state.isWhole = false;
}

/** 共3天 after the days or before their word; it must be what was listed. */
function takeCount(state: State, { count, end }: CountToken): void {
  const listed = state.pending.length > 0 ? state.pending.length : state.listed;
  if (listed > 0 && listed !== count) state.wrongCounts.push({ written: count, listed });
  if (state.pending.length > 0) state.pendingEnd = end;
}

function takeVerb(state: State, { kind, start }: VerbToken): void {
  if (kind === 'not') {
    state.isWhole = false;
    return;
  }
  if (state.isExtending) takeExtension(state);
  if (kind === 'extend') state.isExtending = true;
  else if (state.pending.length === 0) awaitDays(state, kind);
  else if (BRIDGE.test(state.sentence.slice(state.pendingEnd, start).replaceAll(')', ''))) {
    takeAs(state, kind);
  }
}

/** Only the first word of a sentence may stand before its days: 放假调休 says the same twice. */
function awaitDays(state: State, kind: VerbToken['kind']): void {
  if (state.facts.length === 0 && (kind === 'rest' || kind === 'work')) state.waiting = kind;
}

function takeAs(state: State, kind: Exclude<VerbToken['kind'], 'not' | 'extend'>): void {
  if (kind === 'resume') {
    state.pending = [];
    return;
  }
  take(state, kind === 'shift' ? 'moved' : kind);
  if (kind === 'shift') state.waiting = 'rest';
}

function take(state: State, kind: DayFact['kind']): void {
  state.facts.push(...state.pending.map((day) => ({ kind, day })));
  if (kind === 'rest') state.listed += state.pending.length;
  state.pending = [];
  state.waiting = null;
}

/** 延长春节假期至2月2日: the days after the last day off before it are off, too. */
function takeExtension(state: State): void {
  const [until, ...others] = state.pending;
  state.isExtending = false;
  const before = until && state.soFar.filter((day) => Temporal.PlainDate.compare(day, until) < 0);
  const from = before?.toSorted((a, b) => Temporal.PlainDate.compare(a, b)).at(-1);
  const days = until && from && daysThrough(from, until);
  if (!days || others.length > 0) {
    state.isWhole = false;
    return;
  }
  state.pending = days.slice(1);
  take(state, 'extended');
}
