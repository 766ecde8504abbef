import type { JSX } from 'hono/jsx/jsx-runtime';
import { kindName } from '../../domain/base/promise.ts';
import { paragraphsOf } from '../../domain/sources/plan.ts';
import type { Review, ReviewDraft } from '../../domain/sources/review.ts';
import type { Versioned } from '../../flows/ports.ts';
import type { ReviewRead } from '../../flows/sources/review.ts';
import type { Frame } from '../http/frame.ts';
import { Page } from '../ui/page.tsx';
import { type NotTaken, NotYours, SimpleForm } from '../ui/simple-form.tsx';
import { draftFields } from './draft-fields.ts';
import { draftDecisionWords, draftDueWords, ParagraphOfSource } from './draft-list.tsx';
import { ReshapeForms } from './reshape-forms.tsx';

/** One draft: its sentence, what the reader asks, and what the office makes of it. */
export const DraftPage = ({
  frame,
  read,
  kept,
  units,
  mayAmend,
  notTaken,
}: {
  readonly frame: Frame;
  readonly read: ReviewRead;
  readonly kept: Versioned<ReviewDraft>;
  /** Units that have an owner. */
  readonly units: readonly string[];
  readonly mayAmend: boolean;
  readonly notTaken: NotTaken | null;
}): JSX.Element => {
  const { value, version } = kept;
  const review = read.kept.value;
  const { draft } = value;
  return (
    <Page
      frame={frame}
      title={`${notTaken ? '有错误：' : ''}${draft.title}`}
      sub={`${draft.id}，${draftDecisionWords(value)}`}
    >
      <div class="columns">
        <Origin frame={frame} review={review} value={value} />
        <div class="side">
          <section>
            <h2>核对</h2>
            {mayAmend ? (
              <SimpleForm
                name="draft"
                action={`/plans/${review.id}/drafts/${draft.id}`}
                hidden={{ version: String(version) }}
                button="保存"
                notTaken={notTaken}
                fields={draftFields(value, units)}
              />
            ) : (
              <NotYours name="draft" words="由园区办在核对时修改。" notTaken={notTaken} />
            )}
          </section>
          {mayAmend ? <ReshapeForms read={read} kept={kept} /> : null}
        </div>
      </div>
    </Page>
  );
};

const Origin = ({
  frame,
  review,
  value,
}: {
  readonly frame: Frame;
  readonly review: Review;
  readonly value: ReviewDraft;
}): JSX.Element => {
  const { draft } = value;
  return (
    <section class="source">
      <h2 class="section-title">原文</h2>
      {paragraphsOf(review.text, [draft]).map((paragraph) => (
        <ParagraphOfSource paragraph={paragraph} />
      ))}
      <p class="muted">
        {kindName[draft.kind]}，期限 {draftDueWords(value, frame)}
        {draft.metric ? `，数值 ${draft.metric.value}${draft.metric.unit}` : ''}
        {draft.counterpart ? `，对方 ${draft.counterpart}` : ''}
      </p>
      {draft.questions.length > 0 ? (
        <ul class="notes">
          {draft.questions.map((question) => (
            <li>{question}</li>
          ))}
        </ul>
      ) : null}
      <p>
        <a href={`/plans/${review.id}`}>回到《{review.title}》的草稿</a>
      </p>
    </section>
  );
};
