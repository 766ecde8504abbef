import { z } from 'zod';

/** Kinds of sources. `hand` collects what the office enters without a document. */
export const SourceKind = z.enum([
  'annualPlan',
  'livelihood',
  'meeting',
  'instruction',
  'superior',
  'campaign',
  'hand',
]);
export type SourceKind = z.infer<typeof SourceKind>;

/** Kinds in Chinese. */
export const sourceKindName: Readonly<Record<SourceKind, string>> = {
  annualPlan: '年度计划',
  livelihood: '民生实事',
  meeting: '会议议定',
  instruction: '领导批示',
  superior: '上级交办',
  campaign: '专项督办',
  hand: '手工登记',
};

/** Kinds of documents, which can be uploaded. */
export const documentKinds = SourceKind.exclude(['hand']);

/** Words of a title that give its kind away; the first that fits. */
const marks: readonly (readonly [RegExp, SourceKind])[] = [
  [/民生(?:实事|项目|工程)|(?:实事|惠民)(?:项目|清单)/u, 'livelihood'],
  [/会议(?:纪要|记录|决定)|议定事项|纪要/u, 'meeting'],
  [/批示/u, 'instruction'],
  [/交办|督办(?:函|单|通知)/u, 'superior'],
  [/专项|攻坚|整治|三年行动/u, 'campaign'],
];

/** The kind that `title` suggests; the office confirms it. */
export const kindOfTitle = (title: string): SourceKind =>
  marks.find(([words]) => words.test(title))?.[1] ?? 'annualPlan';
