import type { Temporal } from 'temporal-polyfill';
import type { PostId, TaskId } from '../base/ids.ts';
import type { NodeWish } from './node.ts';
import type { NewTerms } from './terms.ts';

/** An action on a task. */
export type Move =
  | { readonly act: 'assign'; readonly owner?: PostId }
  | { readonly act: 'signFor' }
  | {
      readonly act: 'report';
      /** Percentage, 0 to 100; null keeps the current value. */
      readonly progress: number | null;
      readonly note: string;
      readonly evidence: readonly string[];
    }
  /** What a supporting unit reports; it changes nothing of the task but what shows that it was done. */
  | { readonly act: 'support'; readonly note: string; readonly evidence: readonly string[] }
  | { readonly act: 'submit' }
  | { readonly act: 'verify' }
  | { readonly act: 'return' }
  | {
      readonly act: 'requestExtension';
      readonly due: Temporal.PlainDate;
      readonly why: string;
      /** The requesting post; defaults to the owner's post. */
      readonly by?: PostId;
    }
  /** `by` as in a request. */
  | { readonly act: 'disown'; readonly why: string; readonly by?: PostId }
  /** Rejects a dispute: the post stays responsible. */
  | { readonly act: 'keep' }
  | { readonly act: 'grant'; readonly due: Temporal.PlainDate }
  | { readonly act: 'refuse' }
  | { readonly act: 'redate'; readonly due: Temporal.PlainDate }
  /** Corrects a date entered by mistake; may be in the past. */
  | { readonly act: 'correctDue'; readonly due: Temporal.PlainDate }
  | { readonly act: 'reassign'; readonly leadUnit: string; readonly owner?: PostId }
  | { readonly act: 'suspend' }
  /** Resumes with the given date, or with the previous one. */
  | { readonly act: 'resume'; readonly due?: Temporal.PlainDate }
  | { readonly act: 'withdraw' }
  /** Names all the tasks that have to be done before this one; none to wait for nothing. */
  | { readonly act: 'waitFor'; readonly tasks: readonly TaskId[] }
  | {
      readonly act: 'urge';
      readonly words: string;
      /** Within minutes in speaking time; otherwise in the next digest. */
      readonly isAtOnce: boolean;
      /** Whether it is sent although another was sent at once today. */
      readonly isAgain: boolean;
      /** Name of the post that urges. */
      readonly by?: string;
    }
  /** Divides a work into nodes, in addition to those that it has. */
  | { readonly act: 'nodes'; readonly nodes: readonly NodeWish[] }
  /** Amends what the task says, with a reason; what it was registered with is kept. */
  | { readonly act: 'amend'; readonly terms: NewTerms };

export type Act = Move['act'];

/** Names of the acts in Chinese. */
export const actName: Readonly<Record<Act, string>> = {
  assign: '交办',
  signFor: '签收',
  report: '反馈',
  support: '配合反馈',
  submit: '报办结',
  verify: '核验销号',
  return: '退办',
  requestExtension: '申请延期',
  disown: '提出不属本岗位',
  keep: '维持责任',
  grant: '同意延期',
  refuse: '不同意延期',
  redate: '核定期限',
  correctDue: '更正期限',
  reassign: '改派',
  suspend: '中止',
  resume: '恢复',
  withdraw: '撤销',
  waitFor: '设前置事项',
  urge: '催办',
  nodes: '分解节点',
  amend: '调整',
};

/** Whether no other act undoes it: it can only be taken back within minutes. */
export const isFinal = (act: Act): boolean => act === 'withdraw';

/** Whether the act requires a reason when it affects the work of others. */
export const needsReason = (act: Act): boolean => NEEDS_REASON.has(act);

const NEEDS_REASON: ReadonlySet<Act> = new Set([
  'support',
  'return',
  'keep',
  'correctDue',
  'amend',
]);
