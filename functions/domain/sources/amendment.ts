import type { Temporal } from 'temporal-polyfill';
import type { PromiseKind } from '../base/promise.ts';
import type { Draft } from './draft.ts';
import type { DraftDecision, ReviewDraft } from './review.ts';

/** Changes to a draft; omitted fields stay as they are. */
export type Amendment = {
  readonly decision?: DraftDecision | undefined;
  readonly title?: string | undefined;
  readonly kind?: PromiseKind | undefined;
  readonly unit?: string | undefined;
  readonly due?: Temporal.PlainDate | undefined;
};

/** The office may only set dates that the plan leaves open. */
export const mayBeDated = ({ kind, duePrecision }: Draft): boolean =>
  kind !== 'standing' && duePrecision !== 'explicit';

/** Input for validating an amendment. */
type Ground = {
  /** Year of the plan. */
  readonly year: number;
  /** Whether a unit has an owner who can be notified. */
  readonly hasOwner: (unit: string) => boolean;
};

/** Applies `amendment` to `before`, or returns why it cannot be applied, in Chinese. */
export function amended(
  before: ReviewDraft,
  amendment: Amendment,
  { year, hasOwner }: Ground,
): ReviewDraft | { readonly refusal: string } {
  const draft = redrafted(before.draft, amendment, year);
  if ('refusal' in draft) return draft;
  const decision = amendment.decision ?? before.decision;
  const refusal = decision === 'accepted' ? unacceptable(draft, hasOwner) : undefined;
  return refusal === undefined ? { ...before, draft, decision } : { refusal };
}

function redrafted(
  before: Draft,
  { kind = before.kind, title = before.title, unit, due }: Amendment,
  year: number,
): Draft | { readonly refusal: string } {
  const kept = kind === before.kind ? before : ofKind(before, kind, year);
  if (due !== undefined && !mayBeDated(kept)) return { refusal: whyUndated(kept) };
  const owners = unit === undefined ? kept.owners : [unit];
  if (due === undefined) return { ...kept, title, owners };
  return { ...kept, title, owners, due: due.toString(), duePrecision: 'set' };
}

/**
 * A continuing duty has no deadline but keeps the date that was read, so that a wrong choice of
 * kind can be undone. Other kinds without a date are assumed to be due at year end.
 */
function ofKind(draft: Draft, kind: PromiseKind, year: number): Draft {
  if (kind === 'standing' || draft.due !== null) return { ...draft, kind };
  return { ...draft, kind, due: `${year}-12-31`, duePrecision: 'assumed-year-end' };
}

const whyUndated = ({ kind, due }: Draft): string =>
  kind === 'standing' ? '长期事项没有期限' : `计划写明了期限 ${due}，不能改`;

/** Why nobody could be notified about the task of `draft`; undefined if somebody could. */
function unacceptable({ owners: [unit] }: Draft, hasOwner: Ground['hasOwner']): string | undefined {
  if (unit === undefined) return '没有责任单位';
  return hasOwner(unit) ? undefined : `${unit}没有责任人`;
}
