import type { JSX } from 'hono/jsx/jsx-runtime';
import { Temporal } from 'temporal-polyfill';
import { kindName } from '../../domain/base/promise.ts';
import { dueMark } from '../../domain/base/words.ts';
import { type Paragraph, paragraphsOf } from '../../domain/sources/plan.ts';
import { decisionName, type Review, type ReviewDraft } from '../../domain/sources/review.ts';
import type { Versioned } from '../../flows/ports.ts';
import type { Frame } from '../http/frame.ts';
import { dayInTable } from '../ui/words.ts';

/** A draft where it stands in the plan, in the version that is shown. */
type Placed = {
  readonly start: number;
  readonly end: number;
  readonly kept: Versioned<ReviewDraft>;
};

/** Drafts next to the paragraphs that they were read from. */
export const DraftList = ({
  review,
  drafts,
  ticked,
  frame,
}: {
  readonly review: Pick<Review, 'id' | 'text'>;
  readonly drafts: readonly Versioned<ReviewDraft>[];
  /** Ids of the drafts that were ticked in a form that was not taken; null for one that was not sent. */
  readonly ticked: ReadonlySet<string> | null;
  readonly frame: Frame;
}): JSX.Element => {
  const placed = drafts.map((kept) => ({ ...kept.value.draft, kept }));
  return (
    <ol class="drafts">
      {paragraphsOf<Placed>(review.text, placed).map((paragraph) => (
        <li>
          <ParagraphOfSource paragraph={paragraph} />
          <ul>
            {paragraph.reads.map(({ kept }) => (
              <Line
                review={review}
                kept={kept}
                isTicked={ticked?.has(kept.value.id) ?? false}
                frame={frame}
              />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
};

/** A paragraph with what was read from it marked. */
export const ParagraphOfSource = ({
  paragraph: { pieces },
}: {
  readonly paragraph: Pick<Paragraph<unknown>, 'pieces'>;
}): JSX.Element => (
  <blockquote>
    {pieces.map(({ text, isQuote }) => (isQuote ? <mark>{text}</mark> : text))}
  </blockquote>
);

const Line = ({
  review,
  kept: { value, version },
  isTicked,
  frame,
}: {
  readonly review: Pick<Review, 'id'>;
  readonly kept: Versioned<ReviewDraft>;
  readonly isTicked: boolean;
  readonly frame: Frame;
}): JSX.Element => {
  const { draft, decision } = value;
  const mark = `${value.id}@${version}`;
  return (
    <li class={decision}>
      <input type="hidden" name="shown" value={mark} />
      <label>
        <input type="checkbox" name="draft" value={mark} checked={isTicked} />
        <span>
          <b>{draft.title}</b>
          <small>
            {draft.id}，{kindName[draft.kind]}，{draft.owners.join('、') || '没有单位'}，
            {draftDueWords(value, frame)}
            {decision === 'open' ? null : <span class="tag">{decisionName[decision]}</span>}
          </small>
          {draft.questions.map((question) => (
            <em>{question}</em>
          ))}
        </span>
      </label>
      <a href={`/plans/${review.id}/drafts/${draft.id}`} aria-label={`修改 ${draft.id}`}>
        修改
      </a>
    </li>
  );
};

/** `6月30日 周四〔原〕`; an assumed date is marked as such. */
export const draftDueWords = (
  { draft: { kind, due, duePrecision } }: Pick<ReviewDraft, 'draft'>,
  { today }: Pick<Frame, 'today'>,
): string =>
  due === null || kind === 'standing'
    ? '没有期限'
    : `${dayInTable(Temporal.PlainDate.from(due), today)}〔${dueMark[duePrecision]}〕`;
