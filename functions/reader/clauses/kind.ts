import type { PromiseKind } from '../../domain/base/promise.ts';
import type { Measured } from '../quantities/metric.ts';
import { isMeasured } from '../quantities/units.ts';
import { startsWithVerb } from '../text/verbs.ts';
import { hasSoftHead, hasStandingHead, hasStrongHead, hasStrongVerbSoon } from './head-verb.ts';
import { isFunding } from './is-funding.ts';
import { isNamedWork } from './named-work.ts';
import { END_STATE, ONGOING_OBJECT, objectOf, RELATIVE, WORK_OBJECT } from './promise-objects.ts';

export type KindFacts = {
  /** The element with the words that its list shares. */
  readonly text: string;
  /** Its clause, with the means in front of it. */
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

/** Whether the number is the size of a named work and not a goal. */
const isSizeOfWork = ({ text, measured }: KindFacts): boolean =>
  measured !== undefined &&
  isMeasured(measured.metric.unit) &&
  isNamedWork(text.slice(0, measured.quantity.start));

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
  { id: 'kind.named-work', kind: 'milestone', holds: isSizeOfWork },
  { id: 'kind.number', kind: 'target', holds: ({ measured }) => measured !== undefined },
  {
    id: 'kind.relative',
    kind: 'target',
    holds: ({ text }) => RELATIVE.test(text) && !/建立|机制/u.test(text),
  },
  { id: 'kind.end-state', kind: 'milestone', holds: ({ text }) => END_STATE.test(objectOf(text)) },
  { id: 'kind.dated', kind: 'milestone', holds: ({ dated }) => dated },
  {
    id: 'kind.continuing-verb',
    kind: 'standing',
    holds: ({ text }) =>
      hasStandingHead(text) && !/建立|设立|前期工作|基金/u.test(text.slice(0, 12)),
  },
  {
    id: 'kind.ongoing-object',
    kind: 'standing',
    holds: ({ text }) =>
      hasSoftHead(text) &&
      ONGOING_OBJECT.test(objectOf(text)) &&
      !objectOf(text).endsWith('前期工作'),
  },
  {
    id: 'kind.work-object',
    kind: 'milestone',
    holds: ({ text }) => hasSoftHead(text) && WORK_OBJECT.test(objectOf(text)),
  },
  {
    id: 'kind.done-verb',
    kind: 'milestone',
    holds: ({ text }) => hasStrongHead(text),
  },
  {
    id: 'kind.soft-then-done',
    kind: 'milestone',
    holds: ({ text }) => hasSoftHead(text) && hasStrongVerbSoon(text),
  },
  { id: 'kind.neither', kind: 'standing', holds: () => true },
];

/** 完成, 出台: whether `text` starts with a verb that has an end state. */
export const opensWithDeed = (text: string): boolean =>
  startsWithVerb(text) &&
  kindOf({ text, clause: text, measured: undefined, recurring: false, dated: false }).id ===
    'kind.done-verb';

export function kindOf(facts: KindFacts): { readonly kind: PromiseKind; readonly id: string } {
  const rule = kindRules.find(({ holds }) => holds(facts));
  return { kind: rule?.kind ?? 'standing', id: rule?.id ?? 'kind.neither' };
}
