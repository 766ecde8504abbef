/** Bodies outside the park, by how their names begin or end. */
const OUTSIDE =
  /(?:对接|(?<!方)向|与|和|同|报|上报|争取)(?<body>(?:国家|省|市|州|县|[\u4e00-\u9fff]{2,3}?(?:省|市|州))[\u4e00-\u9fff]{0,10}?(?:委|局|厅|办|部门|贸促会|科学院|研究院|大学))/u;

const COMPANY =
  /(?:紧盯|跟进|盯住|支持|对接|拜访)?(?<name>[\u4e00-\u9fff]{2,10}(?:集团|公司|制药|科技|股份))$/u;

/** The outside body or company that a promise names, as printed; null when it names none. */
export const counterpartOf = (clause: string, element: string): string | null =>
  OUTSIDE.exec(clause)?.groups?.['body'] ?? COMPANY.exec(element)?.groups?.['name'] ?? null;
