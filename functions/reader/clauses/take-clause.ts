import type { Hardness } from '../../domain/base/promise.ts';
import { namesDay } from '../dates/date-meaning.ts';
import { type FoundDate, findDates } from '../dates/find-dates.ts';
import { type MappedText, slice, trim, withoutEnding } from '../text/mapped-text.ts';
import { mentionedVerb, sharedVerb, startsWithVerb } from '../text/verbs.ts';
import { datesFor } from './date-sharing.ts';
import { enumerate } from './enumerate.ts';
import { hardnessOf } from './hardness.ts';
import { isNamed } from './list-kinds.ts';
import { type Piece, readingsOf } from './readings.ts';
import type { Statement } from './statement.ts';

/** What a clause passes to the next one, which may lack a verb of its own. */
export type Carried = {
  readonly hardness: Hardness;
  /** The verb at the head of the clause. */
  readonly verb: string;
  /** A verb anywhere in it, for 即…, which spells out what that one was about. */
  readonly mentioned: string;
};

export type ClauseContext = {
  readonly planYear: number;
  readonly carried: Carried;
  /** A date that opened the segment, in an earlier clause. */
  readonly opening: readonly FoundDate[];
  /** Dates of a label, a heading or a table cell. */
  readonly outer: readonly FoundDate[];
};

export type Taken = {
  readonly rule: string;
  readonly statements: readonly Statement[];
  readonly carried: Carried;
  readonly opening: readonly FoundDate[];
};

/** A date within this many characters from the start opens the sentence: 要在6月底前…. */
const OPENS_WITHIN = 3;

/** 5月开工，…: the start of a work is not a deadline for what follows. */
const BEGINS = /^.{0,24}(?:开工|动工|启动|进场|开建)$/u;

/** The promises of one clause. `whole` is the clause with the means in front of it. */
export function takeClause(whole: MappedText, clause: MappedText, context: ClauseContext): Taken {
  const text = withoutEnding(whole.text);
  const body = withoutEnding(clause.text);
  const own = ownDates(body, context);
  const { parts, rule } = enumerate(body, own);
  const offset = whole.text.length - clause.text.length;
  const pieces = parts.map(
    ({ start, end }, index): Piece => ({
      view: trim(slice(whole, index === 0 ? 0 : start + offset, end + offset), '，。；！？、：（'),
      text: withoutEnding(body.slice(start, end)),
      inside: own.filter((date) => date.start >= start && date.end <= end),
      start,
    }),
  );
  const carried = carriedBy(text, body, context.carried);
  const opening = openingOf(own, context.opening);
  const outer = opening.length > 0 ? opening : context.outer;
  const { verb } = carried;
  const readings = readingsOf(pieces, { verb, verbless: !startsWithVerb(body), rule });
  const statements = pieces.map((piece, index) => ({
    view: piece.view,
    reading: readings[index] ?? piece.view.text,
    clause: text,
    dates: datesFor(piece, { own, outer, index, pieces }),
    dated: own.length > 0 || (opening.length > 0 ? offset > 0 : isBound(outer, context.planYear)),
    hardness:
      pieces.length === 1 ? carried.hardness : hardnessOf(piece.view.text, carried.hardness),
    listed: isNamed(rule) ? pieces.length : 0,
    index,
    rules: [rule],
  }));
  return {
    rule: isVerbList(rule, body) ? 'skip.verb-list' : rule,
    statements,
    carried,
    opening: BEGINS.test(body) ? context.opening : opening,
  };
}

/** 今年再建400个 in a row due 国庆节前: next to last year's figure it names no deadline. */
function ownDates(body: string, { planYear, outer }: ClauseContext): readonly FoundDate[] {
  const found = findDates(body, planYear);
  return outer.some(({ meaning }) => namesDay(meaning))
    ? found.filter(({ start, end }) => body.slice(start, end) !== '今年')
    : found;
}

/** Year's end in a heading or a cell bounds everything and so says nothing about any one thing. */
const isBound = (dates: readonly FoundDate[], planYear: number): boolean =>
  dates.some(
    ({ meaning }) =>
      namesDay(meaning) && !(meaning.sort === 'explicit' && meaning.day === `${planYear}-12-31`),
  );

/** 力争 carries over clauses without a verb, as the verb itself does; 推进 does not. */
function carriedBy(text: string, body: string, before: Carried): Carried {
  const verbless = !startsWithVerb(body);
  const strives = verbless && before.hardness === 'strive';
  return {
    hardness: hardnessOf(text, strives ? 'strive' : undefined),
    verb: sharedVerb(body) ?? (verbless ? verbBefore(body, before) : ''),
    mentioned: mentionedVerb(body),
  };
}

const verbBefore = (body: string, before: Carried): string =>
  /^(?:即|包括)/u.test(body) ? before.verb || before.mentioned : before.verb;

function openingOf(own: readonly FoundDate[], before: readonly FoundDate[]): readonly FoundDate[] {
  const [first] = own;
  const opens = first && first.start <= OPENS_WITHIN && first.meaning.sort !== 'recurring';
  return opens && before.length === 0 ? [first] : before;
}

/** 强化配套、破解瓶颈、抓实保障: announces the points to come. */
function isVerbList(rule: string, text: string): boolean {
  const parts = text.split('、');
  const short = parts.length >= 3 && parts.every((part) => part.length <= 12);
  return rule === 'keep.verb-list' && short && !/\d/u.test(text);
}
