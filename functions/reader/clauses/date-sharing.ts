import { namesDay } from '../dates/date-meaning.ts';
import type { FoundDate } from '../dates/find-dates.ts';
import { startsWithVerb } from '../text/verbs.ts';
import type { Piece } from './readings.ts';

export type DateScene = {
  /** Dates of the clause. */
  readonly own: readonly FoundDate[];
  /** Dates that apply from outside it. */
  readonly outer: readonly FoundDate[];
  readonly index: number;
  readonly pieces: readonly Piece[];
};

/**
 * The dates of one element. 6月、9月分别赴甲、乙 pairs the n-th date with the
 * n-th element; else its own dates count, then those the list shares, then the
 * ones from outside.
 */
export function datesFor(piece: Piece, scene: DateScene): readonly FoundDate[] {
  const paired = pairedDate(piece, scene);
  if (paired) return [paired];
  if (piece.inside.length > 0) return piece.inside;
  const shared = scene.own.filter((date) => !belongsToAnother(date, piece, scene.pieces));
  return shared.length > 0 ? shared : scene.outer;
}

function pairedDate(piece: Piece, { own, index, pieces }: DateScene): FoundDate | undefined {
  const days = own.filter(({ meaning }) => namesDay(meaning));
  const pairs = pieces.length > 1 && days.length === pieces.length;
  return pairs && piece.inside.length !== 1 ? days[index] : undefined;
}

/** A date behind the verb of a later element is that element's alone. */
function belongsToAnother(date: FoundDate, piece: Piece, pieces: readonly Piece[]): boolean {
  const [first] = pieces;
  const holder = pieces.findLast(({ start }) => start <= date.start);
  if (!first || !holder) return false;
  if (isBracketed(date, holder)) return holder !== piece;
  if (holder === first) return false;
  return holder.start > piece.start ? opensWith(holder, date) : holder !== piece;
}

/** 建成甲园、年底前建成乙路: the second element has its own date and verb. */
const opensWith = ({ start, text }: Piece, date: FoundDate): boolean =>
  date.start - start <= 1 || startsWithVerb(text.slice(0, date.start - start));

/** 中央公园（6月完工）: in brackets it applies to one element only. */
function isBracketed(date: FoundDate, { start, text }: Piece): boolean {
  const before = text.slice(0, date.start - start);
  return before.lastIndexOf('（') > before.lastIndexOf('）');
}
