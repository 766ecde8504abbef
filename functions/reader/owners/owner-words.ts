import { oneOf, pattern, source, wordList } from '../text/patterns.ts';

const LEAD_WORDS = wordList`
  牵头 责任 主办 承办 主责 主管 实施 落实 主体责任 总牵头 申报 建设管理
`;
const LEAD_LABEL = source`
  (?:第一)?${oneOf(LEAD_WORDS)}(?:责任)?(?:单位|部门|主体|科室|处室)
`;
const SUPPORT_LABEL = source`
  (?:配合|协办|协作|协同|参与|参加|协助|联动|建设)(?:责任)?(?:单位|部门|科室|处室)
`;
const OTHER_LABEL = source`
  (?:
    (?:牵头|责任|分管|包联|包保|联系|挂钩|市级|县级|区级|市|县|区)*
      (?:领导|负责人|责任人|责任领导|联系人)|
    (?:完成|办结|整改)?(?:时限|时间|期限)(?:要求)?|时间节点|年度目标|工作目标|投资|备注
  )
`;

/** A label in front of names: 牵头单位, 配合单位, 完成时限. */
export const LABEL = pattern`
  (?<lead>${LEAD_LABEL}(?:[（(][^）)]{0,12}[）)])?|(?:牵头|责任)(?=[：:]))|
  (?<support>${SUPPORT_LABEL})|(?<none>${OTHER_LABEL})
`;
/** Words that give the names in front of them a role. */
export const ACTS = pattern`
  (?<lead>
    牵头负责|总牵头|牵头抓总|牵头|为主负责|
    (?:按照?(?:各自)?职责(?:分工)?)?(?:分别|共同|具体)?(?:负责落实|负责实施|负责)|
    按照?职责(?:分工)?落实|承办|主办|督办
  )|
  (?<join>会同)|(?<support>配合|协助|协办|参与|协同|指导)
`;
