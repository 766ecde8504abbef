import { z } from 'zod';
import { PostId, ReviewId, SourceId, TaskId } from '../base/ids.ts';
import { Day, OneLine } from '../base/parsing.ts';
import { Metric } from '../base/promise.ts';
import { Draft } from './draft.ts';
import { Source } from './source.ts';
import { SourceAnswer } from './source-answer.ts';
import { planCode } from './source-code.ts';
import { SourceKind } from './source-kind.ts';

/** Decision of the office about a draft, or about a change in a newer version of the plan. */
export const DraftDecision = z.enum(['open', 'accepted', 'dropped']);
export type DraftDecision = z.infer<typeof DraftDecision>;

/** Decisions in Chinese. */
export const decisionName: Readonly<Record<DraftDecision, string>> = {
  open: '待定',
  accepted: '采纳',
  dropped: '不采纳',
};

/** Whether a draft is the same as a task it is alike: then with the task's date, or with its own. */
export const Alikeness = z.enum(['same', 'sameNewDate', 'other']);
export type Alikeness = z.infer<typeof Alikeness>;

/** Answers in Chinese. */
export const alikenessName: Readonly<Record<Alikeness, string>> = {
  same: '是同一件，期限不变',
  sameNewDate: '是同一件，期限改为这一份的',
  other: '不是同一件',
};

/** A draft under review, with the changes made by the office. */
export const ReviewDraft = z.object({
  id: z.string(),
  park: z.string(),
  /** Name of the upload it was read from. */
  review: z.string(),
  draft: Draft,
  decision: DraftDecision,
  /** The registered task of another source that it is much like; null for none. */
  alike: TaskId.nullable().default(null),
  /** Whether it is that task; null until the office says. */
  alikeIs: Alikeness.nullable().default(null),
  /** Place among the drafts of its review; absent where it is that of the quote. */
  order: z.number().exactOptional(),
  /** Why it was dropped, if a move dropped it: 并入 p22-004. */
  note: OneLine.exactOptional(),
});
export type ReviewDraft = Readonly<z.infer<typeof ReviewDraft>>;

/** The task that a draft is added to, instead of being registered; null for none. */
export const joinsOf = ({
  alike,
  alikeIs,
}: Pick<ReviewDraft, 'alike' | 'alikeIs'>): TaskId | null =>
  alikeIs === 'same' || alikeIs === 'sameNewDate' ? alike : null;

/** How a newer version of the plan differs from a registered task. */
const Amended = z.object({
  id: z.string(),
  title: z.string(),
  /** Names of the fields that differ: `due`, `quote`, … */
  fields: z.array(z.string()).readonly(),
  /** Id of the task that it stands with; empty where that is its own. */
  task: z.string().default(''),
  quote: z.string(),
  due: z.string().nullable(),
  /** The title that was read now; empty in a review that is older than this. */
  newTitle: z.string().default(''),
  metric: Metric.nullable().default(null),
});
export type Amended = Readonly<z.infer<typeof Amended>>;

/** An uploaded document whose drafts are reviewed before they are registered. */
export const Review = z.object({
  /** Numbered within the year, `2022-3`, so that two concurrent uploads conflict. */
  id: ReviewId,
  /** Name of the upload; empty if it is the id. */
  upload: z.string().default(''),
  park: z.string(),
  year: z.int(),
  /** Code of the source; absent for the annual plan of the year. */
  source: SourceId.exactOptional(),
  kind: SourceKind.default('annualPlan'),
  title: z.string(),
  /** As in the source that it becomes. */
  documentNumber: OneLine.default(''),
  date: Day.nullable().default(null),
  from: OneLine.default(''),
  readers: z.array(PostId).readonly().nullable().default(null),
  answer: SourceAnswer.exactOptional(),
  /** File name of the upload. */
  file: z.string(),
  text: z.string(),
  areas: z.array(z.string()).readonly(),
  state: z.enum(['open', 'publishing', 'published', 'takingBack', 'dropped']),
  /** Whether the tasks are already assigned, so that no handover notices are sent. */
  inHand: z.boolean(),
  /** Number of registered tasks that the plan leaves unchanged. */
  unchanged: z.int().nonnegative(),
  /** Registered tasks that the plan changes. */
  amended: z.array(Amended).readonly(),
  /** Registered tasks that the plan no longer contains. */
  gone: z
    .array(z.object({ id: z.string(), title: z.string(), task: z.string().default('') }))
    .readonly(),
  /**
   * Its source as its publication found it, null where there was none; absent before it was begun to be
   * published.
   */
  sourceBefore: Source.nullable().exactOptional(),
  /** How often its publication was taken back; absent where it never was. */
  undone: z.int().positive().exactOptional(),
});
export type Review = Readonly<z.infer<typeof Review>>;

/** Name of the upload of a review; its drafts carry the same name. */
export const uploadNameOf = ({ id, upload }: Pick<Review, 'id' | 'upload'>): string => upload || id;

/** Code of the source that `review` is a version of. */
export const sourceOfReview = ({ source, year }: Pick<Review, 'source' | 'year'>): SourceId =>
  source ?? planCode(year);

/** Id that all that a review registers, and adds to tasks, is entered under. */
export const publicationId = ({ id }: Pick<Review, 'id'>): string => `publication/${id}`;

/** Whether the review blocks other reviews of its source. */
export const isUnderWay = ({ state }: Pick<Review, 'state'>): boolean =>
  state === 'open' || state === 'publishing' || state === 'takingBack';

/** Review states in Chinese. */
export const reviewStateName: Readonly<Record<Review['state'], string>> = {
  open: '核对中',
  publishing: '正在发布',
  published: '已发布',
  takingBack: '正在撤回',
  dropped: '已放弃',
};
