import { inChinese, Remark } from '../../domain/base/parsing.ts';
import type { FormItem } from '../../domain/papers/reporting-form.ts';
import type { ReturnAnswer } from '../../flows/reporting/answer-form.ts';
import type { FieldFault } from '../http/forms.ts';

/** The fields of a form of returns by their names. */
export type FormFields = Readonly<Record<string, string>>;

/** Names of the fields of one item, by its id; of a figure for each of its months. */
export const fieldsOfItem = {
  /** Which of 无变化, 有进展 and 已完成 was chosen; of a figure whether it is as before. */
  choice: (id: string): string => `a-${id}`,
  progress: (id: string): string => `p-${id}`,
  words: (id: string): string => `w-${id}`,
  /** Whether what is all done is handed in. */
  done: (id: string): string => `d-${id}`,
  value: (id: string, month: number): string => `v-${id}-${month}`,
  /** The number that was looked at again after it must be confirmed. */
  sure: (id: string, month: number): string => `k-${id}-${month}`,
  /** Why a figure is changed. */
  why: (id: string, month: number): string => `y-${id}-${month}`,
  version: (id: string): string => `n-${id}`,
} as const;

/** Whether `name` is that of a field of some item. */
export const isOfItem = (name: string): boolean => /^[apwdvkyn]-/.test(name);

/** What is wrong with one item, or to be confirmed of it, by its field; of none with an empty id. */
export type ItemFault = FieldFault & { readonly id: string };

/** What a form says. */
export type ReadForm = {
  readonly answers: readonly ReturnAnswer[];
  /** What must be confirmed before it is taken. */
  readonly questions: readonly ItemFault[];
  readonly faults: readonly ItemFault[];
};

/** A form without an answer. */
export const readNothing: ReadForm = { answers: [], questions: [], faults: [] };

/** A form with one answer. */
export const readAnswer = (answer: ReturnAnswer): ReadForm => ({
  ...readNothing,
  answers: [answer],
});

/** A form with one fault. */
export const readFault = (id: string, field: string, message: string): ReadForm => ({
  ...readNothing,
  faults: [{ id, field, message }],
});

/** The version of the record that the form was filled in before; `now` where it does not say. */
export function versionSeen(fields: FormFields, id: string, now: number): number {
  const seen = fields[fieldsOfItem.version(id)] ?? '';
  return /^\d{1,9}$/.test(seen) ? Number(seen) : now;
}

/** The words in `field`, or what is wrong with them. */
export function wordsIn(
  fields: FormFields,
  field: string,
): { readonly words: string } | { readonly wrong: string } {
  const read = Remark.safeParse(fields[field] ?? '', { error: inChinese });
  return read.success ? { words: read.data } : { wrong: read.error.issues[0]?.message ?? '' };
}

const SAME = '无变化';

/**
 * 无变化, of the version `seen`: a report, or the last figure where that holds for the next period;
 * else nothing.
 */
export function same({ task: { id }, figure }: FormItem, seen: number): ReadForm {
  if (!figure) {
    const move = { act: 'report', progress: null, note: SAME, evidence: [] } as const;
    return readAnswer({ id, seen, move, why: SAME });
  }
  const [month] = figure.months;
  if (!figure.same || month === undefined) return readNothing;
  const { value, source } = figure.same;
  return readAnswer({ id, seen, figures: [{ month, value, source, why: '' }] });
}
