import type { Temporal } from 'temporal-polyfill';
import type { PromiseKind } from '../base/promise.ts';
import type { Draft } from './draft.ts';
import { type Alikeness, type DraftDecision, joinsOf, type ReviewDraft } from './review.ts';

/** Changes to a draft; omitted fields stay as they are. */
export type Amendment = {
  readonly decision?: DraftDecision | undefined;
  readonly title?: string | undefined;
  readonly kind?: PromiseKind | undefined;
  readonly unit?: string | undefined;
  readonly due?: Temporal.PlainDate | undefined;
  readonly alikeIs?: Alikeness | undefined;
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
  const { decision = before.decision, alikeIs = before.alikeIs } = amendment;
  const next = { ...before, draft, decision, alikeIs };
  const refusal = unanswerable(next) ?? unacceptable(next, hasOwner);
  return refusal === undefined ? next : { refusal };
}

const unanswerable = ({ alike, alikeIs }: ReviewDraft): string | undefined =>
  alike === null && alikeIs !== null ? '没有与它相近的事项，不用答是不是同一件' : undefined;

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

/** Why `draft` cannot be accepted: a question is open, or nobody could be notified about its task. */
function unacceptable(next: ReviewDraft, hasOwner: Ground['hasOwner']): string | undefined {
  const { draft, decision, alike, alikeIs } = next;
  if (decision !== 'accepted') return undefined;
  if (alike !== null && alikeIs === null) return `与 ${alike} 像是同一件事，请先答是不是`;
  return joinsOf(next) === null ? unowned(draft, hasOwner) : undefined;
}

function unowned({ owners: [unit] }: Draft, hasOwner: Ground['hasOwner']): string | undefined {
  if (unit === undefined) return '没有责任单位';
  return hasOwner(unit) ? undefined : `${unit}没有责任人`;
}
