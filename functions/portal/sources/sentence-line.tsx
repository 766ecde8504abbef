import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AccountPiece, AccountSentence, TextSentence } from '../../domain/sources/account.ts';
import { taskNumber } from '../../domain/sources/source-code.ts';
import { fateName } from './tally.tsx';

/** What a sentence needs to lead across and to be cut. */
export type SentenceLinks = {
  /** Address of a draft in the list, or of a registered item. */
  readonly draftHref: (id: string) => string;
  /** Ids of the drafts that were dropped. */
  readonly dropped: ReadonlySet<string>;
  /** Where its forms go; null for who may not cut. */
  readonly action: string | null;
};

/** One sentence of the text with what became of it, and what can be made of it. */
export const SentenceLine = ({
  sentence,
  links,
}: {
  readonly sentence: TextSentence;
  readonly links: SentenceLinks;
}): JSX.Element => {
  const { number, fate, pieces } = sentence;
  const ids = [...new Set(pieces.flatMap((piece) => piece.ids))];
  return (
    <li id={`s${number}`} class={fate}>
      <p>
        {pieces.map((piece, index) => (
          <Piece piece={piece} next={pieces[index + 1]} links={links} />
        ))}
      </p>
      <div class="fate">
        <b>{fate === 'draft' ? draftsWords(ids, links) : fateName[fate]}</b>
        {reasonsOf(sentence).map((reason) => (
          <span>
            {fate === 'draft' ? '未列入的部分：' : ''}
            {reason}
          </span>
        ))}
        {links.action !== null && sentence.isTakenAtOnce ? (
          <Take action={links.action} number={number} />
        ) : null}
      </div>
      {links.action === null ? null : <CutBox sentence={sentence} action={links.action} />}
    </li>
  );
};

/** `草稿 4、5（不采纳）`. */
const draftsWords = (ids: readonly string[], { dropped }: SentenceLinks): string =>
  `草稿 ${ids.map((id) => `${taskNumber(id)}${dropped.has(id) ? '（不采纳）' : ''}`).join('、')}`;

/** Why words of a sentence are no draft; the joining words of a draft need no reason. */
const reasonsOf = ({ fate, pieces }: AccountSentence): readonly string[] => [
  ...new Set(
    pieces
      .filter((piece) => piece.reason !== '' && !(fate === 'draft' && piece.fate === 'part'))
      .map(({ reason }) => reason),
  ),
];

const Piece = ({
  piece: { fate, text, start, ids },
  next,
  links,
}: {
  readonly piece: AccountPiece;
  readonly next: AccountPiece | undefined;
  readonly links: SentenceLinks;
}): JSX.Element => {
  if (fate !== 'draft') {
    return (
      <span class={fate === 'part' ? 'part' : 'passed'} data-at={start}>
        {text}
      </span>
    );
  }
  const ending = ids.filter((id) => !next?.ids.includes(id));
  return (
    <>
      <mark data-at={start}>{text}</mark>
      {ending.map((id) => (
        <sup>
          <a href={links.draftHref(id)} aria-label={`${taskNumber(id)}，草稿 ${id}`}>
            {taskNumber(id)}
          </a>
        </sup>
      ))}
    </>
  );
};

/** Makes a draft of a sentence with one press. */
export const Take = ({
  action,
  number,
}: {
  readonly action: string;
  readonly number: number;
}): JSX.Element => (
  <form method="post" action={action}>
    <input type="hidden" name="sentence" value={String(number)} />
    <button class="button small" type="submit" aria-label={`第${number}句列为草稿`}>
      列为草稿
    </button>
  </form>
);

/** Makes a draft of a part of a sentence: of pieces that are ticked, or of words that are copied. */
const CutBox = ({
  sentence,
  action,
}: {
  readonly sentence: TextSentence;
  readonly action: string;
}): JSX.Element => {
  const { number, cuts: pieces } = sentence;
  return (
    <details class="cut">
      <summary>从这句里摘一条</summary>
      <form method="post" action={action}>
        <input type="hidden" name="sentence" value={String(number)} />
        <input type="hidden" name="part" value="yes" />
        <fieldset>
          <legend class="visually-hidden">从第{number}句里摘哪几段</legend>
          {pieces.length < 2
            ? null
            : pieces.map(({ text }, index) => (
                <label>
                  <input type="checkbox" name="piece" value={String(index)} /> {text}
                </label>
              ))}
          <label for={`words-${number}`}>照抄原文里的字</label>
          <input id={`words-${number}`} name="words" maxlength={500} autocomplete="off" />
          <button class="button small" type="submit">
            列为草稿
          </button>
        </fieldset>
      </form>
    </details>
  );
};
