/** A phrase that comments, papers and test titles avoid, and what to write instead. */
export type Phrase = { readonly avoid: RegExp; readonly say: string };

/** One place for all of them: plain technical English, as in the documentation of AWS. */
export const phrases: readonly Phrase[] = [
  { avoid: /\bmanners\b/i, say: 'middleware' },
  { avoid: /\bwhat bears\b/i, say: 'constructs with, resources that have' },
  { avoid: /\bstrangers?\b/i, say: 'an unknown user, another site' },
  { avoid: /\bwho(m|so)?ever\b/i, say: 'the user who, anyone who, the post that' },
  { avoid: /\banew\b/i, say: 'again' },
  { avoid: /\b(afresh|hitherto|thereof|wherefrom|whereof|whence|nought|lest)\b/i, say: 'nothing' },
  { avoid: /\bput aside\b/i, say: 'moved to the dead-letter queue' },
  { avoid: /\b(this|the) sight of\b|\bthis sight\b/i, say: 'the version that was read' },
  { avoid: /\b(is|are) no fault\b/i, say: 'is not an error, is ignored' },
  { avoid: /\bof this world\b/i, say: 'nothing' },
  { avoid: /\blets? `[^`]+` be done\b/i, say: 'runs `…`' },
  { avoid: /\b(takes? up|taken up|took up)\b(?! to)/i, say: 'processes, picks up' },
  { avoid: /\b(gives? up|given up|gave up)\b/i, say: 'stops retrying, fails permanently' },
  { avoid: /\bsurrender(s|ed)?\b/i, say: 'abandon, release the claim' },
  { avoid: /\bbeside\b/i, say: 'next to, in addition to, other than' },
  { avoid: /\b(goes|go|went|going) by\b/i, say: 'uses, applies, depends on' },
  { avoid: /\banswers with\b/i, say: 'returns' },
  { avoid: /\b(makes?|made) good\b/i, say: 'repairs, compensates' },
  { avoid: /\bwish(es|ed)?\b/i, say: 'request, idempotency key' },
  { avoid: /(?<!`)\bkeepers?\b/i, say: 'author' },
  { avoid: /\b(shelf|shelves)\b/i, say: 'collection' },
  { avoid: /\bthe books\b/i, say: 'collections' },
  { avoid: /\bany ?more\b/i, say: 'no longer' },
  { avoid: /\basked back\b/i, say: 'must be confirmed' },
  { avoid: /\bfor good\b/i, say: 'permanently' },
  { avoid: /\b(is|are|was|were|be) told of\b/i, say: 'is notified of' },
  { avoid: /\bhears? of\b/i, say: 'is notified of' },
  { avoid: /\bmend(s|ed|ing)?\b/i, say: 'fix, correct, repair' },
  { avoid: /\bin vain\b/i, say: 'without success' },
  { avoid: /\b(says?|said) otherwise of\b/i, say: 'changes, differs from' },
  { avoid: /\bhandings? over\b/i, say: 'handover' },
  { avoid: /\bslips? of the pen\b/i, say: 'typing error' },
  { avoid: /\bas people (call|read|name|say)\b/i, say: 'in Chinese, as displayed' },
  { avoid: /\bspoken to\b/i, say: 'may be sent messages' },
  { avoid: /\bthe very (same|day|instant|version)\b/i, say: 'the same, the exact' },
];

/** Names that were replaced, each with its successor. */
export const names: Readonly<Record<string, string>> = {};
