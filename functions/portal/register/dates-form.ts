import { typedDay } from '../../domain/calendar/typed-day.ts';
import type { TaskRow } from '../../domain/papers/board.ts';
import type { BulkRequest } from '../../flows/tasks/bulk.ts';
import type { FieldFault } from '../http/forms.ts';
import { readBulkForm } from './bulk-form.ts';

/** What was entered in the column of dates. */
export type DatesForm = {
  readonly step: 'fields' | 'fill' | 'fillAll' | 'preview' | 'make';
  /** As typed, by task. */
  readonly dues: ReadonlyMap<string, string>;
  /** The version that was previewed, by task. */
  readonly seen: ReadonlyMap<string, number>;
  readonly picked: ReadonlySet<string>;
  /** The date for the picked rows. */
  readonly one: string;
  readonly why: string;
  readonly view: string;
  readonly batch: string;
};

const steps = ['fill', 'fillAll', 'preview', 'make'] as const;

/** Reads the column: `task` and `due` stand in the same order, and so do `held` and `heldDue`. */
export function readDatesForm(sent: Readonly<Record<string, readonly string[]>>): DatesForm {
  const { task = [], due = [], held = [], heldDue = [], pick = [] } = sent;
  const { chosen } = readBulkForm({ task });
  const only = (name: string): string => sent[name]?.[0] ?? '';
  const pairs = [
    ...task.map((id, at) => [id, due[at]]),
    ...held.map((id, at) => [id, heldDue[at]]),
  ];
  return {
    step: steps.find((step) => step === only('step')) ?? 'fields',
    dues: new Map(pairs.map(([id = '', text = '']) => [id.replace(/:\d+$/, ''), text.trim()])),
    seen: new Map(chosen.flatMap(({ task: id, seen }) => (seen === undefined ? [] : [[id, seen]]))),
    picked: new Set(pick),
    one: only('one').trim(),
    why: only('why'),
    view: only('view'),
    batch: only('batch'),
  };
}

/** The column with `one` in the picked rows, or in every row that is empty. */
export function filledIn(form: DatesForm): DatesForm {
  const isMeant = (task: string, text: string): boolean =>
    form.step === 'fillAll' ? text === '' : form.picked.has(task);
  const dues = [...form.dues].map(
    ([task, text]) => [task, isMeant(task, text) ? form.one : text] as const,
  );
  return { ...form, dues: new Map(dues) };
}

/** The days that were entered, and what is wrong with the others. Empty rows change nothing. */
export function readDues(
  form: DatesForm,
  rows: readonly TaskRow[],
  thisYear: number,
): { readonly requests: readonly BulkRequest[]; readonly faults: readonly FieldFault[] } {
  const tasks = new Map(rows.map(({ task }) => [task.id as string, task]));
  const faults: FieldFault[] = [];
  const requests = [...form.dues].flatMap(([id, text]): readonly BulkRequest[] => {
    const task = tasks.get(id);
    if (text === '' || !task) return [];
    const due = typedDay(text, Math.max(task.plan, thisYear));
    const seen = form.seen.get(id);
    if (due)
      return [{ task: task.id, move: { act: 'redate', due }, ...(seen !== undefined && { seen }) }];
    const message = `${task.title}：“${text}”不是日期，可以写 7月31日、7/31 或 2022-7-31`;
    faults.push({ field: `due-${id}`, message });
    return [];
  });
  return { requests, faults };
}
