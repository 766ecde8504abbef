import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { PromiseKind } from '../base/promise.ts';
import { Draft } from './draft.ts';

/** Decision of the office about a draft, or about a change in a newer version of the plan. */
export const DraftDecision = z.enum(['open', 'accepted', 'dropped']);
export type DraftDecision = z.infer<typeof DraftDecision>;

/** Decisions in Chinese. */
export const decisionName: Readonly<Record<DraftDecision, string>> = {
  open: '待定',
  accepted: '采纳',
  dropped: '不采纳',
};

/** A draft under review, with the changes made by the office. */
export const ReviewDraft = z.object({
  id: z.string(),
  park: z.string(),
  /** Name of the upload it was read from. */
  review: z.string(),
  draft: Draft,
  decision: DraftDecision,
});
export type ReviewDraft = Readonly<z.infer<typeof ReviewDraft>>;

/** How a newer version of the plan differs from a registered task. */
const Amended = z.object({
  id: z.string(),
  title: z.string(),
  /** Names of the fields that differ: `due`, `quote`, … */
  fields: z.array(z.string()).readonly(),
  quote: z.string(),
  due: z.string().nullable(),
});
export type Amended = Readonly<z.infer<typeof Amended>>;

/** An uploaded plan whose drafts are reviewed before they are registered. */
export const Review = z.object({
  /** Numbered within the year, `2022-3`, so that two concurrent uploads conflict. */
  id: z.string(),
  /** Name of the upload; empty if it is the id. */
  upload: z.string().default(''),
  park: z.string(),
  year: z.int(),
  title: z.string(),
  /** File name of the upload. */
  file: z.string(),
  text: z.string(),
  areas: z.array(z.string()).readonly(),
  state: z.enum(['open', 'publishing', 'published', 'dropped']),
  /** Whether the tasks are already assigned, so that no handover notices are sent. */
  inHand: z.boolean(),
  /** Number of registered tasks that the plan leaves unchanged. */
  unchanged: z.int().nonnegative(),
  /** Registered tasks that the plan changes. */
  amended: z.array(Amended).readonly(),
  /** Registered tasks that the plan no longer contains. */
  gone: z.array(z.object({ id: z.string(), title: z.string() })).readonly(),
});
export type Review = Readonly<z.infer<typeof Review>>;

/** Name of the upload of a review; its drafts carry the same name. */
export const uploadNameOf = ({ id, upload }: Pick<Review, 'id' | 'upload'>): string => upload || id;

/** Whether the review blocks other reviews of its year. */
export const isUnderWay = ({ state }: Pick<Review, 'state'>): boolean =>
  state === 'open' || state === 'publishing';

/** Review states in Chinese. */
export const reviewStateName: Readonly<Record<Review['state'], string>> = {
  open: '核对中',
  publishing: '正在发布',
  published: '已发布',
  dropped: '已放弃',
};

/** Views of the drafts, in the order an office works through them. */
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

/** Views in Chinese. */
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

/** Whether `draft` is shown in `view` of `area`; null for all areas. */
export const isInView = (draft: Shown, view: DraftView, area: number | null): boolean =>
  views[view](draft) && (area === null || draft.draft.area === area);

/** The initial view: questions first, then open drafts. */
export const firstView = (drafts: readonly Shown[]): DraftView =>
  (['questions', 'units', 'open'] as const).find((view) =>
    drafts.some((draft) => isInView(draft, view, null)),
  ) ?? 'all';

/** Changes to a draft; omitted fields stay as they are. */
export type Amendment = {
  readonly decision?: DraftDecision | undefined;
  readonly title?: string | undefined;
  readonly kind?: PromiseKind | undefined;
  readonly unit?: string | undefined;
  readonly due?: Temporal.PlainDate | undefined;
};

/** The office may only set dates that the plan leaves open. */
export const mayBeDated = ({ kind, duePrecision }: Draft): boolean =>
  kind !== 'standing' && duePrecision !== 'explicit';

/** Input for validating an amendment. */
type Ground = {
  /** Year of the plan. */
  readonly year: number;
  /** Whether a unit has an owner who can be notified. */
  readonly hasOwner: (unit: string) => boolean;
};

/** Applies `amendment` to `before`, or returns why it cannot be applied, in Chinese. */
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
 * A continuing duty has no deadline but keeps the date that was read, so that a wrong choice of
 * kind can be undone. Other kinds without a date are assumed to be due at year end.
 */
function ofKind(draft: Draft, kind: PromiseKind, year: number): Draft {
  if (kind === 'standing' || draft.due !== null) return { ...draft, kind };
  return { ...draft, kind, due: `${year}-12-31`, duePrecision: 'assumed-year-end' };
}

const whyUndated = ({ kind, due }: Draft): string =>
  kind === 'standing' ? '长期事项没有期限' : `计划写明了期限 ${due}，不能改`;

/** Why nobody could be notified about the task of `draft`; undefined if somebody could. */
function unacceptable({ owners: [unit] }: Draft, hasOwner: Ground['hasOwner']): string | undefined {
  if (unit === undefined) return '没有责任单位';
  return hasOwner(unit) ? undefined : `${unit}没有责任人`;
}
