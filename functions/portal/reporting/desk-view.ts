import { dayOfForm, type FormItem } from '../../domain/papers/reporting-form.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { type FormFields, isOfItem, type ReadForm } from './fields.ts';
import type { ReturnDesk } from './return-desk.ts';
import type { FormView } from './view.ts';

/** What was filled in for items that others are responsible for by now; nothing of it is recorded. */
export function ofOthers(items: readonly FormItem[], typed: FormFields): ReadForm['faults'] {
  const isOwn = (name: string): boolean =>
    items.some(({ task }) => `${name.slice(2)}-`.startsWith(`${task.id}-`));
  const isForeign = Object.entries(typed).some(
    ([name, value]) => !name.startsWith('n-') && value.trim() !== '' && !isOwn(name),
  );
  const message = '填写的内容里有的事项已经不由本岗位负责，这些没有记录';
  return isForeign ? [{ id: '', field: '', message }] : [];
}

/** The fields of items among those that were sent. */
export const typedIn = (sent: FormFields): FormFields =>
  Object.fromEntries(Object.entries(sent).filter(([name]) => isOfItem(name)));

/** The form as it is shown, with what was typed and refused. */
export function formViewOf(
  { run, address, addressOf, newId }: ReturnDesk,
  items: readonly FormItem[],
  over: Partial<Pick<FormView, 'fields' | 'faults' | 'questions' | 'changing'>>,
): FormView {
  const { now, rules } = run;
  const today = localDay(now, rules);
  return {
    now,
    rules,
    today,
    day: dayOfForm(items) ?? today,
    items,
    address,
    addressOf,
    changeOf: (id) => `${address}?change=${encodeURIComponent(id)}`,
    nonce: newId(),
    fields: {},
    faults: [],
    questions: [],
    changing: null,
    ...over,
  };
}
