import { z } from 'zod';
import { Day, Label, Title } from '../../domain/base/parsing.ts';
import { PromiseKind } from '../../domain/base/promise.ts';
import type { Amendment } from '../../domain/sources/amendment.ts';
import { DraftView, firstView, isInView } from '../../domain/sources/draft-view.ts';
import { Alikeness, DraftDecision, type Review } from '../../domain/sources/review.ts';
import type { Meant } from '../../flows/sources/amend-drafts.ts';
import type { ReviewRead } from '../../flows/sources/review.ts';
import { loose } from '../http/query.ts';

/** Drafts that one page shows. */
export const DRAFTS_A_PAGE = 20;

/** Which drafts of a review an address names. */
export type DraftListView = {
  readonly view: DraftView;
  /** Null for all areas. */
  readonly area: number | null;
  /** From 1. */
  readonly page: number;
  /** Whether what was passed over is shown in place of drafts. */
  readonly isPassed: boolean;
};

const Query = z.object({
  view: loose(DraftView),
  area: loose(z.coerce.number().int().min(0).max(99)),
  page: loose(z.coerce.number().int().min(1).max(1000)),
  text: loose(z.coerce.number().int().min(1).max(1000)),
});

/** The view of what was passed over, as addresses spell it. */
const PASSED = 'passed';

/** What the query of an address names; without a view, that with which an office begins. */
export function draftPageOf(
  query: Readonly<Record<string, string>>,
  { drafts }: ReviewRead,
): DraftListView {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
  const { view, area, page } = Query.parse(given);
  return {
    view: view ?? firstView(drafts.map(({ value }) => value)),
    area: area ?? null,
    page: page ?? 1,
    isPassed: query['view'] === PASSED,
  };
}

/** The part of the text that an address names; undefined where it names none. */
export const textPartOf = (query: Readonly<Record<string, string>>): number | undefined =>
  Query.parse(query).text;

/** The address of a page of drafts. */
export function draftAddress(
  { id }: Pick<Review, 'id'>,
  { view, area, page, isPassed }: DraftListView,
): string {
  const query = new URLSearchParams({ view: isPassed ? PASSED : view });
  if (area !== null) query.set('area', String(area));
  if (page > 1) query.set('page', String(page));
  return `/plans/${id}?${query.toString()}`;
}

/** The address of a page of drafts with a part of the text next to it. */
export const listAddress = (review: Pick<Review, 'id'>, at: DraftListView, text: number): string =>
  `${draftAddress(review, at)}&text=${text}`;

/** Where the forms go that make drafts of words. */
export const cutAddress = (review: Pick<Review, 'id'>, at: DraftListView): string =>
  draftAddress(review, at).replace('?', '/cut?');

/** The page of all drafts that has the draft called `id`; undefined where there is none. */
export function pageOfDraft({ drafts }: ReviewRead, id: string): number | undefined {
  const index = drafts.findIndex(({ value }) => value.draft.id === id);
  return index < 0 ? undefined : 1 + Math.floor(index / DRAFTS_A_PAGE);
}

/** Where an office goes on after it worked on `at`: there, or where it begins once nothing is left. */
export const nextPage = (at: DraftListView, read: ReviewRead): DraftListView =>
  read.drafts.some(({ value }) => isInView(value, at.view, at.area))
    ? { ...at, page: 1 }
    : draftPageOf({}, read);

/** A field that was left empty says nothing. */
const unlessEmpty = <Schema extends z.ZodType>(
  schema: Schema,
): z.ZodPreprocess<z.ZodOptional<Schema>> =>
  z.preprocess((text) => (text === '' ? undefined : text), schema.optional());

/** What the forms of drafts say. */
export const AmendmentForm = z.object({
  decision: unlessEmpty(DraftDecision),
  title: unlessEmpty(Title),
  kind: unlessEmpty(PromiseKind),
  unit: unlessEmpty(Label),
  due: unlessEmpty(
    Day.refine(({ year }) => year >= FIRST_YEAR && year <= LAST_YEAR, '年份不对，请核对'),
  ),
  alikeIs: unlessEmpty(Alikeness.describe('是不是与它相近的那一项：同一件，或不是')),
});

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** What people call the fields. */
export const amendmentNames: Readonly<Record<string, string>> = {
  decision: '决定',
  title: '事项',
  kind: '类型',
  unit: '责任单位',
  due: '期限',
  alikeIs: '是不是同一件',
};

/** Whether a form says anything at all. */
export const saysSomething = (amendment: Amendment): boolean =>
  Object.values(amendment).some((value) => value !== undefined);

/** Which drafts a form means: those that are ticked, all of its page, or all of its view. */
export function meantBy(
  fields: Readonly<Record<string, readonly string[]>>,
  { view, area }: DraftListView,
): Meant {
  const [scope] = fields['scope'] ?? [];
  if (scope === 'view') return { view, area };
  const marks = fields[scope === 'page' ? 'shown' : 'draft'] ?? [];
  return { seen: new Map(marks.flatMap((mark) => seenIn(mark))) };
}

/** `2022-ab.p22-001@3`: the draft and the version of it that was shown. */
function seenIn(mark: string): readonly (readonly [string, number])[] {
  const [, id, version] = /^(.+)@(\d{1,9})$/.exec(mark) ?? [];
  return id === undefined ? [] : [[id, Number(version)]];
}
