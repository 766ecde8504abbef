import { type Owned, readUnit } from './clauses/read-unit.ts';
import type { Passed } from './clauses/statement.ts';
import type { FoundDate } from './dates/find-dates.ts';
import { finish, type Unnumbered } from './drafts/draft-of.ts';
import { isHeadingUnit, labelDates } from './heading-units.ts';
import { type Charges, chargeAt } from './owners/charges.ts';
import type { Owners } from './owners/owner-phrases.ts';
import { chargeUnits } from './owners/ownership.ts';
import { type MappedText, placeOf } from './text/mapped-text.ts';
import { type Mood, moodOf, outline, type Unit } from './text/outline.ts';

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
export function readProse(view: MappedText, text: string, planYear: number): ProseReading {
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

/** The deadlines next to the owners of this part, else those of the heading above. */
function datesAbove(unit: Unit, state: State, charges: Scene['charges']): readonly FoundDate[] {
  const charged = chargeAt(charges, placeOf(unit.view).start)?.dates ?? [];
  return charged.length > 0 ? charged : state.headDates;
}

/** A heading sets the mood of everything below it. */
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

/** Owners from the bracket or line that covers a promise, else the subject of its sentence. */
function ownersOf(statement: Owned, charges: Charges): Owners {
  const charged = chargeAt(charges, placeOf(statement.view).start);
  const named = charged && charged.owners.length + charged.support.length > 0;
  return named ? charged : statement.subject;
}
