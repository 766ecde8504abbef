/** What became of words of a document: a draft, part of one, or passed over. */
export type TextFate = 'draft' | 'part' | 'passed';

/** A range in code points of a text, end exclusive. */
type LetterRange = { readonly start: number; readonly end: number };

/** Words of one fate, and why they have it, in words for the office; empty for a draft. */
export type Judged = { readonly fate: TextFate; readonly reason: string };

/** Words of one sentence that had the same fate. */
export type AccountPiece = LetterRange &
  Judged & {
    readonly text: string;
    /** Ids of the drafts that quote it. */
    readonly ids: readonly string[];
  };

/** A sentence and what became of it; its pieces tile it. */
export type AccountSentence = LetterRange & {
  /** From 1, in text order. */
  readonly number: number;
  readonly text: string;
  /** A sentence with a draft is one; one that is only part of drafts is part; others are passed over. */
  readonly fate: TextFate;
  readonly pieces: readonly AccountPiece[];
};

/** What became of every character of a text. */
export type Account<Sentence extends AccountSentence = AccountSentence> = {
  readonly sentences: readonly Sentence[];
  /** Characters of the text, with blanks and line ends. */
  readonly total: number;
  /** Characters by fate. */
  readonly counts: Readonly<Record<TextFate, number>>;
  /** Characters that no piece accounts for. */
  readonly unaccounted: number;
};

/** A piece of a sentence between its marks, which can be cut out. */
export type SentencePiece = LetterRange & { readonly text: string };

/** A sentence with what can be made of it. */
export type TextSentence = AccountSentence & {
  /** Number of the outermost point that it stands in; 0 before the first. */
  readonly area: number;
  readonly cuts: readonly SentencePiece[];
  /** Whether one press makes a draft of what was passed over in it. */
  readonly isTakenAtOnce: boolean;
};

/** Words of a text that are to be a draft: sentences from 1, pieces from 0. */
export type Cut =
  | { readonly sentence: number }
  | { readonly sentence: number; readonly pieces: readonly number[] }
  | { readonly words: string; readonly sentence?: number | undefined }
  | LetterRange;
