import { kindName, PromiseKind } from '../../domain/base/promise.ts';
import { mayBeDated } from '../../domain/sources/amendment.ts';
import {
  Alikeness,
  alikenessName,
  DraftDecision,
  decisionName,
  type ReviewDraft,
} from '../../domain/sources/review.ts';
import type { Field } from '../ui/input.tsx';

/** Whether the draft is the registered task `alike`; nothing is chosen before the office does. */
const alikeField = (alike: string, answer: Alikeness | null): Field => ({
  name: 'alikeIs',
  label: `与 ${alike}`,
  choices: ['', ...Alikeness.options],
  choiceNames: { '': '请选择', ...alikenessName },
  value: answer ?? '',
});

/** The fields of the form that amends one draft. */
export const draftFields = (
  { draft, decision, alike, alikeIs }: ReviewDraft,
  units: readonly string[],
): readonly Field[] => {
  const [unit = ''] = draft.owners;
  const due: Field = {
    name: 'due',
    label: '期限',
    attributes: { type: 'date' },
    value: draft.duePrecision === 'set' ? (draft.due ?? '') : '',
  };
  return [
    { name: 'title', label: '事项', attributes: { maxlength: 200 }, value: draft.title },
    {
      name: 'kind',
      label: '类型',
      choices: PromiseKind.options,
      choiceNames: kindName,
      value: draft.kind,
    },
    {
      name: 'unit',
      label: '责任单位',
      choices: [...new Set([unit, ...units])],
      choiceNames: { '': '没有' },
      value: unit,
    },
    ...(mayBeDated(draft) ? [due] : []),
    ...(alike === null ? [] : [alikeField(alike, alikeIs)]),
    {
      name: 'decision',
      label: '决定',
      choices: DraftDecision.options,
      choiceNames: decisionName,
      value: decision,
    },
  ];
};
