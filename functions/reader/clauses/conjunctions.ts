import { findQuantities } from '../quantities/find-quantities.ts';
import type { TextSpan } from '../text/mapped-text.ts';
import { oneOf, pattern, wordList } from '../text/patterns.ts';
import { outside } from '../text/sentences.ts';
import { DONE_VERBS, STANDING_VERBS, WORK_NOUNS } from '../text/vocabulary.ts';

const VERB = new RegExp(oneOf(DONE_VERBS, STANDING_VERBS), 'u');
/** Nouns that close the name of a work. */
const NAME_ENDINGS = wordList`
  项目 工程 规划 方案 园 园区 中心 平台 系统 道路 大道 路 桥 厂 站 线 机制 制度 办法 检测 电源 学校
  小学 中学 医院 公园 广场 基地 政策 清单 绿化 环评 可研 审批 改造 调整
`;
const STRONG_END = pattern`
  ${oneOf(NAME_ENDINGS, '[一二三四五]期', '[\u4e00-\u9fff]{3}建设', '[”》]')}$
`;
const WORK = new RegExp(oneOf(WORK_NOUNS, '工作', '任务', '用地'), 'u');
/** A second half that only names an aspect of the first: 规划和建设工作. */
const SAME_THING =
  /^(?:建设|管理|发展|服务|前期|配套|相关|使用|实施|运营|维护|推广|改革|保护|其他|其它|有关|审批)/u;

/** Whether a part starts its clause, and whether it ends a list that was split. */
export type PartPosition = { readonly first: boolean; readonly listed: boolean };

/** Longer parts are not split. */
const LONGEST_PART = 200;

/** Splits `part` of `text` at 和, 及 and 与 if both sides are separate works. */
export function splitConjunctions(
  text: string,
  part: TextSpan,
  { first, listed }: PartPosition,
): readonly TextSpan[] {
  const own = text.slice(part.start, part.end);
  if (own.length > LONGEST_PART) return [part];
  const open = outside(own);
  const parts: TextSpan[] = [];
  let from = 0;
  for (const match of own.matchAll(/以及|和|及|与/gu)) {
    const left = own.slice(from, match.index);
    const right = own.slice(match.index + match[0].length);
    const object = first && from === 0 ? objectOf(left) : left;
    if (open[match.index] !== true || object === undefined || !areTwo(object, right, listed))
      continue;
    parts.push({ start: part.start + from, end: part.start + match.index });
    from = match.index + match[0].length;
  }
  return [...parts, { start: part.start + from, end: part.end }];
}

function areTwo(left: string, right: string, listed: boolean): boolean {
  if (SAME_THING.test(right)) return false;
  if (listed && closesList(left, right)) return true;
  if (isCounted(left) && isCounted(right)) return true;
  return areBatches(left, right) || areWorks(left, right);
}

/** A、B和C: in a list that is split, the last 和 separates two elements as 、 does. */
const closesList = (left: string, right: string): boolean =>
  left.length >= 2 && right.length >= 2 && !left.includes('的') && !right.includes('的');

const areBatches = (left: string, right: string): boolean =>
  left.endsWith('一批') && right.endsWith('一批');

/** 日供水5万吨的水厂: a size in front of the name. */
const SIZED = /^(?:日|年|总|占)[^的]{1,16}\d[^的]{0,8}的/u;

const areWorks = (left: string, right: string): boolean =>
  left.length >= 3 &&
  right.length >= 4 &&
  !right.replace(SIZED, '').includes('的') &&
  STRONG_END.test(left) &&
  WORK.test(right);

/** What follows the verb of `left`; undefined when it has none, for then it is a subject. */
function objectOf(left: string): string | undefined {
  const verb = VERB.exec(left);
  return verb ? left.slice(verb.index + verb[0].length) : undefined;
}

const isCounted = (text: string): boolean =>
  findQuantities(text).some(({ sort }) => sort === 'level' || sort === 'rate');
