import type { FormItem } from '../../domain/papers/reporting-form.ts';
import type { ItemFault } from './fields.ts';

/** `faults` in the order of the form; first what is about none of its items. */
export function inFormOrder(
  items: readonly FormItem[],
  faults: readonly ItemFault[],
): readonly ItemFault[] {
  const place = ({ id }: ItemFault): number => items.findIndex(({ task }) => task.id === id);
  return faults.toSorted((a, b) => place(a) - place(b));
}

/** The title of the item `id`. */
export const groupTitle = (items: readonly FormItem[], id: string): string => {
  const item = items.find(({ task }) => task.id === id);
  return item ? `${item.task.title}：` : '';
};
