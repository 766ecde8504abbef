import type { Account, TextSentence } from '../../domain/sources/account.ts';
import { areaNumeral } from '../../domain/sources/plan.ts';

/** A part of the text that is shown at once. */
export type TextPart = {
  /** From 1. */
  readonly number: number;
  /** 总, 一, 二; a long part is several: 二之2. */
  readonly label: string;
  readonly sentences: readonly TextSentence[];
};

/** Sentences that are shown at once. */
const MOST_SENTENCES = 100;

/** The text by its outermost points. */
export function textPanes({ sentences }: Account<TextSentence>): readonly TextPart[] {
  const areas = Map.groupBy(sentences, ({ area }) => area);
  const panes = [...areas].flatMap(([area, all]) =>
    Array.from({ length: Math.ceil(all.length / MOST_SENTENCES) }, (_, at) => ({
      label: `${areaNumeral(area) || '总'}${at > 0 ? `之${at + 1}` : ''}`,
      sentences: all.slice(at * MOST_SENTENCES, (at + 1) * MOST_SENTENCES),
    })),
  );
  return panes.map((pane, index) => ({ ...pane, number: index + 1 }));
}

/** Number of the pane that has the sentence `number`; 1 if none has it. */
export const paneWith = (panes: readonly TextPart[], number: number | undefined): number =>
  panes.find(({ sentences }) => sentences.some((each) => each.number === number))?.number ?? 1;

/** Numbers of the sentences that quote drafts, by the id of the draft: the first of each. */
export function sentencesByDraft({ sentences }: Account): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { number, pieces } of sentences) {
    for (const id of pieces.flatMap(({ ids }) => ids)) if (!found.has(id)) found.set(id, number);
  }
  return found;
}
