import { z } from 'zod';
import { SourceId } from '../../domain/base/ids.ts';
import { Draft } from '../../domain/sources/draft.ts';
import { DraftView, isInView } from '../../domain/sources/draft-view.ts';
import { DraftDecision, Review, ReviewDraft, sourceOfReview } from '../../domain/sources/review.ts';
import type { Versioned } from '../../flows/ports.ts';
import type { ReviewRead } from '../../flows/sources/review.ts';
import { FileBody } from '../api/file-schemas.ts';
import { pageEnds } from '../api/paging.ts';
import { LONGEST_PASTE } from '../http/uploads.ts';
import { AmendmentForm } from './query.ts';
import { aboutSource } from './upload-schema.ts';

const PlanBody = Review.pick({
  id: true,
  year: true,
  title: true,
  file: true,
  state: true,
  unchanged: true,
  kind: true,
  documentNumber: true,
  from: true,
}).extend({
  version: z.int(),
  date: z.iso.date().nullable().describe('文件日期'),
  source: SourceId.describe('来源的编号'),
});

export const Plans = z.object({ plans: z.array(PlanBody) });

const Counts = z.object(
  Object.fromEntries(DraftView.options.map((view) => [view, z.int()])) as Record<
    DraftView,
    z.ZodInt
  >,
);

export const OnePlan = PlanBody.extend({
  ...Review.pick({ areas: true, amended: true, gone: true }).shape,
  counts: Counts.describe('每一类草稿的条数'),
});

/** A review as the list of the API shows it. */
export const planBody = ({ value, version }: Versioned<Review>): z.infer<typeof PlanBody> =>
  PlanBody.parse({ ...value, ...sourceFacts(value), version });

const sourceFacts = (review: Review): Pick<z.infer<typeof PlanBody>, 'date' | 'source'> => ({
  date: review.date?.toString() ?? null,
  source: sourceOfReview(review),
});

/** A review with how its drafts stand. */
export const onePlan = ({ kept, drafts }: ReviewRead): z.infer<typeof OnePlan> =>
  OnePlan.parse({
    ...kept.value,
    ...sourceFacts(kept.value),
    version: kept.version,
    counts: Object.fromEntries(
      DraftView.options.map((view) => [
        view,
        drafts.filter(({ value }) => isInView(value, view, null)).length,
      ]),
    ),
  });

/** What is uploaded: a file, or a text that was pasted. */
export const PlanFile = z
  .object({
    file: FileBody.shape.file.optional(),
    content: FileBody.shape.content.optional(),
    text: z.string().max(LONGEST_PASTE).optional().describe('粘贴的文字，代替 file 和 content'),
    ...aboutSource,
  })
  .refine(
    ({ file, content, text }) =>
      text === undefined
        ? file !== undefined && content !== undefined
        : file === undefined && content === undefined,
    '请给 file 和 content，或只给 text',
  );

/** A draft with its decision. */
export const DraftBody = Draft.extend({
  draft: z.string().describe('草稿的编号'),
  decision: DraftDecision,
  alike: ReviewDraft.shape.alike.unwrap().describe('相近的已登记事项，先答是不是同一件'),
  alikeIs: ReviewDraft.shape.alikeIs.unwrap(),
  note: z.string().describe('为什么不采纳，如并入了哪一条；没有则为空'),
  version: z.int(),
});

export const DraftsBody = z.object({ drafts: z.array(DraftBody), ...pageEnds });

/** A draft as the API shows it. */
export const draftBody = ({
  value,
  version,
}: ReviewRead['drafts'][number]): z.infer<typeof DraftBody> =>
  DraftBody.parse({ ...value, ...value.draft, draft: value.id, note: value.note ?? '', version });

/** Drafts that were seen, and what is to become of them. */
export const AmendDrafts = AmendmentForm.extend({
  drafts: z
    .array(z.object({ draft: z.string(), version: z.int() }))
    .min(1)
    .max(1000)
    .describe('读到的草稿和版本；别人改过的不动'),
});

export const AmendedBody = z.object({
  amended: z.int(),
  left: z.array(z.object({ id: z.string(), title: z.string(), why: z.string() })),
});

export const PublishPlan = z.object({
  inHand: z.boolean().default(false).describe('已在推进，不另行交办'),
});

export const PublishedBody = z.object({
  registered: z.int().describe('已登记的项数'),
  left: z.int().describe('还没有登记的项数；大于 0 时再调用一次'),
});

export const UndonePlan = z.object({
  takenBack: z.int().describe('退出清单的项数'),
  left: z.array(
    z.object({ id: z.string(), title: z.string(), why: z.string().describe('没有撤回的原因') }),
  ),
});
