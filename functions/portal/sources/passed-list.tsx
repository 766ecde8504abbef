import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Account, AccountSentence } from '../../domain/sources/account.ts';
import { cutAddress, DRAFTS_A_PAGE, listAddress } from './query.ts';
import type { ReviewProps } from './review-view.ts';
import { Take } from './sentence-line.tsx';
import { paneWith } from './text-panes.ts';

/** Sentences with words that were passed over. */
export const passedSentences = ({ sentences }: Account): readonly AccountSentence[] =>
  sentences.filter(({ pieces }) => pieces.some(({ fate }) => fate === 'passed'));

/** What was passed over, each with the reason and, where a press is enough, with the press. */
export const PassedList = (props: ReviewProps): JSX.Element => {
  const { account, at, read, panes, mayAmend } = props;
  const { value: review } = read.kept;
  const from = (at.page - 1) * DRAFTS_A_PAGE;
  const shown = passedSentences(account).slice(from, from + DRAFTS_A_PAGE);
  if (shown.length === 0) {
    return (
      <div class="empty">
        <b>没有未列入的句子</b>
      </div>
    );
  }
  return (
    <ol class="drafts passed-over">
      {shown.map(({ number, pieces, fate }) => (
        <li>
          {pieces
            .filter((piece) => piece.fate === 'passed')
            .map(({ text, reason }) => (
              <p>
                {text.trim()}
                <small>{reason}</small>
              </p>
            ))}
          <p class="draft-facts">
            <a href={`${listAddress(review, at, paneWith(panes, number))}#s${number}`}>
              看原文第{number}句
            </a>
          </p>
          {mayAmend && fate === 'passed' ? (
            <Take action={cutAddress(review, at)} number={number} />
          ) : null}
        </li>
      ))}
    </ol>
  );
};
