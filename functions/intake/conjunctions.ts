import { findQuantities } from './quantities.ts';
import { outside } from './sentences.ts';
import type { Span } from './view.ts';
import { DONE_VERBS, STANDING_VERBS, WORK_NOUNS } from './words.ts';

const VERB = new RegExp(`(?:${DONE_VERBS}|${STANDING_VERBS})`, 'u');
const STRONG_END =
  /(?:项目|工程|规划|方案|园|园区|中心|平台|系统|道路|大道|路|桥|厂|站|线|机制|制度|办法|检测|电源|学校|小学|中学|医院|公园|广场|基地|政策|清单|绿化|环评|可研|审批|改造|调整|[\u4e00-\u9fff]{3}建设|[”》])$/u;
const WORK = new RegExp(`(?:${WORK_NOUNS}|工作|任务|用地)`, 'u');
/** A second half that only names a side of the first: 规划和建设工作. */
const SAME_THING = /^(?:建设|管理|发展|服务|前期|配套|相关|使用|实施|运营|维护|推广|改革|保护|其他|其它|有关|审批)/u;

/** Cuts `part` of `text` at 和, 及, 与 where both sides are works of their own. */
export function splitConjunctions(text: string, part: Span, first: boolean): readonly Span[] {
  const own = text.slice(part.start, part.end);
  const open = outside(own);
  for (const match of own.matchAll(/以及|和|及|与/gu)) {
    if (open[match.index] !== true) continue;
    const left = own.slice(0, match.index);
    const right = own.slice(match.index + match[0].length);
    if (!areTwo(first ? objectOf(left) : left, right)) continue;
    const cut = part.start + match.index;
    return [
      { start: part.start, end: cut },
      ...splitConjunctions(text, { start: cut + match[0].length, end: part.end }, false),
    ];
  }
  return [part];
}

function areTwo(left: string | undefined, right: string): boolean {
  if (left === undefined || SAME_THING.test(right)) return false;
  if (isCounted(left) && isCounted(right)) return true;
  if (/一批$/u.test(left) && /一批$/u.test(right)) return true;
  if (left.length < 3 || right.length < 4 || /的/u.test(right)) return false;
  return STRONG_END.test(left) && WORK.test(right);
}

/** What follows the verb of `left`; undefined when it has none, for then it is a subject. */
function objectOf(left: string): string | undefined {
  const verb = VERB.exec(left);
  return verb ? left.slice(verb.index + verb[0].length) : undefined;
}

const isCounted = (text: string): boolean =>
  findQuantities(text).some(({ sort }) => sort === 'level' || sort === 'rate');
