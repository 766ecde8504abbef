import { oneOf, pattern, wordList } from '../text/patterns.ts';

/** Patterns of clauses that commit to nothing or only introduce the next one. */

export const CONTACT = /联系人|联系电话|电话[：:]|邮箱|传真|https?:|@/u;

/** ——2月8日在市第九届人民代表大会第二次会议上: where a report was given. */
export const OCCASION = /^[—-]{1,4}[^，。]{0,16}在[^，。]{4,50}(?:会议|大会|会|全会)上$/u;

/** Who printed the document, when, and in how many copies. */
export const COLOPHON = /\d{4}年\d{1,2}月\d{1,2}日印发|共印\d+份/u;

export const SANCTION = pattern`
  (?:对|凡)?[^，]{0,16}(?:
    通报批评|下发督办(?:通知|函)|予以通报|约谈|问责|追责|追究|扣分|一票否决|严肃处理|
    予以.{0,6}通报|停产整顿|评先评优资格
  )|逾期(?:未|不)
`;

export const LEAD_IN = pattern`
  (?:以下|下列|如下|下面).{0,8}(?:工作|任务|方面|通知|事项|几点|项|安排|要求|个)|
  有关(?:事项|工作)通知如下|印发给你们|请(?:认真|遵照|按照|对照|结合实际)|
  ^会议(?:要求|强调|指出|认为|决定|议定|明确)$|请.{0,14}(?:审议|审查|提出(?:宝贵)?意见)|
  ^(?:为|为了).{2,40}(?:制定本|特制定|制定如下)|制定本(?:计划|方案|要点)
`;

const SLOGAN_ADVERBS = wordList`要 必须 始终 切实 进一步 牢牢 认真 全面 深入 以`;
const SLOGAN_VERBS = wordList`
  真抓实干 团结 携手 大干 大抓 砥砺 接续奋斗 拼搏 坚持 坚守 坚定 牢固树立 树立 树牢
  提高政治 提升政治 增强.{0,12}(?:意识|自信|责任感) 贯彻 学习贯彻 深刻(?:把握|认识|领会) 牢记
  把握(?!.*项目) 弘扬 践行 秉持 锚定 奋力 昂首 踔厉 紧紧围绕 紧密团结 高举 统一思想 凝心聚力
  提高思想 提高认识 解放思想 强化(?:使命|责任)担当 增强责任
  (?:落实|执行|践行).{0,60}(?:精神|决策部署|部署要求|重要论述|重要讲话)$
`;
export const SLOGAN = pattern`
  ^(?:[^，要]{1,10}要)?${oneOf(SLOGAN_ADVERBS)}*${oneOf(SLOGAN_VERBS)}
`;

/** Rhetoric without a task. */
const GRAND_WORDS = wordList`
  ^为[^，]{4,40}而(?:努力|不懈|接续|共同)*奋斗$ (?:热潮|高潮)$ 新篇章 新局面 新贡献 新活力 新动能
  新台阶 开门红 良好开局 更大贡献 坚实(?:基础|保障|支撑) 强劲(?:的)?动力 承上启下
  关键(?:一年|之年) 开局之年 收官之年 高质量发展(?:贡献|。|，|$) 良好(?:环境|氛围|局面|势头)
  营造.{0,12}(?:氛围|环境) 推进改革$ 放到突出位置
`;
export const GRAND = new RegExp(oneOf(GRAND_WORDS), 'u');

/** States what something is. */
export const COPULA = pattern`
  ^[^，]{1,24}?(?:是(?!否)|具有|属于|位于|地处|意味着|离不开|事关|关系到|有着)[^，]{2,}
`;

export const PROBLEM = pattern`
  (?:依然|仍然|仍|还)(?:存在|有|不)|
  不(?:够|足|强|长|优|高|大|快|平衡|充分|完善|到位)(?:等|，|。|$|的问题)|
  短板(?:明显|突出)|亟待|压力(?:较|很)?大|需要(?:我们)?(?:切实)?(?:加以)?解决
`;

const HELPERS = '、[^，]{2,20}(?:配合|协助|参与)';
const OFFICES = oneOf(wordList`局 委 办 厅 部门 政府 委会 街道 镇 公司`);

/** Says who leads, and nothing else: 由供电公司负责. */
export const RESPONSIBLE = pattern`
  (?:
    由[^，]{2,24}?(?:负责|牵头负责|牵头|承办)(?:${HELPERS})?|
    ^[^，]{2,20}${OFFICES}(?:要)?(?:牵头|负责|牵头${HELPERS}|会同[^，]{2,20})
  )$
`;

export const NOTE_CLAUSE = pattern`
  列(?:在)?第一位|(?:第一|首位).{0,6}为牵头|负总责|
  ^(?:扎实|认真|全力|稳步|统筹)*(?:做好|抓好|推进|开展)?(?:相关|有关|各项)工作$|
  ^(?:确保|力争|全面)*完成(?:全年|年度|各项|预期|既定)*(?:目标|任务|工作)+$|
  (?:结果|情况).{0,8}(?:纳入|作为).{0,16}(?:考核|依据|评价|评先)|特此(?:通知|通报|报告|说明)
`;

/** 三湾为新型建材: says what something shall be. */
export const DEFINES = /^[^，为]{2,12}为[^，]{3,}$/u;

/** Gives the size or state of something, not a goal. */
export const SIZE_ONLY = pattern`
  ^(?:项目)?(?:
    投资约?(?=\d)|(?:尚|还)(?:差|缺|剩|余)|总投资|概算投资|计划总投资|占地|占地面积|总面积|
    总建筑面积|建筑面积|规划面积|用地面积|在建|现有|共有|位于|日处理|设计
  )[^，]*$
`;
