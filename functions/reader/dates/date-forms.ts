import { ANY_NUMBER, numberOf } from '../../domain/base/numerals.ts';
import { dayBefore, monthEnd, realDay } from './calendar-days.ts';
import { FEAST_NAMES, feastDay } from './festivals.ts';

/**
 * Every way a plan names a day, each with what it means. `explicit`: the plan
 * commits to the day. `doubtful`: it names one that cannot be meant. `period`: it
 * only names the plan year. `open`: a deadline that the text alone cannot
 * resolve. `recurring`: no single day.
 */
export type DateMeaning =
  | { readonly sort: 'explicit'; readonly day: string; readonly doubt?: string }
  | { readonly sort: 'doubtful'; readonly question: string }
  | { readonly sort: 'period' }
  | { readonly sort: 'open' }
  | { readonly sort: 'recurring'; readonly every: string };

type Groups = Readonly<Record<string, string | undefined>>;

/** Whether a plan commits to a day, be it one that cannot be meant. */
export const namesDay = ({ sort }: DateMeaning): boolean =>
  sort === 'explicit' || sort === 'doubtful';

type DateForm = {
  readonly id: string;
  readonly source: string;
  /** Undefined for what names nothing that is due; `noSuchDay` for a day that the calendar lacks. */
  readonly meaning: (groups: Groups, year: number) => DateMeaning | 'noSuchDay' | undefined;
};

/** A month or a day, never a fraction. */
const SMALL = '(?<![\\d.])(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';

const YEAR = '(?:(?<year>\\d{4})年?[.\\/-]?|(?<near>明年|次年|今年|本年|当年))?';
const BY = '(?:之前|以前|前)?';

const NEAR: Readonly<Record<string, number>> = { 明年: 1, 次年: 1 };

const yearOf = ({ year, near }: Groups, plan: number): number =>
  year ? Number(year) : plan + (NEAR[near ?? ''] ?? 0);

const on = (day: string | undefined, doubt?: string): DateMeaning | 'noSuchDay' =>
  day === undefined ? 'noSuchDay' : { sort: 'explicit', day, ...(doubt && { doubt }) };

const count = (text: string | undefined): number => numberOf(text ?? '');

/** 七八月 is from the one to the other. */
const monthIn = (text = ''): number =>
  count(/^[一二三四五六七八九]{2}$/u.test(text) ? text.slice(-1) : text);

const QUARTERS: Readonly<Record<string, number>> = { 首: 1 };
const TEN_DAYS: Readonly<Record<string, number>> = { 初: 10, 上旬: 10, 中旬: 20 };
const LEVELS: Readonly<Record<string, number>> = { 上: 6, 下: 12 };

/** A month without 底 is ambiguous only when 前 follows it directly. */
const MONTH_DOUBT = '“X月前”可指该月开始之前，也可指该月底之前；这里按该月底计，请核对';

const NO_FIRST_DAY = '起始日期在日历上没有，请核对';

/** Day or end of a month, as they are printed; undefined where the calendar has none. */
const dayIn = (
  year: number,
  month: string | undefined,
  day: string | undefined,
): string | undefined =>
  day ? realDay(year, monthIn(month), count(day)) : monthEnd(year, monthIn(month));

/** In the order they are tried at one place; the first that gives a meaning counts. */
export const dateForms: readonly DateForm[] = [
  {
    id: 'due.recurring',
    source: `(?<!每人|每户|每亩|每名|度|员)(?:每(?:个)?(?<every>半年|半月|半个月|两周|双周|季度|季|月|旬|周|星期|年|日|天)|(?:按|逐)(?<by>月|季度|季|周|年|旬)(?!度?目标))(?:(?:末月|末|底|首月|(?:第[一二三1-3]|最后一?)个月)的?)?(?:${SMALL}月)?(?:前?${SMALL}[日号天](?:之?前|以前)?|(?<=周|星期)[一二三四五六日天](?![次场期篇轮个]))?(?:末|底)?(?:前)?`,
    meaning: ({ every, by }) => ({ sort: 'recurring', every: every ?? by ?? '' }),
  },
  {
    id: 'due.period-end',
    source: `(?:自|从)?${YEAR}(?<first>${SMALL})月?(?:(?<firstday>${SMALL})日)?(?:至|到|—|-|~|－|–)(?<month>${SMALL})月(?<day>${SMALL})?[日号]?(?:底|末)?${BY}`,
    meaning: (groups, plan) => {
      const year = yearOf(groups, plan);
      const begins = dayIn(year, groups['first'], groups['firstday']);
      return on(dayIn(year, groups['month'], groups['day']), begins ? undefined : NO_FIRST_DAY);
    },
  },
  {
    id: 'due.exact-day',
    source: `${YEAR}(?<month>${SMALL})月(?<day>${SMALL})[日号](?:（(?:星期|周)[一二三四五六日天]）)?${BY}`,
    meaning: (groups, plan) =>
      on(realDay(yearOf(groups, plan), monthIn(groups['month']), count(groups['day']))),
  },
  {
    id: 'due.ten-day-period',
    source: `${YEAR}(?<month>${SMALL})月(?:份)?(?<part>上旬|中旬|下旬|初)${BY}`,
    meaning: (groups, plan) => {
      const [year, month] = [yearOf(groups, plan), monthIn(groups['month'])];
      const day = TEN_DAYS[groups['part'] ?? ''];
      return on(day ? realDay(year, month, day) : monthEnd(year, month));
    },
  },
  {
    id: 'due.month-end',
    source: `${YEAR}(?<!个|工期|历时|为期|周期)(?<month>${SMALL})月(?:份)?(?!\\d{1,2}[日号])(?<end>月?底|末)?(?<by>之前|以前|前)?`,
    meaning: (groups, plan) =>
      on(
        monthEnd(yearOf(groups, plan), monthIn(groups['month'])),
        groups['by'] && !groups['end'] ? MONTH_DOUBT : undefined,
      ),
  },
  {
    id: 'due.dotted',
    source:
      '(?<year>20\\d{2})[.\\/-](?<month>1[0-2]|0?[1-9]|\\d{2}(?=[.\\/-]\\d{1,2}(?!\\d)))(?:[.\\/-](?<day>\\d{1,2})(?!\\d))?(?!\\d|%)(?:之前|前)?',
    meaning: ({ year, month, day }) =>
      on(
        day ? realDay(count(year), count(month), count(day)) : monthEnd(count(year), count(month)),
      ),
  },
  {
    id: 'due.quarter-end',
    source: `${YEAR}(?<!前|每|首)(?:第?(?<quarter>[一二三四五六七八九1-9])季度|(?<quarter1>首)季)(?<end>末|底)?(?<by>之前|前)?`,
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
    source: `(?:(?:(?<year>\\d{4})|(?<near>明年|次年|今年|本年|当年))年?(?:底|末|内)|(?<![\\d一二三四五六七八九十两几])年(?:底|末|内)|岁末|当年(?!度|的))${BY}`,
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
  {
    id: 'due.festival',
    source: `(?:(?<year>\\d{4})年)?“?(?<feast>${FEAST_NAMES})”?(?:节|假期)?(?:之前|以前|前)`,
    meaning: (groups, plan) => {
      const feast = groups['feast'] ?? '';
      // Moon and sun are reckoned for the years of calendars only.
      if (realDay(yearOf(groups, plan), 1, 1) === undefined) return 'noSuchDay';
      // “2023年元旦前” is the eve of 2023, while a bare 元旦前 closes the plan year.
      const eve = feast === '元旦' && groups['year'] ? 1 : 0;
      const day = feastDay(feast, yearOf(groups, plan) - eve);
      return day === undefined ? undefined : on(dayBefore(day));
    },
  },
  {
    id: 'due.natural-event',
    source:
      '(?:主汛期|汛期|入汛|入冬|入夏|雨季|封冻|上冻|供暖季?|采暖季?|冬季供暖|迎峰度夏|迎峰度冬|高考|中考|(?:秋季|春季)?(?:学期)?开学|台风季|旅游旺季)(?:来临|到来|期)?(?:之前|前)',
    meaning: () => ({ sort: 'open' }),
  },
  {
    id: 'due.relative',
    source: `(?:收到|自(?:印发|收到|发布|公布|下达|受理|通知|接到|本)|会后|接到|受理|之日)[^，。；]{0,12}?${ANY_NUMBER}个?(?:工作)?(?:日|天)(?:之?内|前)|(?<![\\d至为到])${ANY_NUMBER}个?工作日内`,
    meaning: () => ({ sort: 'open' }),
  },
  {
    id: 'due.plan-period',
    source: '今年(?:内)?|全年|本年度|本年|年度内?(?=完成|实现)',
    meaning: () => ({ sort: 'period' }),
  },
  {
    id: 'due.other-year',
    source:
      '(?<year>20\\d{2})年(?:内|度内)?(?=(?:全面|全部|基本|正式|力争|确保|要|要在|前)?(?:建成|竣工|投产|投用|完成|完工|通车|投入|开工|实现|达到|验收|交付|前))',
    meaning: ({ year }, plan) =>
      count(year) === plan
        ? { sort: 'period' }
        : count(year) > plan
          ? on(monthEnd(count(year), 12))
          : undefined,
  },
];
