import { describe, expect, it } from 'vitest';
import {
  FEN_PER_WAN,
  Fen,
  inFen,
  moneyWords,
  sumFen,
  wanFigure,
  wanInput,
  wanWords,
} from '../../../functions/domain/base/money.ts';
import { wan } from '../../support/figures.ts';

describe('an amount of money', () => {
  it.each([
    { yuan: 300_000_000, words: '3亿元' },
    { yuan: 20_000_000, words: '2000万元' },
    { yuan: 125_000_000, words: '1.25亿元' },
    { yuan: 42_000_000_000, words: '420亿元' },
    { yuan: 100_000_001, words: '1.00000001亿元' },
    { yuan: 15_500, words: '1.55万元' },
    { yuan: 800, words: '800元' },
  ])('is worded in the largest unit: $yuan yuan are $words', ({ yuan, words }) => {
    expect(moneyWords(yuan)).toBe(words);
  });

  it.each([
    { fen: wan(30_000), is: '30,000' },
    { fen: wan(1_234_567), is: '1,234,567' },
    { fen: inFen(1), is: '0.000001' },
    { fen: inFen(wan(2000) + 50_000), is: '2,000.05' },
    { fen: inFen(-1000 * FEN_PER_WAN), is: '-1,000' },
    { fen: inFen(0), is: '0' },
    { fen: inFen(1_234_567_891), is: '1,234.567891' },
  ])('is exact in 万元: $fen fen are $is', ({ fen, is }) => {
    expect(wanFigure(fen)).toBe(is);
    expect(wanWords(fen)).toBe(`${is}万元`);
    expect(wanInput(fen)).toBe(is.replaceAll(',', ''));
  });

  it('is a whole number of fen', () => {
    expect(Fen.safeParse(1.5).success).toBe(false);
    expect(Fen.parse(-1)).toBe(-1);
    expect(sumFen([wan(1), inFen(5)])).toBe(1_000_005);
    expect(sumFen([])).toBe(0);
  });

  it('is no plain number to the compiler', () => {
    // @ts-expect-error -- yuan where fen are wanted
    expect(wanWords(10_000)).toBe('0.01万元');
  });
});
