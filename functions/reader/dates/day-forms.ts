import { source, wordList } from '../text/patterns.ts';
import { monthEnd, realDay } from './calendar-days.ts';
import {
  BY,
  count,
  type DateForm,
  dayOrMonthEnd,
  monthIn,
  on,
  SMALL,
  YEAR,
  yearOf,
} from './date-meaning.ts';

const RHYTHMS = wordList`半年 半月 半个月 两周 双周 季度 季 月 旬 周 星期 年 日 天`;
const TEN_DAYS: Readonly<Record<string, number>> = { 初: 10, 上旬: 10, 中旬: 20 };

/** A month without 底 is ambiguous only when 前 follows it directly. */
const MONTH_DOUBT = '“X月前”可指该月开始之前，也可指该月底之前；这里按该月底计，请核对';
const NO_FIRST_DAY = '起始日期在日历上没有，请核对';

/** Rhythms, days and months. */
export const dayForms: readonly DateForm[] = [
  {
    id: 'due.recurring',
    source: source`
      (?<!每人|每户|每亩|每名|度|员)(?:
        每(?:个)?(?<every>${RHYTHMS.join('|')})|(?:按|逐)(?<by>月|季度|季|周|年|旬)(?!度?目标)
      )
      (?:(?:末月|末|底|首月|(?:第[一二三1-3]|最后一?)个月)的?)?(?:${SMALL}月)?
      (?:前?${SMALL}[日号天](?:之?前|以前)?|(?<=周|星期)[一二三四五六日天](?![次场期篇轮个]))?
      (?:末|底)?(?:前)?
    `,
    meaning: ({ every, by }) => ({ sort: 'recurring', every: every ?? by ?? '' }),
  },
  {
    id: 'due.period-end',
    source: source`
      (?:自|从)?${YEAR}(?<first>${SMALL})月?(?:(?<firstday>${SMALL})日)?
      (?:至|到|—|-|~|－|–)(?<month>${SMALL})月(?<day>${SMALL})?[日号]?(?:底|末)?${BY}
    `,
    meaning: (groups, plan) => {
      const year = yearOf(groups, plan);
      const begins = dayOrMonthEnd(year, groups['first'], groups['firstday']);
      return on(
        dayOrMonthEnd(year, groups['month'], groups['day']),
        begins ? undefined : NO_FIRST_DAY,
      );
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
    source: source`
      ${YEAR}(?<!个|工期|历时|为期|周期)(?<month>${SMALL})月(?:份)?(?!\d{1,2}[日号])
      (?<end>月?底|末)?(?<by>之前|以前|前)?
    `,
    meaning: (groups, plan) =>
      on(
        monthEnd(yearOf(groups, plan), monthIn(groups['month'])),
        groups['by'] && !groups['end'] ? MONTH_DOUBT : undefined,
      ),
  },
  {
    id: 'due.dotted',
    source: source`
      (?<year>20\d{2})[.\/-](?<month>1[0-2]|0?[1-9]|\d{2}(?=[.\/-]\d{1,2}(?!\d)))
      (?:[.\/-](?<day>\d{1,2})(?!\d))?(?!\d|%)(?:之前|前)?
    `,
    meaning: ({ year, month, day }) =>
      on(
        day ? realDay(count(year), count(month), count(day)) : monthEnd(count(year), count(month)),
      ),
  },
];
