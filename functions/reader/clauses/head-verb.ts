import { oneOf, pattern, wordList } from '../text/patterns.ts';
import { ADVERBS, DONE_VERBS, STANDING_VERBS } from '../text/vocabulary.ts';

/** Verbs at the head of a promise, and what they say of its kind. */

/** Verbs that promise an end state when they are the head. */
const STRONG_VERBS = wordList`
  办好 办结 建好 新开工 新开 新签 新认 完成 建成 竣工 投产 投用 投入使用 投入运营 开工 动工
  启动 启用 封顶 通车 验收 交付 移交 挂牌 揭牌 开园 上线 打通 贯通 出台 印发 制定 制订 编制
  编印 修订 修编 修改 起草 形成 发布 公布 公示 建立 成立 组建 设立 设置 新建 改建 扩建 续建
  改造 修建 安装 铺设 加装 搭建 构建 举办 召开 签订 签约 引进 引入 招引 聘请 聘用 选派 派驻
  入驻 落户 关停 关闭 拆除 搬迁 征收 收储 报批 获批 获得 取得 办理 创建 创成 争创 申报 申创
  评选 认定 达到 解决 销号 清零 盘活 调整 增设 新增 兑付 兑现 拨付 购置 采购 招标 消除 提交
  报送 上报 提出 列入 纳入 绘制 竞聘 注册 实现 开行 种植 加固 调准 建设 重组 置换 清算 淘汰
  退出 布设 投放 投入 入统 纳统 核定 核实 转为 共建 再造 腾退 报市 报县 报省
`;
const STARTS_STRONG = new RegExp(`^${oneOf(STRONG_VERBS)}`, 'u');
const SOON_STRONG = new RegExp(`^.{2,30}?${oneOf(STRONG_VERBS)}`, 'u');

/** Verbs that promise continuing work when they are the head. */
const STANDING_HEADS = wordList`
  加强 强化 深化 优化 完善 健全 注重 严格 严把 严控 严守 支持 服务 推行 推广 提升 提高 增强
  巩固 坚持 落实 抓好 抓实 抓牢 狠抓 突出 聚焦 紧盯 统筹 保障 确保 督促 指导 鼓励 引导 规范
  维护 防范 预防 遏制 管控 监管 守牢 守住 压实 拓展 拓宽 加大 扩大 壮大 做强 做优 做大 培养
  营造 创新 转变 整合 对接 联系 跟踪 跟进 协调 配合 打击 持续 常态化 宣传 弘扬 培育 放在
  督导 督查 调度 通报 筛选 汇总 跟班 帮助 帮扶 发挥 补齐 畅通 瞄准 提供 给予 执行 实行 管理
  激发 丰富 破解 突破 治理 整治 防治 提质 走访 细化 侧重 公开 组织 参与 推介 储备 利用
`;
const STANDING_HEAD = new RegExp(`^${oneOf(STANDING_HEADS)}`, 'u');

/** Verbs whose object tells whether the work ends. */
const SOFT_HEAD = /^(?:推进|推动|促进|加快|加速|打造|实施|开展|做好|举行|探索|谋划|策划)/u;

/** 招引项目要聚焦四类: the words before the modal are the subject. */
const SUBJECT = pattern`
  ^[^，。]{2,24}?(?:
    要(?!求|素|点|件|务|道|塞|害)|必须|应当|应(?!急|用|对|收)|需(?!求|要)
  )
`;
const EVERYBODY = wordList`全区 全县 全市 我区 我县 我市 园区 各[^，]{1,4}?`;
const LEADING_ADVERBS = pattern`^${oneOf(ADVERBS, EVERYBODY, '[，、“]')}+`;

const withoutSubject = (text: string): string =>
  text.replace(SUBJECT, '').replace(LEADING_ADVERBS, '');

/** 围绕产业链绘制图谱: the means in front of the verb. */
const MEANS_AHEAD = pattern`
  ^(?:围绕|聚焦|瞄准|针对|依托|结合|立足|以|按照|对|为)[^，]{2,30}?(?=
    完成|建成|绘制|编制|制定|出台|开展|建立|设立|举办|引进|组织|举行|实行|推行|给予|执行
  )
`;
const HEAD = new RegExp(oneOf(DONE_VERBS, STANDING_VERBS), 'u');

/** `text` from its head verb on; without subject, means and adverbs if it has no verb. */
function headOf(text: string): string {
  const bare = withoutSubject(text.replace(MEANS_AHEAD, '')).replace(MEANS_AHEAD, '');
  const verb = HEAD.exec(bare);
  return verb ? bare.slice(verb.index) : bare;
}

export const hasStrongHead = (text: string): boolean => STARTS_STRONG.test(headOf(text));

export const hasStandingHead = (text: string): boolean => STANDING_HEAD.test(headOf(text));

export const hasSoftHead = (text: string): boolean => SOFT_HEAD.test(headOf(text));

/** Whether a verb with an end state follows the head: 推动…落地. */
export const hasStrongVerbSoon = (text: string): boolean => SOON_STRONG.test(headOf(text));
