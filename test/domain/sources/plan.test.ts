import { describe, expect, it } from 'vitest';
import { paragraphsOf } from '../../../functions/domain/sources/plan.ts';

describe('the paragraphs of what was read', () => {
  const text = '第一件事要办成。\n第二件、𠮷三件都要办成。\n说明。\n';
  const read = (quote: string): { start: number; end: number } => {
    const start = Array.from(text.slice(0, text.indexOf(quote))).length;
    return { start, end: start + Array.from(quote).length };
  };

  it('are whole, each once, with what was read marked', () => {
    const reads = [read('第一件事要办成'), read('第二件'), read('𠮷三件')];
    const shown = paragraphsOf(text, reads).map(({ pieces }) =>
      pieces.map(({ text: piece, isQuote }) => (isQuote ? `[${piece}]` : piece)).join(''),
    );
    expect(shown).toEqual(['[第一件事要办成]。', '[第二件]、[𠮷三件]都要办成。']);
  });

  it('mark quotes that overlap as one', () => {
    const [paragraph] = paragraphsOf(text, [read('第一件事'), read('件事要办成')]);
    expect(paragraph?.pieces.map(({ text: piece }) => piece).join('')).toBe('第一件事要办成。');
    expect(paragraph?.reads).toHaveLength(2);
  });
});
