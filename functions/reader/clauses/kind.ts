import type { PromiseKind } from '../../domain/base/promise.ts';
import type { Measured } from '../quantities/metric.ts';
import { isMeasured } from '../quantities/units.ts';
import { startsWithVerb } from '../text/verbs.ts';
import { DONE_VERBS, MANNER, STANDING_VERBS, WORK_NOUNS } from '../text/vocabulary.ts';

export type KindFacts = {
  /** The element with what its list shares, as read. */
  readonly text: string;
  /** The clause it stands in, with the means in front of it. */
  readonly clause: string;
  readonly measured: Measured | undefined;
  readonly recurring: boolean;
  readonly dated: boolean;
};

type KindRule = {
  readonly id: string;
  readonly kind: PromiseKind;
  readonly holds: (facts: KindFacts) => boolean;
};

const PROHIBITION = /^(?:.{0,12}?)(?:严禁|不得|禁止|杜绝|一律不|坚决不|不再新增|不发生|零容忍)/u;
const OPEN_ENDED = /常态化|长期坚持|持续推进|长期|动态清零|全天候/u;
const FUND =
  /债券|专项债|公司债|企业债|国债|中央预算内|预算内(?:投资|资金)|上级(?:\S{0,4})?(?:资金|补助|支持)|补助资金|专项资金|政策性(?:资金|开发性)|转移支付|争取.{0,10}资金|资金.{0,4}争取|力争资金|筹集|募集|融资(?!.{0,4}(?:瓶颈|难|担保|对接|服务|需求|渠道))|贷款|授信|社会资本|金融支持|金融工具|基金.{0,6}到位|首期到位/u;
const OBTAIN =
  /争取|申请|申报|发行|融资|募集|筹集|落实|到位|引入|获得|获批|力争资金|吸引|撬动|新增|取得|对接/u;
const FOR_OTHERS =
  /(?:帮助|为|支持|助力|推动|引导).{0,6}(?:企业|商户|农户|主体|小微)|信贷|存贷款|贷款余额|授信(?:额度)?|惠企|普惠/u;
const INVESTORS = /招商|到位(?:资金|内资|外资)|省外|市外|境外|引资|(?<!预算)内资|外资|客商/u;
const PAID_OUT = /兑付|兑现|拨付|发放|奖补|补贴资金|支出/u;

const isFunding = ({ text, clause }: KindFacts): boolean =>
  FUND.test(text) &&
  OBTAIN.test(text + clause) &&
  !FOR_OTHERS.test(text) &&
  (!INVESTORS.test(text) || /向上争取|上级/u.test(text)) &&
  !PAID_OUT.test(text);

const GENERIC_OBJECT =
  /(?:农村|城市|城区|城镇|老旧|各类|标准|高标准|闲置|低效|供水|供热|供气|燃气|污水管|雨污|雨水|管网|管道|绿地|绿道|公共|普惠|乡村|公路|土地|厂房|道路|林|水土|危桥|危房|河道|渠道|茶园|耕地|果园|面积|存量|批而未供|街巷|小区|人才|保障性|经济林|营造|盘活|收储)/u;
const NAMED =
  /[\u4e00-\u9fff]{2}(?:路|大道|大街|大桥|桥|高速|铁路|快速路|通道|连接线|水库|园|片区|基地|中心|水厂|厂区|站|工程|项目|[一二三四五]期|枢纽|河|湖)/u;

/** A work with a name of its own keeps its size as a measure, it is not a number to reach. */
function isNamedWork({ text, measured }: KindFacts): boolean {
  if (!measured || !isMeasured(measured.metric.unit)) return false;
  const object = text.slice(0, measured.quantity.start);
  return NAMED.test(object) && !GENERIC_OBJECT.test(object) && !/率|产值|产量|总量/u.test(object);
}

const RELATIVE =
  /(?:不低于|高于|不高于|低于|好于|快于|优于|达到|同步于|持平于?).{0,10}(?:平均|全省|全市|全州|全国|全县|上年|去年|同期|水平)|基本同步|同步增长|正增长|双(?:下降|提升)|保持.{0,4}增长|第一方阵|位居.{0,6}前列/u;

const END_STATE =
  /(?:开工|复工|竣工|投产|投用|投入使用|投入运营|投入运行|运营|投运|通车|完工|封顶|落地|获批|批复|验收|入库|挂牌|签约|开园|开业|交付|上线|销号|清零|进场|试生产|试运行|开通|送电|通水|通气|调试|建成|启用|达标|摘牌|上市|入驻|报批|审定|核准|备案|投入试运行|见效|开放|通航|省级项目库|销户|达产|达效)(?:工作|任务|标准|手续|达效)?$/u;

const STRONG =
  '办好|办结|建好|新开工|新开|新签|新认|完成|建成|竣工|投产|投用|投入使用|投入运营|开工|动工|启动|启用|封顶|通车|验收|交付|移交|挂牌|揭牌|开园|上线|打通|贯通|出台|印发|制定|制订|编制|编印|修订|修编|修改|起草|形成|发布|公布|公示|建立|成立|组建|设立|设置|新建|改建|扩建|续建|改造|修建|安装|铺设|加装|搭建|构建|举办|召开|签订|签约|引进|引入|招引|聘请|聘用|选派|派驻|入驻|落户|关停|关闭|拆除|搬迁|征收|收储|报批|获批|获得|取得|办结|办理|创建|创成|争创|申报|申创|评选|认定|达到|解决|销号|清零|盘活|调整|增设|新增|兑付|兑现|拨付|购置|采购|招标|消除|提交|报送|上报|提出|列入|纳入|绘制|竞聘|注册|实现|开行|种植|加固|调准|建设|重组|置换|清算|淘汰|退出|布设|投放|投入|入统|纳统|核定|核实|转为|共建|再造|腾退|报市|报县|报省|报批';
const STARTS_STRONG = new RegExp(`^(?:${STRONG})`, 'u');
const SOON_STRONG = new RegExp(`^.{2,30}?(?:${STRONG})`, 'u');
const HEAD = new RegExp(`(?:${DONE_VERBS}|${STANDING_VERBS})`, 'u');
const STANDING_HEAD =
  /^(?:加强|强化|深化|优化|完善|健全|注重|严格|严把|严控|严守|支持|服务|推行|推广|提升|提高|增强|巩固|坚持|落实|抓好|抓实|抓牢|狠抓|突出|聚焦|紧盯|统筹|保障|确保|督促|指导|鼓励|引导|规范|维护|防范|预防|遏制|管控|监管|守牢|守住|压实|拓展|拓宽|加大|扩大|壮大|做强|做优|做大|培养|营造|创新|转变|整合|对接|联系|跟踪|跟进|协调|配合|打击|持续|常态化|宣传|弘扬|培育|放在|督导|督查|调度|通报|筛选|汇总|跟班|帮助|帮扶|发挥|补齐|畅通|瞄准|提供|给予|执行|实行|管理|激发|丰富|破解|突破|治理|整治|防治|提质|走访|细化|侧重|公开|组织|参与|推介|储备|利用|储备)/u;
const SOFT_HEAD = /^(?:推进|推动|促进|加快|加速|打造|实施|开展|做好|举行|探索|谋划|策划)/u;
const WORK_OBJECT = new RegExp(
  `(?:${WORK_NOUNS}|专项整治|普查|演练|试点|论证|前期|扫尾|集群|活动年|建设年|活动|比赛|大赛|赛|展|节)(?:的)?(?:建设|改造|工作|前期工作|任务|征地|报建|施工|落地|实施|扩建|新建|提升|编制|制定|申报|用地)*$`,
  'u',
);
const ONGOING_OBJECT =
  /(?:改革|服务|管理|发展|监管|治理|保护|防治|协同|融合|合作|招商|转型|升级|培训|教育|宣传|落实|审批|执法|整合|退出|工作|赋权|落地见效|常态化|攻坚战|保卫战|环境)$/u;

/** 招引项目要聚焦四类: what stands before the modal is the subject. */
const SUBJECT =
  /^[^，。]{2,24}?(?:要(?!求|素|点|件|务|道|塞|害)|必须|应当|应(?!急|用|对|收)|需(?!求|要))/u;

const MANNERS = new RegExp(
  `^(?:${MANNER}|全区|全县|全市|我区|我县|我市|园区|各[^，]{1,4}?|[，、“])+`,
  'u',
);

const bareOf = (text: string): string => text.replace(SUBJECT, '').replace(MANNERS, '');

/** 围绕产业链绘制图谱: the means in front of the deed. */
const MEANS_AHEAD =
  /^(?:围绕|聚焦|瞄准|针对|依托|结合|立足|以|按照|对|为)[^，]{2,30}?(?=完成|建成|绘制|编制|制定|出台|开展|建立|设立|举办|引进|组织|举行|实行|推行|给予|执行)/u;

const headOf = (text: string): string => {
  const bare = bareOf(text.replace(MEANS_AHEAD, '')).replace(MEANS_AHEAD, '');
  const verb = HEAD.exec(bare);
  return verb ? bare.slice(verb.index) : bare;
};

const object = (text: string): string =>
  text.replace(/[，。；、：！？）（”]+$/u, '').replace(/（[^）]*）$/u, '');

/** In the order they are tried; the last holds always. */
export const kindRules: readonly KindRule[] = [
  { id: 'kind.prohibition', kind: 'standing', holds: ({ text }) => PROHIBITION.test(text) },
  { id: 'kind.recurring', kind: 'standing', holds: ({ recurring }) => recurring },
  {
    id: 'kind.scope-of-problems',
    kind: 'standing',
    holds: ({ text }) => /等(?:各)?方面的?问题|(?:困难|问题)(?:和|与|、)(?:困难|问题)/u.test(text),
  },
  {
    id: 'kind.strict',
    kind: 'standing',
    holds: ({ text, measured }) =>
      !measured && /^(?:要|必须|进一步)*严(?:格|控|把|守|防|肃|厉)/u.test(text),
  },
  {
    id: 'kind.requirement',
    kind: 'standing',
    holds: ({ text, dated }) =>
      !dated && /(?:项目|企业|单位|人员|部门|干部)(?:一律|必须|应当)/u.test(text),
  },
  { id: 'kind.funding', kind: 'funding', holds: isFunding },
  {
    id: 'kind.open-ended',
    kind: 'standing',
    holds: ({ text, measured, dated }) => !measured && !dated && OPEN_ENDED.test(text),
  },
  { id: 'kind.named-work', kind: 'milestone', holds: isNamedWork },
  { id: 'kind.number', kind: 'target', holds: ({ measured }) => measured !== undefined },
  {
    id: 'kind.relative',
    kind: 'target',
    holds: ({ text }) => RELATIVE.test(text) && !/建立|机制/u.test(text),
  },
  { id: 'kind.end-state', kind: 'milestone', holds: ({ text }) => END_STATE.test(object(text)) },
  { id: 'kind.dated', kind: 'milestone', holds: ({ dated }) => dated },
  {
    id: 'kind.continuing-verb',
    kind: 'standing',
    holds: ({ text }) =>
      STANDING_HEAD.test(headOf(text)) && !/建立|设立|前期工作|基金/u.test(text.slice(0, 12)),
  },
  {
    id: 'kind.ongoing-object',
    kind: 'standing',
    holds: ({ text }) =>
      SOFT_HEAD.test(headOf(text)) &&
      ONGOING_OBJECT.test(object(text)) &&
      !object(text).endsWith('前期工作'),
  },
  {
    id: 'kind.work-object',
    kind: 'milestone',
    holds: ({ text }) => SOFT_HEAD.test(headOf(text)) && WORK_OBJECT.test(object(text)),
  },
  {
    id: 'kind.done-verb',
    kind: 'milestone',
    holds: ({ text }) => STARTS_STRONG.test(headOf(text)),
  },
  {
    id: 'kind.soft-then-done',
    kind: 'milestone',
    holds: ({ text }) => SOFT_HEAD.test(headOf(text)) && SOON_STRONG.test(headOf(text)),
  },
  { id: 'kind.neither', kind: 'standing', holds: () => true },
];

/** 完成, 出台: opens with a verb that ends something, without number or date. */
export const opensWithDeed = (text: string): boolean =>
  startsWithVerb(text) &&
  kindOf({ text, clause: text, measured: undefined, recurring: false, dated: false }).id ===
    'kind.done-verb';

export function kindOf(facts: KindFacts): { readonly kind: PromiseKind; readonly id: string } {
  const rule = kindRules.find(({ holds }) => holds(facts));
  return { kind: rule?.kind ?? 'standing', id: rule?.id ?? 'kind.neither' };
}
