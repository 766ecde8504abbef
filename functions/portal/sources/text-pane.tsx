import type { JSX } from 'hono/jsx/jsx-runtime';
import type { TextFate } from '../../domain/sources/account.ts';
import { cutAddress, draftAddress, listAddress, pageOfDraft } from './query.ts';
import type { ReviewProps } from './review-view.ts';
import { SentenceLine } from './sentence-line.tsx';
import { countWords, fateName } from './tally.tsx';
import type { TextPart } from './text-panes.ts';

/** The text next to the drafts, one part of it at once. */
export const TextPane = (props: ReviewProps): JSX.Element => {
  const { panes, text, at, mayAmend, read } = props;
  const pane = panes.find(({ number }) => number === text);
  const { value: review } = read.kept;
  const action = mayAmend ? cutAddress(review, at) : null;
  const dropped = new Set(
    read.drafts
      .filter(({ value }) => value.decision === 'dropped')
      .map(({ value }) => value.draft.id),
  );
  const links = { action, dropped, draftHref: (id: string) => hrefOf(props, id) };
  return (
    <section class="text-pane" tabindex={0} aria-labelledby="text-title">
      <header>
        <h2 class="section-title" id="text-title">
          原文
        </h2>
        {pane ? <p class="muted">这一部分 {shareWords(pane)}</p> : null}
        <nav class="parts" aria-label="原文的部分">
          {panes.length < 2
            ? null
            : panes.map(({ number, label }) => (
                <a
                  href={`${listAddress(review, at, number)}#text-title`}
                  aria-current={number === text ? 'true' : undefined}
                >
                  {label}
                </a>
              ))}
        </nav>
        {action === null ? null : <Selected action={action} />}
      </header>
      <ol class="sentences">
        {pane?.sentences.map((sentence) => (
          <SentenceLine sentence={sentence} links={links} />
        ))}
      </ol>
    </section>
  );
};

/** Where a draft stands in the list; a registered item has a page of its own. */
function hrefOf({ read, at, shown, text }: ReviewProps, id: string): string {
  if (shown.has(id)) return `#d-${id}`;
  const page = pageOfDraft(read, id);
  if (page === undefined) return `/items/${id}`;
  const all = { ...at, view: 'all', area: null, page, isPassed: false } as const;
  return `${draftAddress(read.kept.value, all)}&text=${text}#d-${id}`;
}

/** `473 字：草稿 227，草稿的一部分 132，未列入 114`. */
function shareWords({ sentences }: TextPart): string {
  const pieces = sentences.flatMap((sentence) => sentence.pieces);
  const count = (fate?: TextFate): string =>
    countWords(
      pieces
        .filter((piece) => fate === undefined || piece.fate === fate)
        .reduce((sum, { start, end }) => sum + end - start, 0),
    );
  const fates = (['draft', 'part', 'passed'] as const).map(
    (fate) => `${fateName[fate]} ${count(fate)}`,
  );
  return `${count()} 字：${fates.join('，')}`;
}

/** The bar that a selection shows; hidden without script. */
const Selected = ({ action }: { readonly action: string }): JSX.Element => (
  <form class="selected" method="post" action={action} data-selection hidden>
    <input type="hidden" name="start" />
    <input type="hidden" name="end" />
    <span>
      选中：<q></q>
    </span>
    <button class="button small" type="submit">
      列为草稿
    </button>
  </form>
);
