import { plainYears } from '../text/plain-years.ts';

/** The year of a plan, from its title and first lines: 2022年工作计划, 二〇二二年. */
export function planYearIn(text: string): number | undefined {
  const opening = plainDigits(text.slice(0, 400));
  const title = [...(/\S[^\n]*/u.exec(opening)?.[0] ?? '').matchAll(/(?<year>20\d{2})年/gu)];
  if (title.length > 0) return Math.max(...title.map(({ groups }) => Number(groups?.['year'])));
  const titled =
    /(?<year>20\d{2})年(?:度)?[^。，\n]{0,40}?(?:计划|要点|安排|打算|方案|任务|分解|清单|实事|思路|目标)/gu;
  const years = [...opening.matchAll(titled)].map((match) => Number(match.groups?.['year']));
  if (years.length > 0) return Math.max(...years.slice(0, 2));
  const dated = /(?<year>20\d{2})年/u.exec(plainDigits(text.slice(0, 4000)));
  return dated ? Number(dated.groups?.['year']) : undefined;
}

const plainDigits = (text: string): string =>
  plainYears(
    text
      .replace(/[^\S\n]/gu, '')
      .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)),
  );
