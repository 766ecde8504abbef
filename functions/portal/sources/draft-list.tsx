import type { JSX } from 'hono/jsx/jsx-runtime';
import { Temporal } from 'temporal-polyfill';
import { kindName } from '../../domain/base/promise.ts';
import { dueMark } from '../../domain/base/words.ts';
import type { Paragraph } from '../../domain/sources/plan.ts';
import { decisionName, type ReviewDraft } from '../../domain/sources/review.ts';
import type { Versioned } from '../../flows/ports.ts';
import type { Frame } from '../http/frame.ts';
import { dayInTable } from '../ui/words.ts';
import { listAddress } from './query.ts';
import type { ReviewProps } from './review-view.ts';
import { paneWith, sentencesByDraft } from './text-panes.ts';

/** Drafts, each with the way to its sentence. */
export const DraftList = ({
  drafts,
  ticked,
  ...props
}: ReviewProps & {
  readonly drafts: readonly Versioned<ReviewDraft>[];
  /** Ids of the drafts that were ticked in a form that was not taken; null for one that was not sent. */
  readonly ticked: ReadonlySet<string> | null;
}): JSX.Element => {
  const sentences = sentencesByDraft(props.account);
  return (
    <ol class="drafts">
      {drafts.map((kept) => (
        <Line
          props={props}
          kept={kept}
          sentence={sentences.get(kept.value.draft.id)}
          isTicked={ticked?.has(kept.value.id) ?? false}
        />
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
  props,
  kept: { value, version },
  sentence,
  isTicked,
}: {
  readonly props: ReviewProps;
  readonly kept: Versioned<ReviewDraft>;
  /** Number of the sentence that it quotes. */
  readonly sentence: number | undefined;
  readonly isTicked: boolean;
}): JSX.Element => {
  const { draft, decision } = value;
  const mark = `${value.id}@${version}`;
  return (
    <li id={`d-${draft.id}`} class={decision}>
      <input type="hidden" name="shown" value={mark} />
      <label>
        <input type="checkbox" name="draft" value={mark} checked={isTicked} />
        <span>
          <b>{draft.title}</b>
          <small>
            {draft.id}，{kindName[draft.kind]}，{draft.owners.join('、') || '没有单位'}，
            {draftDueWords(value, props.frame)}
            {decision === 'open' ? null : <span class="tag">{draftDecisionWords(value)}</span>}
          </small>
          {draft.questions.map((question) => (
            <em>{question}</em>
          ))}
        </span>
      </label>
      <p class="draft-facts">
        {sentence === undefined ? null : <a href={sentenceHref(props, sentence)}>看原文</a>}
        <a
          href={`/plans/${props.read.kept.value.id}/drafts/${draft.id}`}
          aria-label={`改、拆、并 ${draft.id}`}
        >
          改、拆、并
        </a>
      </p>
    </li>
  );
};

/** Where a sentence stands: next to the list, or with its part of the text. */
function sentenceHref({ read, at, panes, text }: ReviewProps, sentence: number): string {
  const pane = paneWith(panes, sentence);
  return pane === text ? `#s${sentence}` : `${listAddress(read.kept.value, at, pane)}#s${sentence}`;
}

/** The decision, with what made it if it was a move: 不采纳，并入 p22-004. */
export const draftDecisionWords = ({ decision, note }: ReviewDraft): string =>
  `${decisionName[decision]}${decision === 'dropped' && note ? `，${note}` : ''}`;

/** `6月30日 周四〔原〕`; an assumed date is marked as such. */
export const draftDueWords = (
  { draft: { kind, due, duePrecision } }: Pick<ReviewDraft, 'draft'>,
  { today }: Pick<Frame, 'today'>,
): string =>
  due === null || kind === 'standing'
    ? '没有期限'
    : `${dayInTable(Temporal.PlainDate.from(due), today)}〔${dueMark[duePrecision]}〕`;
