import { DONE_VERBS, MANNER, STANDING_VERBS } from '../text/vocabulary.ts';

/** What a clause is to its sentence. */
export type Role = 'task' | 'prefix' | 'skip' | 'stop';

export type ClauseFacts = {
  readonly text: string;
  /** Holds a number that could be owed, or a rank. */
  readonly counted: boolean;
  /** Holds a deadline. */
  readonly dated: boolean;
  /** A promise was already found in this sentence. */
  readonly follows: boolean;
  /** Nothing comes after it before the sentence ends. */
  readonly last: boolean;
  /** The clause after it, or nothing. */
  readonly next: string;
  /** The clause before only described something: 总投资8亿元. */
  readonly described: boolean;
  /** Means already wait in front of it. */
  readonly joined: boolean;
};

type RoleRule = {
  readonly id: string;
  readonly role: Role;
  readonly holds: (facts: ClauseFacts) => boolean;
};

const bare = ({ counted, dated }: ClauseFacts): boolean => !counted && !dated;

const matching =
  (pattern: RegExp) =>
  ({ text }: ClauseFacts): boolean =>
    pattern.test(text);

const BINDING =
  /力争|确保|必须|务必|务于|严禁|不得|底前|年内|将(?!其)|拟|(?<!主|重|需|摘|概|提|首|紧|纪|不)要(?!求|素|点|件|闻|务|塞|害|领)/u;

const SANCTION =
  /(?:对|凡)?[^，]{0,16}(?:通报批评|下发督办(?:通知|函)|予以通报|约谈|问责|追责|追究|扣分|一票否决|严肃处理|予以.{0,6}通报|停产整顿|评先评优资格)|逾期(?:未|不)/u;
const CONTACT = /联系人|联系电话|电话[：:]|邮箱|传真|https?:|@/u;
/** ——2月8日在市第九届人民代表大会第二次会议上: where a report was given. */
const OCCASION = /^[—-]{1,4}[^，。]{0,16}在[^，。]{4,50}(?:会议|大会|会|全会)上$/u;
/** Who printed it, when, and how many. */
const COLOPHON = /\d{4}年\d{1,2}月\d{1,2}日印发|共印\d+份/u;
const LEAD_IN =
  /(?:以下|下列|如下|下面).{0,8}(?:工作|任务|方面|通知|事项|几点|项|安排|要求|个)|有关(?:事项|工作)通知如下|印发给你们|请(?:认真|遵照|按照|对照|结合实际)|^会议(?:要求|强调|指出|认为|决定|议定|明确)$|请.{0,14}(?:审议|审查|提出(?:宝贵)?意见)|^(?:为|为了).{2,40}(?:制定本|特制定|制定如下)|制定本(?:计划|方案|要点)/u;
const SLOGAN =
  /^(?:[^，要]{1,10}要)?(?:要|必须|始终|切实|进一步|牢牢|认真|全面|深入|以)*(?:真抓实干|团结|携手|大干|大抓|砥砺|接续奋斗|拼搏|坚持|坚守|坚定|牢固树立|树立|树牢|提高政治|提升政治|增强.{0,12}(?:意识|自信|责任感)|贯彻|学习贯彻|深刻(?:把握|认识|领会)|牢记|把握(?!.*项目)|弘扬|践行|秉持|锚定|奋力|昂首|踔厉|紧紧围绕|紧密团结|高举|统一思想|凝心聚力|提高思想|提高认识|解放思想|强化(?:使命|责任)担当|增强责任|(?:落实|执行|践行).{0,60}(?:精神|决策部署|部署要求|重要论述|重要讲话)$)/u;
const GRAND =
  /(?:^为[^，]{4,40}而(?:努力|不懈|接续|共同)*奋斗$|(?:热潮|高潮)$|新篇章|新局面|新贡献|新活力|新动能|新台阶|开门红|良好开局|更大贡献|坚实(?:基础|保障|支撑)|强劲(?:的)?动力|承上启下|关键(?:一年|之年)|开局之年|收官之年|高质量发展(?:贡献|。|，|$)|良好(?:环境|氛围|局面|势头)|营造.{0,12}(?:氛围|环境)|推进改革$|放到突出位置)/u;
const COPULA =
  /^[^，]{1,24}?(?:是(?!否)|具有|属于|位于|地处|意味着|离不开|事关|关系到|有着)[^，]{2,}/u;
const PROBLEM =
  /(?:依然|仍然|仍|还)(?:存在|有|不)|不(?:够|足|强|长|优|高|大|快|平衡|充分|完善|到位)(?:等|，|。|$|的问题)|短板(?:明显|突出)|亟待|压力(?:较|很)?大|需要(?:我们)?(?:切实)?(?:加以)?解决/u;
/** A says who leads, and nothing else: 由供电公司负责. */
const RESPONSIBLE =
  /(?:由[^，]{2,24}?(?:负责|牵头负责|牵头|承办)(?:、[^，]{2,20}(?:配合|协助|参与))?|^[^，]{2,20}(?:局|委|办|厅|部门|政府|委会|街道|镇|公司)(?:要)?(?:牵头|负责|牵头、[^，]{2,20}(?:配合|协助|参与)|会同[^，]{2,20}))$/u;
const NOTE =
  /列(?:在)?第一位|(?:第一|首位).{0,6}为牵头|负总责|^(?:扎实|认真|全力|稳步|统筹)*(?:做好|抓好|推进|开展)?(?:相关|有关|各项)工作$|^(?:确保|力争|全面)*完成(?:全年|年度|各项|预期|既定)*(?:目标|任务|工作)+$|(?:结果|情况).{0,8}(?:纳入|作为).{0,16}(?:考核|依据|评价|评先)|特此(?:通知|通报|报告|说明)/u;
/** 三湾为新型建材: says what something shall be. */
const DEFINES = /^[^，为]{2,12}为[^，]{3,}$/u;
const SIZE_ONLY =
  /^(?:项目)?(?:投资约?(?=\d)|(?:尚|还)(?:差|缺|剩|余)|总投资|概算投资|计划总投资|占地|占地面积|总面积|总建筑面积|建筑面积|规划面积|用地面积|在建|现有|共有|位于|日处理|设计)[^，]*$/u;
const MEANS =
  /^(?:各[^，要]{1,16}要)?(?:要|进一步|切实|认真|充分|积极|紧密|精准|主动|及时|严格|抓紧|全面)*(?:以(?!上|内|下|及)|按照|按(?!时|期|月)|根据|依据|依照|依托|围绕|结合|通过(?!.*(?:验收|评审|审批|批复|评估|认定|考核|核查))|利用|立足|针对|面对|面向|对照|紧扣|瞄准|聚焦|抢抓|抓住|借助|借力|本着|随着|用好|发挥|把握|鉴于|遵循|对标|参照|着眼|适应|顺应|争取在|在(?!建|岗|编)|对于|关于|对接(?!.*项目)|走访|联系|为(?!.{0,24}(?:提供|实施|发放|配备|办理|安装|建设|引进|解决|新增|购买))|对(?!接|外|.{0,40}(?:给予|实施|开展|进行|实行|予以|完成|逐))|经(?!济|开|营)|从|把(?!.*(?:调|纳入|建成|打造成|建设成))|比照)/u;
const PURPOSE_WORD =
  /^(?:从而|用于|进而|以便|以此|为(?!民|企业(?:引进|解决|办|争取|新增)|\d|困难|符合|.{0,14}(?:提供|实施|开展|发放|配备|办理|安装|建设|解决)(?!.{0,10}(?:保障|支撑|动力|服务|支持|条件|基础|空间|要素|护航|助力)))|让|使|不断(?:提升|提高|增强|满足|激发|壮大|扩大)|以(?!.{1,24}为(?:原则|导向|基础)).{1,24}(?:推动|促进|带动|助推|保障|引领))/u;
const TAIL_VERB =
  /^(?:进一步|切实|全面|有效|不断|持续|着力|真正|努力|大力|有力|更好|充分|积极|推动|推进)*(?:提升|提高|增强|激发|促进|助力|助推|夯实|壮大|扩大|满足|方便|便利|防治|防止|减少|降低|营造|带动|赋能|释放|筑牢|厚植|擦亮|打响|塑造|维护|丰富|改善|拉动|缓解|彰显|增添|注入|点燃|惠及|受益|(?:保障|确保)[^，]{0,16}(?:需求|需要|供应|权益|稳定|安全过冬|健康|进度|质量|出行|落到实处|见效|实效|万无一失|如期完成|按期完成)|形成.{0,16}(?:格局|合力|氛围|态势|局面|效应)|实现.{0,24}(?:良性循环|双赢|共赢|突破|双提升|有机统一|新跨越|高质量发展|目标)$|打造[^，]{0,30}(?:高地|样板|标杆|名片|品牌|环境|引擎|增长极|示范区|升级版)|(?:推动|推进|促进)[^，]{0,24}(?:发展|提升|升级|转型|增长|融合|振兴|见效)$|做到[^，]{0,12}(?:不|全|有|到位)|发挥.{0,12}作用|抢占|树立|展现|提供.{0,12}(?:保障|支撑|动力|条件|基础|支持))/u;

const VERB = new RegExp(`(?:${DONE_VERBS}|${STANDING_VERBS})`, 'u');
const MODAL = /要|必须|应当|应|需|力争|确保|争取|不得|严禁|务必|负责|牵头/u;
const TIME_WORDS = new RegExp(`${MANNER}|在|到|于|前|\\d{4}年`, 'gu');

/** In the order they are tried; the first that holds decides. */
export const roleRules: readonly RoleRule[] = [
  {
    id: 'skip.signature',
    role: 'skip',
    holds: ({ text, last, joined }) => last && !joined && text === '',
  },
  { id: 'skip.contact', role: 'skip', holds: matching(CONTACT) },
  { id: 'skip.colophon', role: 'skip', holds: matching(COLOPHON) },
  { id: 'skip.occasion', role: 'skip', holds: matching(OCCASION) },
  {
    id: 'skip.of-described',
    role: 'skip',
    holds: ({ text, dated, described }) => described && !dated && text.startsWith('其中'),
  },
  {
    id: 'join.condition',
    role: 'prefix',
    holds: ({ text, counted, last }) => !counted && !last && /^对[^，]{2,60}的$/u.test(text),
  },
  { id: 'skip.sanction', role: 'skip', holds: matching(SANCTION) },
  {
    id: 'skip.lead-in',
    role: 'skip',
    holds: (facts) => LEAD_IN.test(facts.text) && !facts.counted,
  },
  { id: 'skip.note', role: 'skip', holds: matching(NOTE) },
  {
    id: 'join.responsible',
    role: 'prefix',
    holds: ({ text, last }) => !last && RESPONSIBLE.test(text),
  },
  {
    id: 'join.definition',
    role: 'prefix',
    holds: ({ text, next }) => /明确|确定|界定/u.test(text) && DEFINES.test(next),
  },
  {
    id: 'task.definition',
    role: 'task',
    holds: ({ text, follows, joined }) => (follows || joined) && DEFINES.test(text),
  },
  { id: 'skip.problem', role: 'skip', holds: (facts) => bare(facts) && PROBLEM.test(facts.text) },
  { id: 'skip.slogan', role: 'skip', holds: (facts) => bare(facts) && SLOGAN.test(facts.text) },
  { id: 'skip.slogan', role: 'skip', holds: (facts) => bare(facts) && GRAND.test(facts.text) },
  {
    id: 'skip.description',
    role: 'skip',
    holds: (facts) => SIZE_ONLY.test(facts.text) && !facts.dated && !BINDING.test(facts.text),
  },
  {
    id: 'skip.description',
    role: 'skip',
    holds: (facts) => bare(facts) && COPULA.test(facts.text) && !BINDING.test(facts.text),
  },
  {
    id: 'join.time',
    role: 'prefix',
    holds: ({ text, last }) => !last && text.replace(TIME_WORDS, '') === '',
  },
  {
    id: 'join.means',
    role: 'prefix',
    holds: (facts) => !facts.counted && !facts.last && isMeans(facts.text),
  },
  {
    id: 'skip.purpose',
    role: 'skip',
    holds: (facts) => bare(facts) && (facts.follows || facts.last) && PURPOSE_WORD.test(facts.text),
  },
  {
    id: 'skip.purpose',
    role: 'skip',
    holds: (facts) => bare(facts) && facts.follows && TAIL_VERB.test(facts.text),
  },
  {
    id: 'task.verb',
    role: 'task',
    holds: (facts) =>
      facts.counted || facts.dated || VERB.test(facts.text) || MODAL.test(facts.text),
  },
  { id: 'skip.no-duty', role: 'skip', holds: () => true },
];

/** 围绕产业链绘制图谱: means and deed in one clause. */
const HAS_DEED =
  /^(?:围绕|在(?=[^《]{2,30}(?:推行|推广|试行))|聚焦|瞄准|针对|依托|结合|立足|以|按照|对|为)[^《]{2,60}?(?:完成|建成|绘制|编制|制定|出台|开展|建立|设立|举办|引进|组织|推动|推行|推广|试行|实施|举行)[^《中下]{2,80}(?<!要求|原则|契机|抓手|导向|机遇|范围|重点|基础|部署|为|中|下|上|的)$/u;

/** 通过A、B、C names the steps themselves, unless 等方式 closes the list. */
const isMeans = (text: string): boolean =>
  MEANS.test(text) &&
  !HAS_DEED.test(text) &&
  !(/^通过.*、.*、/u.test(text) && !/等(?:方式|形式|途径|渠道|手段|措施|办法)/u.test(text));

/** The role of a clause and the rule that gave it; the last rule always holds. */
export function roleOf(facts: ClauseFacts): { readonly id: string; readonly role: Role } {
  const { id, role } = roleRules.find(({ holds }) => holds(facts)) ?? {
    id: 'skip.no-duty',
    role: 'skip',
  };
  return { id, role };
}

/** Whether words bind somebody in the time to come. */
export const isBinding = (text: string): boolean => BINDING.test(text);
