import { z } from 'zod';
import type { AccountSentence, Cut } from '../../domain/sources/account.ts';
import { pageEnds } from '../api/paging.ts';

const FateWord = z
  .enum(['draft', 'part', 'passed'])
  .describe('draft 草稿或已登记，part 草稿的一部分，passed 未列入');

const SentenceBody = z.object({
  sentence: z.int().describe('第几句，从 1 起'),
  start: z.int().describe('位置，按字数（Unicode 码点）'),
  end: z.int(),
  fate: FateWord,
  pieces: z.array(
    z.object({
      start: z.int(),
      end: z.int(),
      text: z.string(),
      fate: FateWord,
      reason: z.string().describe('未列入或只是草稿一部分的原因；草稿为空'),
      ids: z.array(z.string()).describe('引用它的草稿或事项'),
    }),
  ),
});

/** What became of every character of a text. */
export const TextBody = z.object({
  characters: z.int().describe('全文字数'),
  counts: z.object({ draft: z.int(), part: z.int(), passed: z.int() }),
  unaccounted: z.int().describe('没有交代的字数'),
  sentences: z.array(SentenceBody),
  ...pageEnds,
});

/** A sentence as the API shows it. */
export const sentenceBody = ({
  number,
  ...sentence
}: AccountSentence): z.infer<typeof SentenceBody> =>
  SentenceBody.parse({ ...sentence, sentence: number });

/** The words that are to become a draft. */
export const CutBody = z
  .object({
    sentence: z.int().positive().optional().describe('第几句：单独给，取未列入的整句'),
    pieces: z
      .array(z.int().nonnegative())
      .min(1)
      .optional()
      .describe('这一句按，；、切开的第几段，从 0 起，须相连'),
    words: z.string().max(2000).optional().describe('照抄原文的字，只能有一处'),
    start: z.int().nonnegative().optional().describe('或起止位置；跨句时取整句'),
    end: z.int().positive().optional(),
  })
  .refine((body) => cutOf(body) !== undefined, '请给 sentence、words，或 start 和 end');

type Given = {
  readonly sentence?: number | undefined;
  readonly pieces?: readonly number[] | undefined;
  readonly words?: string | undefined;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
};

/** The words that a call means; undefined where it names none. */
export function cutOf({ sentence, pieces, words, start, end }: Given): Cut | undefined {
  if (start !== undefined && end !== undefined) return { start, end };
  if (words !== undefined) return { words, sentence };
  if (sentence === undefined) return undefined;
  return pieces ? { sentence, pieces } : { sentence };
}
