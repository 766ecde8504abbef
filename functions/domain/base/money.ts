import { z } from 'zod';

/** An amount of money in whole fen (分); below 0 where it is a difference. */
export const Fen = z.int().brand<'Fen'>();
export type Fen = z.infer<typeof Fen>;

/** `amount`, which was counted in whole fen. */
export const inFen = (amount: number): Fen => amount as Fen;

/** What `amounts` come to. */
export const sumFen = (amounts: readonly Fen[]): Fen =>
  inFen(amounts.reduce((sum, amount) => sum + amount, 0));

const WAN = 10_000;
const YI = 100_000_000;

export const FEN_PER_YUAN = 100;
/** Fen in 1万元. */
export const FEN_PER_WAN = WAN * FEN_PER_YUAN;
/** Fen in 1亿元. */
export const FEN_PER_YI = YI * FEN_PER_YUAN;

/** `3亿元`, `2000万元`, `1.25亿元`, `800元`: whole yuan, exactly. */
export function moneyWords(yuan: number): string {
  if (yuan >= YI) return `${inUnit(yuan, YI)}亿元`;
  return yuan >= WAN ? `${inUnit(yuan, WAN)}万元` : `${yuan}元`;
}

/** An amount in 万元, exactly, with commas: `1,400万元`, `0.05万元`. */
export const wanWords = (amount: Fen): string => `${wanFigure(amount)}万元`;

/** The number of {@link wanWords} without its unit, for tables in 万元. */
export const wanFigure = (amount: Fen): string =>
  wanInput(amount).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');

/** As {@link wanFigure}, without commas: as a field or a cell takes it. */
export const wanInput = (amount: Fen): string =>
  `${amount < 0 ? '-' : ''}${inUnit(Math.abs(amount), FEN_PER_WAN)}`;

/** `amount` in a unit that is a power of ten, digit by digit, so that no fraction is rounded. */
function inUnit(amount: number, unit: number): string {
  const places = String(unit).length - 1;
  const rest = String(amount % unit)
    .padStart(places, '0')
    .replace(/0+$/, '');
  const whole = Math.floor(amount / unit);
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}
