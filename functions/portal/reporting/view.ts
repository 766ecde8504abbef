import type { FormItem } from '../../domain/papers/reporting-form.ts';
import type { FormContext } from '../../domain/papers/reporting-form-words.ts';
import type { FormFields, ItemFault } from './fields.ts';

/** How the items of a form are shown. */
export type ItemView = FormContext & {
  readonly today: FormItem['of'];
  /** The return day of the form; an item of another one says so. */
  readonly day: FormItem['of'];
  /** What was typed and not taken. */
  readonly fields: FormFields;
  readonly faults: readonly ItemFault[];
  readonly questions: readonly ItemFault[];
  /** The page of one item: there more time is asked for, and said whose it is. */
  readonly addressOf: (id: string) => string;
  /** Where the form is, with one answered item to be changed. */
  readonly changeOf: (id: string) => string;
  /** The answered item that is being changed; null where none is. */
  readonly changing: string | null;
};

/** A form of returns as it is shown. */
export type FormView = ItemView & {
  readonly items: readonly FormItem[];
  /** Where the form is and is sent to. */
  readonly address: string;
  /** Idempotency key of the form. */
  readonly nonce: string;
};

/** One item with its place in the form. */
export type ItemProps = {
  readonly item: FormItem;
  readonly number: number;
  readonly view: ItemView;
};

/** Whether what stands in `field` is wrong or to be confirmed. */
export const faultOf = ({ faults, questions }: ItemView, field: string): boolean =>
  [...faults, ...questions].some((each) => each.field === field);

/** Marks of an input that is wrong or to be confirmed. */
export const itemMarks = (
  view: ItemView,
  field: string,
): { 'aria-invalid'?: 'true'; 'aria-describedby'?: string } =>
  faultOf(view, field) ? { 'aria-invalid': 'true', 'aria-describedby': `r-${field}-fault` } : {};
