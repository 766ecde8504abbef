import { pattern, wordList } from '../text/patterns.ts';

const FUND_WORDS = wordList`
  债券 专项债 公司债 企业债 国债 中央预算内 预算内(?:投资|资金) 上级(?:\S{0,4})?(?:资金|补助|支持)
  补助资金 专项资金 政策性(?:资金|开发性) 转移支付 争取.{0,10}资金 资金.{0,4}争取 力争资金 筹集 募集
  融资(?!.{0,4}(?:瓶颈|难|担保|对接|服务|需求|渠道)) 贷款 授信 社会资本 金融支持 金融工具
  基金.{0,6}到位 首期到位
`;
const FUND = new RegExp(FUND_WORDS.join('|'), 'u');
const OBTAIN = pattern`
  争取|申请|申报|发行|融资|募集|筹集|落实|到位|引入|获得|获批|力争资金|吸引|撬动|新增|取得|对接
`;
const FOR_OTHERS = pattern`
  (?:帮助|为|支持|助力|推动|引导).{0,6}(?:企业|商户|农户|主体|小微)|
  信贷|存贷款|贷款余额|授信(?:额度)?|惠企|普惠
`;
const INVESTORS = pattern`
  招商|到位(?:资金|内资|外资)|省外|市外|境外|引资|(?<!预算)内资|外资|客商
`;
const PAID_OUT = /兑付|兑现|拨付|发放|奖补|补贴资金|支出/u;

/** Whether `text`, in its `clause`, promises money that the park itself is to obtain. */
export const isFunding = ({
  text,
  clause,
}: {
  readonly text: string;
  readonly clause: string;
}): boolean =>
  FUND.test(text) &&
  OBTAIN.test(text + clause) &&
  !FOR_OTHERS.test(text) &&
  (!INVESTORS.test(text) || /向上争取|上级/u.test(text)) &&
  !PAID_OUT.test(text);
