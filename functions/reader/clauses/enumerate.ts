import type { FoundDate } from '../dates/find-dates.ts';
import { findQuantities, listsNumbers } from '../quantities/find-quantities.ts';
import type { TextSpan } from '../text/mapped-text.ts';
import { outside } from '../text/sentences.ts';
import { splitConjunctions } from './conjunctions.ts';
import type { ListFacts } from './list-facts.ts';
import { isNamed } from './list-kinds.ts';
import { listRules } from './list-rules.ts';

export type Enumeration = {
  readonly rule: string;
  /** The elements in the text, in order; a single one if it is not a list of tasks. */
  readonly parts: readonly TextSpan[];
};

const ENDING = /[，。；！？、：（]+$/u;

/** Splits `text`, one clause, into separate tasks. */
export function enumerate(text: string, dates: readonly FoundDate[]): Enumeration {
  const end = text.length - (ENDING.exec(text)?.[0].length ?? 0);
  const whole = [{ start: 0, end }];
  const marks = listMarks(text.slice(0, end), dates);
  const parts = joinSizes(text, cutAt(marks, end));
  const rule = parts.length > 1 ? decide(text, parts, dates) : 'split.none';
  const chosen = parts.length > 1 && rule.startsWith('split.') ? paired(text, parts) : whole;
  const finer = chosen.flatMap((part, index) =>
    splitConjunctions(text, part, {
      first: part.start === 0,
      listed: index > 0 && index === chosen.length - 1 && isNamed(rule),
    }),
  );
  return {
    rule: finer.length > chosen.length && chosen.length === 1 ? 'split.conjunction' : rule,
    parts: finer,
  };
}

function decide(text: string, parts: readonly TextSpan[], dates: readonly FoundDate[]): string {
  const facts: ListFacts = {
    parts: parts.map(({ start, end }) => text.slice(start, end)),
    counted: parts.map(({ start, end }) => isCounted(text.slice(start, end))),
    dated: parts.map((part) => dates.some((date) => isInside(date, part))),
  };
  return listRules.find(({ holds }) => holds(facts))?.id ?? 'keep.unknown';
}

const isCounted = (part: string): boolean =>
  findQuantities(part).some(({ sort }) => sort === 'level' || sort === 'rate' || sort === 'rank');

const isInside = (inner: TextSpan, outer: TextSpan): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

/** A quoted list of numbers is split like an unquoted one. */
const QUOTE = /“[^“”]{8,}”/gu;

/** Positions of 、 that separate elements: not inside names and not between two dates. */
function listMarks(text: string, dates: readonly FoundDate[]): readonly number[] {
  const open = outside(
    text.replace(QUOTE, (quoted) => (listsNumbers(quoted) ? ` ${quoted.slice(1, -1)} ` : quoted)),
  );
  return [...text.matchAll(/、/gu)]
    .map((match) => match.index)
    .filter(
      (at) =>
        open[at] === true &&
        !ADVERBIAL_BEFORE.test(text.slice(Math.max(0, at - 6), at)) &&
        !betweenDates(text, at, dates),
    );
}

/** 集中力量、集中优势建设…: two adverbial phrases of one verb. */
const ADVERBIAL_BEFORE = /集中[\u4e00-\u9fff]{2}$/u;

const betweenDates = (text: string, at: number, dates: readonly FoundDate[]): boolean =>
  (dates.some((date) => date.end === at) && dates.some((date) => date.start === at + 1)) ||
  (/(?:\d|^)月?$/u.test(text.slice(Math.max(0, at - 2), at)) &&
    dates.some(
      (date) =>
        date.start === at + 1 && date.end < text.length && dates.some((other) => other.end === at),
    ));

const cutAt = (marks: readonly number[], end: number): readonly TextSpan[] =>
  [...marks, end].map((mark, index) => ({
    start: index === 0 ? 0 : (marks[index - 1] ?? 0) + 1,
    end: mark,
  }));

/** 东馆、西馆分别完成布展、验收: each name has one of the verbs, so only the names are elements. */
function paired(text: string, parts: readonly TextSpan[]): readonly TextSpan[] {
  const last = parts.findIndex(({ start, end }) => text.slice(start, end).includes('分别'));
  const [from, to] = [parts[last], parts.at(-1)];
  const deeds = parts.slice(last + 1).map(({ start, end }) => text.slice(start, end));
  if (last < 1 || deeds.length !== last || !from || !to || deeds.some(isCounted)) return parts;
  return [...parts.slice(0, last), { start: from.start, end: to.end }];
}

/** 外贸进出口12亿元、增长5%: the rate restates the number. */
const RATE_ALONE = /^(?:同比)?(?:增长|下降)[\d.]+%(?:以上|左右|以内)?$/u;

/** 改造3条、5.6公里: a second size without a noun belongs to the first. */
function joinSizes(text: string, parts: readonly TextSpan[]): readonly TextSpan[] {
  const joined: TextSpan[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (before && isBareSize(text.slice(part.start, part.end))) {
      joined[joined.length - 1] = { start: before.start, end: part.end };
    } else joined.push(part);
  }
  return joined;
}

function isBareSize(part: string): boolean {
  if (RATE_ALONE.test(part)) return true;
  const [first] = findQuantities(part);
  return first !== undefined && first.start === 0 && first.end === part.length;
}
