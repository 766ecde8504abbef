import type { TextSpan } from '../text/mapped-text.ts';
import { anyOf, dateForms } from './date-forms.ts';
import type { DateMeaning } from './date-meaning.ts';

/** A deadline phrase found in a text: where, what it means, by which rule. */
export type FoundDate = TextSpan & { readonly meaning: DateMeaning; readonly rule: string };

const compiled = dateForms.map((form) => ({ form, pattern: new RegExp(form.source, 'gu') }));

/** Quick check: most clauses have no date, and are searched several times. */
const ANY_FORM = new RegExp(anyOf(dateForms), 'u');

/** Words before a date that make it a baseline or a title, not a deadline. */
const BASE_BEFORE =
  /(?:较|比|自|于|在|对接|按照|根据|经|从)?(?:《|〔)[^》〕]{0,40}$|(?:较|比|同|截至|截止|原定(?:于)?)$/u;
/** Words after a date that make it an attribute. */
const ATTRIBUTE_AFTER =
  /^(?:度|以来|已|的?(?:基础上|督查|通报(?!$|进)|情况|工作(?:总结|要点|计划|安排|方案)|数据|政府工作报告))/u;

/** The deadline phrases of `text` in order; of two that overlap, the one that starts first counts. */
export function findDates(text: string, planYear: number): readonly FoundDate[] {
  if (!ANY_FORM.test(text)) return [];
  const found = compiled.flatMap(({ form, pattern }, order) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const meaning = meant(form.meaning(match.groups ?? {}, planYear), match[0], planYear);
      const span = { start: match.index, end: match.index + match[0].length };
      return meaning && !isAttribute(text, span)
        ? [{ ...span, meaning, rule: form.id, order }]
        : [];
    }),
  );
  const sorted = found.toSorted((a, b) => a.start - b.start || a.order - b.order);
  const apart: FoundDate[] = [];
  for (const { order: _, ...date } of sorted) {
    if (date.start >= (apart.at(-1)?.end ?? 0)) apart.push(date);
  }
  return apart;
}

/** The meaning of a form, with a question if the `printed` day cannot be meant. */
function meant(
  meaning: DateMeaning | 'noSuchDay' | undefined,
  printed: string,
  planYear: number,
): DateMeaning | undefined {
  const ask = (why: string): DateMeaning => ({
    sort: 'doubtful',
    question: `写的是“${printed}”，${why}，请核对原文，填写办结日期`,
  });
  if (meaning === 'noSuchDay') return ask('日历上没有这一天');
  const isPast = meaning?.sort === 'explicit' && meaning.day < `${planYear}-01-01`;
  return isPast ? ask(`早于计划年度（${planYear}年）`) : meaning;
}

const isAttribute = (text: string, { start, end }: TextSpan): boolean =>
  BASE_BEFORE.test(text.slice(Math.max(0, start - 44), start)) ||
  ATTRIBUTE_AFTER.test(text.slice(end, end + 12));
