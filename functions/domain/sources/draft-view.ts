import { z } from 'zod';
import { mayBeDated } from './amendment.ts';
import type { ReviewDraft } from './review.ts';

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

type DraftInReview = Pick<ReviewDraft, 'draft' | 'decision'>;

const views: Readonly<Record<DraftView, (draft: DraftInReview) => boolean>> = {
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
export const isInView = (draft: DraftInReview, view: DraftView, area: number | null): boolean =>
  views[view](draft) && (area === null || draft.draft.area === area);

/** The initial view: questions first, then open drafts. */
export const firstView = (drafts: readonly DraftInReview[]): DraftView =>
  (['questions', 'units', 'open'] as const).find((view) =>
    drafts.some((draft) => isInView(draft, view, null)),
  ) ?? 'all';
