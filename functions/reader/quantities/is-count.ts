import { numberOf } from '../../domain/base/numerals.ts';
import { oneOf, pattern, wordList } from '../text/patterns.ts';
import type { NumberContext } from './quantity-sorts.ts';

/** Chinese numerals that are part of a word or an idiom and count nothing. */
const IDIOM = pattern`
  ^(?:
    [一两几百千]批|[一二三]次(?!$|，|。|、|以上|调度|会|活动)|
    一[个项件次场位名人条家步套片户门张组块对类部本期轮]|一(?:体|系列|揽子|站|网)|
    三[个位级类]|百[强家姓]|千[家亿]|十[强大佳]
  )
`;
const COUNTING_VERBS = wordList`
  新建 建成 新增 引进 创建 培育 举办 打造 改造 完成 建设 开展 召开 组织 实施 设立 评选 落地 认定
  招引 招聘 聘请 启动 再建 各 续建 扩建 签约 申报 获批 取得 拍摄 推出 打通 增设 修建 竣工 开工
`;
const COUNTING_VERB = pattern`${oneOf(COUNTING_VERBS)}[^，；、]{0,12}$`;

/** Words such as 期 and 类 count only at the end of what is said. */
const CLASSIFIER = /^(?:期|度|类|班|层|届)$/u;
const AT_END = /^(?:，|。|；|、|以上|$)/u;
/** With a Chinese numeral these form names: 三期, 二类, 两本. */
const NAMING = /^(?:人|度|期|类|位|层|节|本|部)$/u;

export type Numeral = { readonly number: string; readonly whole: string };

/** 其中十亿元以上项目三个, 外出推介二十次以上: a number at the very end counts the noun before it. */
const isCountedLast = (whole: string, before: string, after: string): boolean =>
  /^(?:以上|左右|以内)?(?:$|，|。|；|、|（)/u.test(after) &&
  !/[天年月日]$/u.test(whole) &&
  (whole.length > 2 || /(?:项目|企业|园区|平台|基地|活动|机构|人才|人员)$/u.test(before)) &&
  /[\u4e00-\u9fff”]{2}$/u.test(before) &&
  !/(?:以下|下列|这|那|等|前|第|上述|共)$/u.test(before);

/** Whether a numeral counts something: digits do; Chinese numerals only behind a verb of making. */
export function isCount({ number, whole }: Numeral, around: NumberContext): boolean {
  if (CLASSIFIER.test(around.unit) && !AT_END.test(around.after)) return false;
  return /^\d/u.test(number) ? around.unit !== '期' : isCountInWords({ number, whole }, around);
}

function isCountInWords(
  { number, whole }: Numeral,
  { before, after, unit }: NumberContext,
): boolean {
  if (NAMING.test(unit) || Number.isNaN(numberOf(number)) || whole.endsWith('批')) return false;
  if (!COUNTING_VERB.test(before) && !isCountedLast(whole, before, after)) return false;
  return !IDIOM.test(whole + after.slice(0, 1)) || /^(?:$|，|。|；|、)/u.test(after);
}
