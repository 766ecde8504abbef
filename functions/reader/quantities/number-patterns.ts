import { ANY_NUMBER, CHINESE_NUMBER, DIGITS } from '../../domain/base/numerals.ts';
import { source, wordList } from '../text/patterns.ts';
import { UNIT } from './units.ts';

const RANGE = `(?:%?(?:—|–|-|~|至)${DIGITS})?`;
/** A number with its unit: 新增企业26家. */
export const NUMBERED = new RegExp(
  source`
  (?<!第|[\d.号〔“]|G|S|X|(?:一|二|三|四)线)
  (?<number>${DIGITS}|${CHINESE_NUMBER})${RANGE}(?:余|多)?(?<unit>${UNIT})
`,
  'gu',
);

/** Words in front of 前3名. */
const BEFORE_RANK = wordList`
  进 入 列 居 至 到 持 争 在 排名 位次 位居 全省 全市 全国 全县 均 ， 、 “ 于 是 为 跻身
`;
/** A rank: 进入全省前十位, 位列全市第三. */
export const RANKED = new RegExp(
  source`
  (?:
    (?<=${BEFORE_RANK.join('|')})前(?!(?:进|移)?${CHINESE_NUMBER}?(?:季度|个?月|期|年))
      (?<number>${ANY_NUMBER})(?:位|名|强)?|
    (?:排名|排位|位列|位居|名列|列|居|保持)(?:全省|全市|全国|全县|全州)?
      第(?<place>${ANY_NUMBER})(?:位|名)?
  )(?!季度|个月|批|期)
`,
  'gu',
);

/** 百分之八, 八成以上: shares in words. */
export const SHARED = new RegExp(
  `百分之(?<number>${ANY_NUMBER})|(?<tenths>[一二三四五六七八九])成(?=以上|以内|以下|左右|，|。|；|、|$)`,
  'gu',
);
