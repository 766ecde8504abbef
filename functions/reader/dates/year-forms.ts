import { source } from '../text/patterns.ts';
import { monthEnd } from './calendar-days.ts';
import { BY, count, type DateForm, on, YEAR, yearOf } from './date-meaning.ts';

const QUARTERS: Readonly<Record<string, number>> = { 首: 1 };
const LEVELS: Readonly<Record<string, number>> = { 上: 6, 下: 12 };

/** Quarters, halves and ends of a year. */
export const yearForms: readonly DateForm[] = [
  {
    id: 'due.quarter-end',
    source: source`
      ${YEAR}(?<!前|每|首)(?:第?(?<quarter>[一二三四五六七八九1-9])季度|(?<quarter1>首)季)
      (?<end>末|底)?(?<by>之前|前)?
    `,
    meaning: (groups, plan) => {
      const named = groups['quarter'] ?? '';
      const quarter = QUARTERS[groups['quarter1'] ?? ''] ?? count(named);
      return on(
        monthEnd(yearOf(groups, plan), quarter * 3),
        groups['by'] && !groups['end'] ? '“X季度前”可指该季度开始之前；这里按季度末计' : undefined,
      );
    },
  },
  {
    id: 'due.half-year',
    source: `${YEAR}(?<half>上|下)半年(?:末|底)?${BY}`,
    meaning: (groups, plan) =>
      on(monthEnd(yearOf(groups, plan), LEVELS[groups['half'] ?? ''] ?? 0)),
  },
  {
    id: 'due.mid-year',
    source: `${YEAR}年中(?![心等秋央国小医药学考共华欧非试标长期层间职介铁石粮车航法])${BY}`,
    meaning: (groups, plan) => on(monthEnd(yearOf(groups, plan), 6)),
  },
  {
    id: 'due.year-end',
    source: source`
      (?:
        (?:(?<year>\d{4})|(?<near>明年|次年|今年|本年|当年))年?(?:底|末|内)|
        (?<![\d一二三四五六七八九十两几])年(?:底|末|内)|岁末|当年(?!度|的)
      )${BY}
    `,
    meaning: (groups, plan) => on(monthEnd(yearOf(groups, plan), 12)),
  },
  {
    id: 'due.five-year-plan',
    source: '(?<!较)“?十(?<plan>[四五六])五”?(?:规划)?(?:期)?末(?:之前|前)?',
    meaning: ({ plan }) => on(monthEnd(2020 + (count(plan) - 3) * 5, 12)),
  },
  {
    id: 'due.horizon',
    source:
      '(?:到|至)(?<year>20\\d{2})年(?![\\d一二三四五六七八九十上下第]+(?:月|季|半))(?:底|末)?',
    meaning: ({ year }) => on(monthEnd(count(year), 12)),
  },
];

/** Years as a whole. */
export const wholeYearForms: readonly DateForm[] = [
  {
    id: 'due.plan-period',
    source: '今年(?:内)?|全年|本年度|本年|年度内?(?=完成|实现)',
    meaning: () => ({ sort: 'period' }),
  },
  {
    id: 'due.other-year',
    source: source`
      (?<year>20\d{2})年(?:内|度内)?(?=
        (?:全面|全部|基本|正式|力争|确保|要|要在|前)?
        (?:建成|竣工|投产|投用|完成|完工|通车|投入|开工|实现|达到|验收|交付|前)
      )
    `,
    meaning: ({ year }, plan) =>
      count(year) === plan
        ? { sort: 'period' }
        : count(year) > plan
          ? on(monthEnd(count(year), 12))
          : undefined,
  },
];
