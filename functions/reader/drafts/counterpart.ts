import { oneOf, pattern, wordList } from '../text/patterns.ts';

/** Words in front of a body outside the park: 向省发改委争取. */
const TOWARDS = wordList`对接 (?<!方)向 与 和 同 报 上报 争取`;
const BODY_ENDINGS = wordList`委 局 厅 办 部门 贸促会 科学院 研究院 大学`;
const OUTSIDE = pattern`
  ${oneOf(TOWARDS)}(?<body>
    (?:国家|省|市|州|县|[\u4e00-\u9fff]{2,3}?(?:省|市|州))[\u4e00-\u9fff]{0,10}?${oneOf(BODY_ENDINGS)}
  )
`;

const COMPANY = pattern`
  (?:紧盯|跟进|盯住|支持|对接|拜访)?
  (?<name>[\u4e00-\u9fff]{2,10}(?:集团|公司|制药|科技|股份))$
`;

/** The outside body or company that a promise names, as printed; null when it names none. */
export const counterpartOf = (clause: string, element: string): string | null =>
  OUTSIDE.exec(clause)?.groups?.['body'] ?? COMPANY.exec(element)?.groups?.['name'] ?? null;
