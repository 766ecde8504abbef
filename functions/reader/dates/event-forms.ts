import { ANY_NUMBER } from '../../domain/base/numerals.ts';
import { oneOf, source, wordList } from '../text/patterns.ts';
import { dayBefore, realDay } from './calendar-days.ts';
import { type DateForm, on, yearOf } from './date-meaning.ts';
import { FEAST_NAMES, feastDay } from './feast-words.ts';

/** Events without a fixed date. */
const NATURAL_EVENTS = wordList`
  主汛期 汛期 入汛 入冬 入夏 雨季 封冻 上冻 供暖季? 采暖季? 冬季供暖 迎峰度夏 迎峰度冬 高考 中考
  (?:秋季|春季)?(?:学期)?开学 台风季 旅游旺季
`;

/** Deadlines relative to a festival, a season or another act. */
export const eventForms: readonly DateForm[] = [
  {
    id: 'due.festival',
    source: `(?:(?<year>\\d{4})年)?“?(?<feast>${FEAST_NAMES})”?(?:节|假期)?(?:之前|以前|前)`,
    meaning: (groups, plan) => {
      const feast = groups['feast'] ?? '';
      // Lunar and solar dates are computed only for years that the calendar supports.
      if (realDay(yearOf(groups, plan), 1, 1) === undefined) return 'noSuchDay';
      // “2023年元旦前” is the eve of 2023, while a bare 元旦前 closes the plan year.
      const eve = feast === '元旦' && groups['year'] ? 1 : 0;
      const day = feastDay(feast, yearOf(groups, plan) - eve);
      return day === undefined ? undefined : on(dayBefore(day));
    },
  },
  {
    id: 'due.natural-event',
    source: source`
      ${oneOf(NATURAL_EVENTS)}(?:来临|到来|期)?(?:之前|前)
    `,
    meaning: () => ({ sort: 'open' }),
  },
  {
    id: 'due.relative',
    source: source`
      (?:收到|自(?:印发|收到|发布|公布|下达|受理|通知|接到|本)|会后|接到|受理|之日)[^，。；]{0,12}?
        ${ANY_NUMBER}个?(?:工作)?(?:日|天)(?:之?内|前)|
      (?<![\d至为到])${ANY_NUMBER}个?工作日内
    `,
    meaning: () => ({ sort: 'open' }),
  },
];
