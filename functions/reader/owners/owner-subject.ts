import { oneOf, pattern, wordList } from '../text/patterns.ts';
import { type Owners, readOwners } from './owner-phrases.ts';
import { OFFICE_ENDINGS, unitNames } from './unit-names.ts';

/** A name, followed by 、 and another name or by the first word of the order. */
const ORDER_WORDS = wordList`
  分别 要 需 应 须 务必 务于 负责 牵头 会同 必须 尽快 抓紧 于 在 将 根据 按照 组织 自 每
`;
const NAME = pattern`
  ^[\u4e00-\u9fff（、）]{0,14}?${oneOf(OFFICE_ENDINGS, '（市、区）', '（区）', '单位', '部门')}
  (?:(?<more>、)|(?=${ORDER_WORDS.join('|')}))
`;
const MOST_NAMES = 6;

/** 按照分工，县水利局要…: words in front of the subject. */
const LEAD_IN = /^[^，。；]{0,12}，/u;
const BY = /由(?<names>[\u4e00-\u9fff、（）]{2,40}?)(?:牵头|负责|承办|会同)/u;

/**
 * The office that `clause` gives an order to, as its subject or as 由…负责.
 *
 * @returns empty owners for a collective subject (各单位), undefined for a clause without a subject.
 */
export function subjectOf(clause: string): Owners | undefined {
  const by = BY.exec(clause);
  if (by) return readOwners(clause.slice(by.index + 1).split('，', 1)[0] ?? '');
  const led = /^[^，。；]{2,24}?(?:牵头|会同)/u.exec(clause);
  if (led)
    return readOwners(
      clause
        .split('，', 2)
        .join('，')
        .slice(0, 80)
        .replace(/要(?=牵头|会同)/u, ''),
    );
  const names = namesAhead(clause.replace(LEAD_IN, '')) ?? namesAhead(clause);
  return names === undefined ? undefined : { owners: unitNames(names), support: [] };
}

/** The names at the start of `text`, up to the first word of the order. */
function namesAhead(text: string): string | undefined {
  let end = 0;
  for (let count = 0; count < MOST_NAMES; count += 1) {
    const name = NAME.exec(text.slice(end));
    if (!name) return undefined;
    end += name[0].length;
    if (name.groups?.['more'] === undefined) return text.slice(0, end);
  }
  return undefined;
}
