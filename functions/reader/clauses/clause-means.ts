import { oneOf, pattern, wordList } from '../text/patterns.ts';

const ADVERBS = wordList`
  要 进一步 切实 认真 充分 积极 紧密 精准 主动 及时 严格 抓紧 全面
`;
const PREPOSITIONS = wordList`
  以(?!上|内|下|及) 按照 按(?!时|期|月) 根据 依据 依照 依托 围绕 结合
  通过(?!.*(?:验收|评审|审批|批复|评估|认定|考核|核查))
  利用 立足 针对 面对 面向 对照 紧扣 瞄准 聚焦 抢抓 抓住 借助 借力 本着 随着 用好 发挥 把握
  鉴于 遵循 对标 参照 着眼 适应 顺应 争取在 在(?!建|岗|编) 对于 关于 对接(?!.*项目) 走访 联系
  为(?!.{0,24}(?:提供|实施|发放|配备|办理|安装|建设|引进|解决|新增|购买))
  对(?!接|外|.{0,40}(?:给予|实施|开展|进行|实行|予以|完成|逐))
  经(?!济|开|营) 从 把(?!.*(?:调|纳入|建成|打造成|建设成)) 比照
`;
const MEANS = pattern`^(?:各[^，要]{1,16}要)?${oneOf(ADVERBS)}*${oneOf(PREPOSITIONS)}`;

const OPENINGS = wordList`
  围绕 在(?=[^《]{2,30}(?:推行|推广|试行)) 聚焦 瞄准 针对 依托 结合 立足 以 按照 对 为
`;
const TASK_VERBS = wordList`
  完成 建成 绘制 编制 制定 出台 开展 建立 设立 举办 引进 组织 推动 推行 推广 试行 实施 举行
`;
const STILL_MEANS = '要求|原则|契机|抓手|导向|机遇|范围|重点|基础|部署|为|中|下|上|的';

/** 围绕产业链绘制图谱: means and task in one clause. */
const HAS_TASK = pattern`
  ^${oneOf(OPENINGS)}[^《]{2,60}?${oneOf(TASK_VERBS)}[^《中下]{2,80}(?<!${STILL_MEANS})$
`;

/** 通过A、B、C names the steps themselves, unless 等方式 closes the list. */
const namesSteps = (text: string): boolean =>
  /^通过.*、.*、/u.test(text) && !/等(?:方式|形式|途径|渠道|手段|措施|办法)/u.test(text);

/** Whether a clause only names the means of the next one: 围绕…, 按照…. */
export const isMeans = (text: string): boolean =>
  MEANS.test(text) && !HAS_TASK.test(text) && !namesSteps(text);
