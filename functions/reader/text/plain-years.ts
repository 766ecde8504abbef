const DIGITS = '〇一二三四五六七八九';

/** What is typed for the zero of a year. */
const ZEROS = '〇○◯零OoＯｏ0０';

const YEAR = new RegExp(`(?<![\\d${ZEROS}${DIGITS}])[\\d${ZEROS}${DIGITS}]{4}(?=年)`, 'gu');

const digitOf = (character: string): string => {
  if (ZEROS.includes(character)) return '0';
  return /\d/u.test(character) ? character : String(DIGITS.indexOf(character));
};

/** `text` with years in digits, each in its place: 二〇二六年, 二O二六年 and 二0二六年 are 2026年. */
export const plainYears = (text: string): string =>
  text.replace(YEAR, (printed) => {
    const year = Array.from(printed, digitOf).join('');
    return /^(?:19|20)/u.test(year) ? year : printed;
  });
