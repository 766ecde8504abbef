import { oneOf, pattern, wordList } from '../text/patterns.ts';

/** Endings of the names of government offices; only offices can be the subject of an order. */
export const OFFICE_ENDINGS = wordList`
  财政所 司法所 派出所 税务所 供电所 监管所 局 委 办 厅 部 署 院 处 科 室 会 社 管委会
  委员会 人民政府 政府 办公室 督查室 街道 街道办 镇 乡 镇街 专班 指挥部 工作组 总队 支队
  大队 工商联 总工会 团委 妇联 残联 科协 法院 检察院 党工委 党委 领导小组
`;

/** Endings of the names of companies and institutions. */
const BODY_ENDINGS = wordList`
  中心 公司 集团 所 站 队 学校 学院 大学 银行 协会 园区 开发区 高新区 经开区 产业园 医院
  分局 供电所 校 库 平台公司
`;

const office = new RegExp(`${oneOf(OFFICE_ENDINGS)}$`, 'u');
const anyUnit = new RegExp(`${oneOf(OFFICE_ENDINGS, BODY_ENDINGS)}$`, 'u');

const LONGEST_ENDING = 4;

const endingOf = (name: string): string => name.slice(-LONGEST_ENDING);

export const isOffice = (name: string): boolean => name.length >= 2 && office.test(endingOf(name));

export const isUnit = (name: string): boolean => name.length >= 2 && anyUnit.test(endingOf(name));

const VAGUE_STARTS = wordList`
  各 区） 有关 相关 其他 其它 全体 所有 区直 县直 市直 州直 省直 上述 市级 县级 区级
  (?:[一二三四五六七八九十两\d]+)(?:个)?(?:县|区|镇|乡)
`;
const VAGUE_ENDS = wordList`
  各部门 有关部门 相关部门 有关单位 相关单位 成员单位 各单位 责任单位 牵头单位 配合单位 各镇街
`;
const VAGUE = pattern`^${oneOf(VAGUE_STARTS)}|${oneOf(VAGUE_ENDS)}$`;

/** A collective without names: 各有关部门, 各县区政府. */
const isVague = (name: string): boolean => VAGUE.test(name);

const GENERIC_TAIL =
  /等?(?:\d+个|[一二三四五六七八九十]+个)?(?:有关|相关|各)?(?:部门|单位)?(?:按照?职责分工)?$/u;

/**
 * The units that `list` names, in order. Names are joined by 、 or by 和 and 及
 * where both sides end like a unit (住房和城乡建设局 stays whole); blanks join
 * them too, as some offices write.
 */
export function unitNames(list: string): readonly string[] {
  return list
    .replace(/[（(](?!市|县|区|州|旗)(?<inner>[^（）()]{2,40})[）)]/gu, '、$<inner>、')
    .split(/[、，,；;/|]|\n/u)
    .flatMap((part) => byBlanks(part))
    .flatMap((part) => byConjunction(part))
    .map((name) => tidied(name))
    .filter((name) => name.length >= 2 && !isVague(name));
}

const tidied = (name: string): string =>
  name
    .replace(/\s/gu, '')
    .replace(/^(?:由|以及|及|和|与|会同|同时|并由|\d{1,2}[.．])/u, '')
    .replace(GENERIC_TAIL, (tail) =>
      tail.startsWith('等') ? '' : tail.replace(/按照?职责分工$/u, ''),
    )
    .replace(/[。.：:（(]+$/u, '');

/** Blanks separate names only if each side ends like a unit; otherwise they are scanning noise. */
function byBlanks(part: string): readonly string[] {
  const pieces = part.trim().split(/\s+/u);
  return pieces.length > 1 && pieces.every((piece) => isUnit(piece)) ? pieces : [part];
}

function byConjunction(part: string): readonly string[] {
  if (!isUnit(part.trim())) return [part];
  const names: string[] = [];
  let from = 0;
  for (const match of part.matchAll(/以及|和|及|与/gu)) {
    const left = part.slice(from, match.index);
    if (!isUnit(left.trim()) || part.slice(match.index + match[0].length).trim().length < 2)
      continue;
    names.push(left);
    from = match.index + match[0].length;
  }
  return [...names, part.slice(from)];
}
