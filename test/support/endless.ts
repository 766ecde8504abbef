/**
 * Texts that a person never writes: one form over and over, up to any length. What a careless pattern
 * or loop does with them grows with their square.
 */

/** Forms of deadlines, numbers, clauses, lists, owners and numberings, each repeated as it stands. */
const CLAUSES = [
  '6月底前完成，',
  '9月10日前完成，',
  '10月上旬开工，',
  '自6月1日至9月10日开展，',
  '2024.8，',
  '一季度末完成，',
  '上半年开工，',
  '年底前完成，',
  '到2030年，',
  '春节前完成，',
  '主汛期前完成，',
  '收到通知后5个工作日内报送，',
  '自本一',
  '每月5日前报送，',
  '全年完成，',
  '2025年建成投用，',
  '6月',
  '增长10%以上，',
  '税收3.6亿元，增长10%，',
  '新增企业26家，',
  '排名进前三，',
  '百分之八，',
  '30亿元以上项目5个，',
  '1，200万元，',
  '完成，',
  '推进，',
  '力争，',
  '确保',
  '完成甲路改造；',
  '完成甲路改造。',
  '围绕甲，',
  '为企业，',
  '总投资8亿元，',
  '甲是乙丙，',
  '去年完成，',
  '主体已完工，',
  '截至目前，',
  '对甲的，',
  '提高水平，',
  '由县交通局负责，',
  '联系人，',
  '总体要求：',
  '甲路、',
  '完成甲园、',
  '建成甲路和乙桥、',
  '确保100亿元、力争120亿元、',
  '6月、9月分别赴甲、乙',
  '等3家企业、',
  '“甲”、',
  '“1、2”',
  '在甲期间',
  '县住建局、',
  '县财政局和',
  '县住建局要建成甲路，',
  '（牵头单位：县住建局；配合单位：县财政局）',
  '（其中外资项目3个）',
  '一是抓规划。',
  '（一）抓规划。',
  '①完成甲。',
  '首先，抓规划。',
] as const;

/** Lines, each repeated. */
const LINES = [
  '一、甲\n（一）乙\n1.丙\n（1）丁\n',
  '责任单位：县住建局\n',
  '（一）推进甲（牵头单位：县住建局）\n完成乙路。\n',
  '（牵头：甲局）（配合：乙局）\n',
  '二季度\n',
  '完成甲路\n',
  '建成甲园\t县住建局\t6月底\n',
  '|建成甲园|县住建局|6月底|\n',
  '建成甲园  县住建局  6月底\n',
  '- 3 -\n',
  '第 3 页\n',
  '\n',
  '\r\n',
] as const;

/** Characters that end nothing, or open what never closes. */
const CHARACTERS = [
  ...Array.from('，、；。：？！“”‘《》（）【】〔|-—.·…*#/\\一十1０Oa年月日前等和的市县要对在'),
  ...Array.from('\t\r \u3000\u00a0\u2028\ufeff\u200b\u200d\u202e\u00ad\u0301'),
  '😀',
  '\ud800',
  '[bookmark:',
] as const;

type Form = readonly [name: string, text: (length: number) => string];

const fill = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

const repeated = (unit: string): Form => [
  unit.length === 1 ? `U+${unit.charCodeAt(0).toString(16).padStart(4, '0')} ${unit}` : unit,
  (length) => fill(unit, length),
];

/** Half a text of one form, half of another: what stands in one may be looked for from the other. */
const halves = (name: string, first: string, second: string): Form => [
  name,
  (length) => `${fill(first, length / 2)}\n${fill(second, length / 2)}`,
];

/** One cell that fills half a text, and rows below that inherit it. */
const inherited = (name: string, head: string, cell: string): Form => [
  name,
  (length) => `${head}\n建成甲园\t${fill(cell, length / 2)}\n${fill('建甲\t\n', length / 2)}`,
];

const COMPOSED: readonly Form[] = [
  halves('headings with owners, then prose', '（一）推进甲（牵头：县局）\n', '完成乙路。\n'),
  halves('prose, then owner lines', '完成乙路。\n', '完成时限：每月5日\n'),
  [
    'owners of one heading',
    (length) => `一、甲${fill('（牵头：县局）', length / 2)}\n${fill('乙\n', length / 2)}`,
  ],
  ['owner lines, each another', (length) => numbered('责任单位：甲#局\n', length)],
  ['points, each another', (length) => numbered('#.完成甲路。\n', length)],
  [
    'a header as long as its table',
    (length) => `任务  时限  ${fill('甲', length / 2)}\n${fill('a  b  c\n', length / 2)}`,
  ],
  [
    'columns without end',
    (length) => `${fill('任务\t时限\t', length / 2)}\n${fill('建甲\t6月\t', length / 2)}`,
  ],
  inherited('a deadline that rows inherit', '任务\t完成时限', '6月底、'),
  inherited('owners that rows inherit', '任务\t责任单位', '县局和'),
  [
    'a task cell without an end',
    (length) => `任务\t完成时限\n${fill('完成甲，', length)}\t6月底\n`,
  ],
  ['an indicator without an end', (length) => `指标\t目标值\n${fill('（', length)}\t6%\n`],
  ['one sentence in quotation marks', (length) => `“${fill('完成甲，', length)}`],
  [
    'one list of names in every clause',
    (length) => fill(`完成${'甲园、'.repeat(195)}乙路，`, length),
  ],
  ['one list of offices in every clause', (length) => fill(`确保${'局、'.repeat(30)}，`, length)],
  [
    'one list of dates in every clause',
    (length) => fill(`确保${'甲6月、'.repeat(140)}乙\n`, length),
  ],
  ['one number in every clause', (length) => fill(`确保${'一'.repeat(590)}，`, length)],
];

/** `line` repeated, each time with the next number in place of #. */
function numbered(line: string, length: number): string {
  const lines: string[] = [];
  for (let size = 0, number = 1; size < length; number += 1) {
    lines.push(line.replace('#', String(number)));
    size += line.length;
  }
  return lines.join('');
}

export const ENDLESS: readonly Form[] = [
  ...[...CLAUSES, ...LINES, ...CHARACTERS].map(repeated),
  ...COMPOSED,
];
