import { findDates, type FoundDate } from './dates.ts';
import { finish, type Unnumbered } from './finish.ts';
import { kindOf } from './kind.ts';
import { owed } from './metric.ts';
import { looksLikeHeading, type Mood, moodOf, outline, type Unit } from './outline.ts';
import { charge, type Charge, ownersAt } from './ownership.ts';
import { NOBODY, type Owners } from './owner-phrases.ts';
import { type Owned, readUnit } from './read-unit.ts';
import type { Passed } from './statement.ts';
import { startsWithVerb } from './verbs.ts';
import { placeOf, type View } from './view.ts';

export type ProseReading = {
  readonly drafts: readonly Unnumbered[];
  readonly passed: readonly Passed[];
};

/** Reads running text, numbered or not, into drafts. */
export function readProse(view: View, text: string, planYear: number): ProseReading {
  const { units, charges } = charge(text, outline(view));
  const drafts: Unnumbered[] = [];
  const passed: Passed[] = [];
  let moods: readonly (Mood | undefined)[] = [];
  let headDates: readonly FoundDate[] = [];
  units.forEach((unit, index) => {
    if (unit.view.text === '') return;
    const next = units.slice(index + 1).find(({ view: following }) => following.text !== '');
    const heading = isHeadingUnit(unit, next, planYear);
    if (unit.style !== undefined || heading) {
      moods = moodsAfter(moods, unit, heading);
      headDates = heading ? labelDates(unit.view.text, planYear) : unit.depth === 0 ? [] : headDates;
    }
    if (heading) {
      passed.push({ view: unit.view, rule: 'skip.heading' });
      return;
    }
    const reading = readUnit(unit.view, {
      planYear,
      mood: moods.findLast((mood) => mood !== undefined),
      dates: headDates,
      headsOthers: next !== undefined && next.depth > unit.depth,
      numbered: unit.style !== undefined,
    });
    passed.push(...reading.passed);
    for (const statement of reading.statements) {
      drafts.push(finish(statement, { planYear, area: unit.area, owners: ownersOf(statement, charges) }));
    }
  });
  return { drafts, passed };
}

/** A heading says which way everything below it looks. */
function moodsAfter(moods: readonly (Mood | undefined)[], unit: Unit, heading: boolean): readonly (Mood | undefined)[] {
  const [title = ''] = unit.view.text.split(/[。：]/u);
  const heads = heading || title.length + 1 < unit.view.text.length;
  const mood = heads && title.length <= 24 ? moodOf(title) : undefined;
  const depth = unit.style === undefined ? 0 : unit.depth + 1;
  const above = Array.from({ length: depth }, (_, index) => moods[index]);
  return [...above, mood];
}

const LONGEST_DATED_HEADING = 14;

const labelDates = (heading: string, planYear: number): readonly FoundDate[] =>
  heading.length > LONGEST_DATED_HEADING
    ? []
    : findDates(heading, planYear).filter(({ meaning }) => meaning.sort === 'explicit');

/** A line of its own without a full stop that has something below it, or the document's title. */
function isHeadingUnit(unit: Unit, next: Unit | undefined, planYear: number): boolean {
  const { text } = unit.view;
  if (!unit.opensParagraph || !looksLikeHeading(text) || /[。；！]$/u.test(text)) return false;
  if (unit.style === undefined) return !/：$/u.test(text) && !isPromise(text, planYear);
  return next !== undefined && (next.depth > unit.depth || (next.style === undefined && next.opensParagraph));
}

/** 新建学校3所, 6月底前完工: an unnumbered line that owes something heads nothing. */
const isPromise = (text: string, planYear: number): boolean =>
  !/(?:表|计划|方案|要点|安排|通知|清单|意见|报告|总结|思路|打算)(?:（[^）]*）)?$/u.test(text) &&
  (owed(text).length > 0 ||
    findDates(text, planYear).some(({ meaning }) => meaning.sort === 'explicit') ||
    (startsWithVerb(text) && kindOf({ text, clause: text, measured: undefined, recurring: false, dated: false }).id === 'kind.done-verb'));

/** The bracket or line that covers a promise, else the subject of its sentence. */
function ownersOf(statement: Owned, charges: readonly Charge[]): Owners {
  const charged = ownersAt(charges, placeOf(statement.view).start);
  return charged ?? (statement.subject.owners.length > 0 ? statement.subject : NOBODY);
}
