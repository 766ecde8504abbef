import Fraction from 'fraction.js';
import { percent } from '../base/decimal.ts';
import { byOriginalYear } from './carried-lines.ts';
import type { Fates, YearAccount } from './year-account.ts';

/** `part` of `all` as a percentage, truncated: `64.8%`. */
const shareOf = (part: number, all: number): string => percent(new Fraction(part, all));

/** How many works and targets of `account` are not decided yet. */
export const undecidedOf = ({ total, targets }: YearAccount): number =>
  total.undecided +
  targets.filter(({ result }) => result === 'partial' || result === 'none').length;

/** What is promised and what became of it, in one paragraph. */
export function worksWords(account: YearAccount): string {
  const { year, total, broughtIn, targets } = account;
  const { promised, onTime, onTimeByOriginal } = total;
  const aside = [
    ...(broughtIn > 0 ? [`其中往年结转${broughtIn}项`] : []),
    ...(targets.length > 0 ? [`另有指标${targets.length}项，见第二部分，不计入`] : []),
  ];
  const notes = aside.length === 0 ? '' : `（${aside.join('；')}）`;
  if (promised === 0) return `${year}年没有可以列出的承诺工作${notes}。`;
  const kept = `按期办结${onTime}项，占${shareOf(onTime, promised)}`;
  const others = partsWords(account);
  const original = `按原定期限计算，按期办结${onTimeByOriginal}项，占${shareOf(onTimeByOriginal, promised)}`;
  return `${year}年承诺工作${promised}项${notes}。${[kept, ...others].join('；')}。${original}。`;
}

/** What was not done by its date; parts of which there are none are left out. */
function partsWords({ total, carried }: YearAccount): readonly string[] {
  const words: readonly (readonly [keyof Fates, (count: number) => string])[] = [
    ['late', (count) => `逾期后办结${count}项`],
    ['done', (count) => `办结但不计期限${count}项`],
    ['deemed', (count) => `视同完成${count}项`],
    ['carriedOver', (count) => `结转到${toWords(carried)}${count}项`],
    ['suspended', (count) => `中止${count}项`],
    ['withdrawn', (count) => `撤销${count}项`],
    ['undecided', (count) => `还没有定的${count}项`],
  ];
  return words.flatMap(([part, say]) => (total[part] === 0 ? [] : [say(total[part])]));
}

/** `2023年`, or that it is more than one year. */
function toWords(carried: YearAccount['carried']): string {
  const years = [...new Set(carried.map(({ to }) => to))];
  return years.length === 1 ? `${years[0]}年` : '以后年度';
}

/** What was carried over, by original date. */
export function carriedWords({ carried, year }: YearAccount): string {
  if (carried.length === 0) return '没有结转的工作。';
  const { through, after, undated } = byOriginalYear(carried, year);
  const parts = [
    ...(through > 0 ? [`原定期限在${year}年底以前的${through}项`] : []),
    ...(after > 0 ? [`原定期限就在${year + 1}年及以后的${after}项`] : []),
    ...(undated > 0 ? [`没有原定期限的${undated}项`] : []),
  ];
  return `结转${carried.length}项，原定期限和新期限见附表。其中${parts.join('，')}。`;
}

/** What the targets of the year came to. */
export function targetsWords({ targets, withdrawnTargets }: YearAccount): string {
  const withdrawn = withdrawnTargets === 0 ? '' : `另有${withdrawnTargets}项指标撤销。`;
  if (targets.length === 0) return `没有登记指标。${withdrawn}`;
  const count = (result: (typeof targets)[number]['result']): number =>
    targets.filter((each) => each.result === result).length;
  const parts = [
    `${count('met')}项达到目标`,
    `${count('missed')}项没有达到`,
    ...(count('partial') > 0
      ? [`${count('partial')}项没有最后一期的数，不计入达到和没有达到`]
      : []),
    ...(count('none') > 0 ? [`${count('none')}项从未报数`] : []),
  ];
  return `${targets.length}项指标中，${parts.join('，')}。${withdrawn}`;
}
