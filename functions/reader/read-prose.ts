import { opensWithDeed } from './clauses/kind.ts';
import { type Owned, readUnit } from './clauses/read-unit.ts';
import type { Passed } from './clauses/statement.ts';
import { namesDay } from './dates/date-meaning.ts';
import { type FoundDate, findDates } from './dates/find-dates.ts';
import { finish, type Unnumbered } from './drafts/draft-of.ts';
import type { Owners } from './owners/owner-phrases.ts';
import { type Charges, chargeAt } from './owners/owner-reach.ts';
import { chargeUnits } from './owners/ownership.ts';
import { owed } from './quantities/metric.ts';
import { placeOf, type View } from './text/mapped-text.ts';
import { looksLikeHeading, type Mood, moodOf, outline, type Unit } from './text/outline.ts';

export type ProseReading = {
  readonly drafts: readonly Unnumbered[];
  readonly passed: readonly Passed[];
};

type State = {
  readonly drafts: Unnumbered[];
  readonly passed: Passed[];
  moods: readonly (Mood | undefined)[];
  /** Dates of the heading above: 二季度. */
  headDates: readonly FoundDate[];
};

type Scene = {
  readonly next: Unit | undefined;
  readonly charges: Charges;
  readonly planYear: number;
};

/** Reads running text, numbered or not, into drafts. */
export function readProse(view: View, text: string, planYear: number): ProseReading {
  const { units, charges } = chargeUnits(text, outline(view), planYear);
  const filled = units.filter((unit) => unit.view.text !== '');
  const state: State = { drafts: [], passed: [], moods: [], headDates: [] };
  for (const [index, unit] of filled.entries()) {
    const scene = { next: filled[index + 1], charges, planYear };
    if (isHeadingUnit(unit, scene.next, planYear)) enterHeading(unit, state, planYear);
    else readPoint(unit, state, scene);
  }
  return state;
}

function enterHeading(unit: Unit, state: State, planYear: number): void {
  state.moods = moodsAfter(state.moods, unit, true);
  state.headDates = labelDates(unit.view.text, planYear);
  state.passed.push({ view: unit.view, rule: 'skip.heading' });
}

function readPoint(unit: Unit, state: State, { next, charges, planYear }: Scene): void {
  if (unit.style !== undefined) {
    state.moods = moodsAfter(state.moods, unit, false);
    if (unit.depth === 0) state.headDates = [];
  }
  const reading = readUnit(unit.view, {
    planYear,
    mood: state.moods.findLast((mood) => mood !== undefined),
    dates: datesAbove(unit, state, charges),
    headsOthers: next !== undefined && next.depth > unit.depth,
    numbered: unit.style !== undefined,
  });
  for (const one of reading.passed) state.passed.push(one);
  const { area } = unit;
  for (const statement of reading.statements) {
    state.drafts.push(finish(statement, { planYear, area, owners: ownersOf(statement, charges) }));
  }
}

/** The dates that whoever is charged with this part was given, else those of the heading above. */
function datesAbove(unit: Unit, state: State, charges: Scene['charges']): readonly FoundDate[] {
  const charged = chargeAt(charges, placeOf(unit.view).start)?.dates ?? [];
  return charged.length > 0 ? charged : state.headDates;
}

/** A heading says which way everything below it looks. */
function moodsAfter(
  moods: readonly (Mood | undefined)[],
  unit: Unit,
  heading: boolean,
): readonly (Mood | undefined)[] {
  const [title = ''] = unit.view.text.split(/[。：]/u);
  const heads = heading || title.length + 1 < unit.view.text.length;
  const mood = heads && title.length <= 24 ? moodOf(title) : undefined;
  const depth = unit.style === undefined ? 0 : unit.depth + 1;
  const above = Array.from({ length: depth }, (_, index) => moods[index]);
  return [...above, mood];
}

/** 二季度, 上半年目标: nothing but a time and a word for what is due in it. */
function labelDates(heading: string, planYear: number): readonly FoundDate[] {
  const dates = findDates(heading, planYear).filter(({ meaning }) => namesDay(meaning));
  const [date] = dates;
  if (!date) return [];
  const rest = heading.slice(0, date.start) + heading.slice(date.end);
  return /^(?:重点|主要)?(?:目标|任务|工作任务|节点|计划)?[：。]?$/u.test(rest) ? dates : [];
}

/** A line of its own without a full stop that has something below it, or the document's title. */
function isHeadingUnit(unit: Unit, next: Unit | undefined, planYear: number): boolean {
  const { text } = unit.view;
  if (unit.style !== undefined) return next !== undefined && isBelow(next, unit) && opensPart(unit);
  if (text.length <= LONGEST_TITLE && TITLE.test(text)) return true;
  return opensPart(unit) && !text.endsWith('：') && !isPromise(text, planYear);
}

const opensPart = ({ opensParagraph, view }: Unit): boolean =>
  opensParagraph && looksLikeHeading(view.text);

const isBelow = (next: Unit, unit: Unit): boolean =>
  next.depth > unit.depth || (next.style === undefined && next.opensParagraph);

/** Titles of notices name the paper they send out, and run long. */
const LONGEST_TITLE = 80;

const TITLE = /(?:表|计划|方案|要点|安排|通知|清单|意见|报告|总结|思路|打算)(?:（[^）]*）)?$/u;

/** （2026年2月27日）: when the paper was given out, on a line of its own. */
const DAY_OF_ISSUE = /^（?\d{4}年\d{1,2}月\d{1,2}日）?$/u;

/** 新建学校3所, 6月底前完工: an unnumbered line that owes something heads nothing. */
function isPromise(text: string, planYear: number): boolean {
  if (TITLE.test(text) || DAY_OF_ISSUE.test(text)) return false;
  const dated = findDates(text, planYear).some(({ meaning }) => namesDay(meaning));
  return dated || owed(text).length > 0 || opensWithDeed(text);
}

/** The bracket or line that covers a promise, else the subject of its sentence. */
function ownersOf(statement: Owned, charges: Charges): Owners {
  const charged = chargeAt(charges, placeOf(statement.view).start);
  const named = charged && charged.owners.length + charged.support.length > 0;
  return named ? charged : statement.subject;
}
