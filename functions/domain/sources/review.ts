import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { PromiseKind } from '../base/promise.ts';
import { Draft } from './draft.ts';

/** What the office made of a draft, or of what a plan read anew says otherwise. */
export const Decision = z.enum(['open', 'accepted', 'dropped']);
export type Decision = z.infer<typeof Decision>;

/** The decisions as people read them. */
export const decisionName: Readonly<Record<Decision, string>> = {
  open: '待定',
  accepted: '采纳',
  dropped: '不采纳',
};

/** One draft of a plan under review, as the office has amended it. */
export const ReviewDraft = z.object({
  id: z.string(),
  park: z.string(),
  /** Name of the upload that it was read from. */
  review: z.string(),
  draft: Draft,
  decision: Decision,
});
export type ReviewDraft = Readonly<z.infer<typeof ReviewDraft>>;

/** What a plan that is read anew says otherwise of a task that is registered. */
const Amended = z.object({
  id: z.string(),
  title: z.string(),
  /** Which of its facts differ: `due`, `quote`, … */
  fields: z.array(z.string()).readonly(),
  quote: z.string(),
  due: z.string().nullable(),
});
export type Amended = Readonly<z.infer<typeof Amended>>;

/** A plan that was uploaded and is looked through before anything of it is registered. */
export const Review = z.object({
  /** Numbered within its year, `2022-3`, so that two that are begun at once are one and the same. */
  id: z.string(),
  /** Name of the upload that it came as; empty where that is its id. */
  upload: z.string().default(''),
  park: z.string(),
  year: z.int(),
  title: z.string(),
  /** Name of the file that it came as. */
  file: z.string(),
  text: z.string(),
  areas: z.array(z.string()).readonly(),
  state: z.enum(['open', 'publishing', 'published', 'dropped']),
  /** Whether what is published is in hand already, so that nobody is told of a handing over. */
  inHand: z.boolean(),
  /** Of the promises that are registered already: how many stand unchanged, … */
  unchanged: z.int().nonnegative(),
  /** … which it says otherwise, … */
  amended: z.array(Amended).readonly(),
  /** … and those that it does not have any more. */
  gone: z.array(z.object({ id: z.string(), title: z.string() })).readonly(),
});
export type Review = Readonly<z.infer<typeof Review>>;

/** The name of the upload that a review came as, which its drafts carry. */
export const uploadNameOf = ({ id, upload }: Pick<Review, 'id' | 'upload'>): string => upload || id;

/** Whether nobody can begin another review of its year. */
export const isUnderWay = ({ state }: Pick<Review, 'state'>): boolean =>
  state === 'open' || state === 'publishing';

/** The states of a review as people read them. */
export const reviewStateName: Readonly<Record<Review['state'], string>> = {
  open: '核对中',
  publishing: '正在发布',
  published: '已发布',
  dropped: '已放弃',
};

/** The ways to look at drafts, in the order that an office goes through them. */
export const DraftView = z.enum([
  'questions',
  'units',
  'dates',
  'open',
  'accepted',
  'dropped',
  'all',
]);
export type DraftView = z.infer<typeof DraftView>;

/** The views as people read them. */
export const draftViewName: Readonly<Record<DraftView, string>> = {
  questions: '有疑问',
  units: '没有单位',
  dates: '期限待定',
  open: '待定',
  accepted: '已采纳',
  dropped: '不采纳',
  all: '全部',
};

type Shown = Pick<ReviewDraft, 'draft' | 'decision'>;

const views: Readonly<Record<DraftView, (draft: Shown) => boolean>> = {
  questions: ({ draft, decision }) => decision === 'open' && draft.questions.length > 0,
  units: ({ draft, decision }) => decision === 'open' && draft.owners.length === 0,
  dates: ({ draft, decision }) =>
    decision !== 'dropped' && mayBeDated(draft) && draft.duePrecision !== 'set',
  open: ({ decision }) => decision === 'open',
  accepted: ({ decision }) => decision === 'accepted',
  dropped: ({ decision }) => decision === 'dropped',
  all: () => true,
};

/** Whether `draft` is to be looked at in `view` of `area`; null for all areas. */
export const isInView = (draft: Shown, view: DraftView, area: number | null): boolean =>
  views[view](draft) && (area === null || draft.draft.area === area);

/** Where an office that opens a review begins: questions first, then whatever is still open. */
export const firstView = (drafts: readonly Shown[]): DraftView =>
  (['questions', 'units', 'open'] as const).find((view) =>
    drafts.some((draft) => isInView(draft, view, null)),
  ) ?? 'all';

/** What is to become of a draft; what it does not name stays. */
export type Amendment = {
  readonly decision?: Decision | undefined;
  readonly title?: string | undefined;
  readonly kind?: PromiseKind | undefined;
  readonly unit?: string | undefined;
  readonly due?: Temporal.PlainDate | undefined;
};

/** The office sets what the plan leaves open, and nothing else. */
export const mayBeDated = ({ kind, duePrecision }: Draft): boolean =>
  kind !== 'standing' && duePrecision !== 'explicit';

/** What an amendment goes by. */
type Ground = {
  /** Year of the plan. */
  readonly year: number;
  /** Whether a unit has somebody who is told. */
  readonly hasOwner: (unit: string) => boolean;
};

/** `before` as `amendment` makes it, or why it cannot be, in words for the office. */
export function amended(
  before: ReviewDraft,
  amendment: Amendment,
  { year, hasOwner }: Ground,
): ReviewDraft | { readonly refusal: string } {
  const draft = redrafted(before.draft, amendment, year);
  if ('refusal' in draft) return draft;
  const decision = amendment.decision ?? before.decision;
  const refusal = decision === 'accepted' ? unacceptable(draft, hasOwner) : undefined;
  return refusal === undefined ? { ...before, draft, decision } : { refusal };
}

function redrafted(
  before: Draft,
  { kind = before.kind, title = before.title, unit, due }: Amendment,
  year: number,
): Draft | { readonly refusal: string } {
  const kept = kind === before.kind ? before : ofKind(before, kind, year);
  if (due !== undefined && !mayBeDated(kept)) return { refusal: whyUndated(kept) };
  const owners = unit === undefined ? kept.owners : [unit];
  if (due === undefined) return { ...kept, title, owners };
  return { ...kept, title, owners, due: due.toString(), duePrecision: 'set' };
}

/**
 * A standing duty has no deadline, but keeps what was read, so that a slip can be taken back; anything
 * else that has none is assumed to be due at year's end.
 */
function ofKind(draft: Draft, kind: PromiseKind, year: number): Draft {
  if (kind === 'standing' || draft.due !== null) return { ...draft, kind };
  return { ...draft, kind, due: `${year}-12-31`, duePrecision: 'assumed-year-end' };
}

const whyUndated = ({ kind, due }: Draft): string =>
  kind === 'standing' ? '长期事项没有期限' : `计划写明了期限 ${due}，不能改`;

/** Why nobody could be told of a task that `draft` became; undefined where somebody could. */
function unacceptable({ owners: [unit] }: Draft, hasOwner: Ground['hasOwner']): string | undefined {
  if (unit === undefined) return '没有责任单位';
  return hasOwner(unit) ? undefined : `${unit}没有责任人`;
}
