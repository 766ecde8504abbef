import { TaskId } from '../../domain/base/ids.ts';
import { type BulkAct, bulkActs } from '../../domain/tasks/bulk-act.ts';
import type { Portal } from '../http/portal.ts';

/** What the forms of a bulk carry from one step to the next. */
export type BulkForm = {
  /** Null before one was chosen. */
  readonly act: BulkAct | null;
  readonly step: 'fields' | 'preview' | 'make';
  /** The chosen tasks, each once, with the version that was previewed. */
  readonly chosen: readonly { readonly task: TaskId; readonly seen?: number }[];
  /** Whether every task of the filter is meant, instead of `chosen`. */
  readonly isAll: boolean;
  /** The unit whose open tasks are meant, instead of `chosen`. */
  readonly unit: string | undefined;
  /** Address of the page that it began in. */
  readonly view: string;
  /** Id of the confirmation. */
  readonly batch: string | undefined;
  /** What was entered for the act. */
  readonly fields: Readonly<Record<string, string>>;
};

const steps = ['preview', 'make'] as const;

/** Reads the fields of a bulk form as they were sent. */
export function readBulkForm(sent: Readonly<Record<string, readonly string[]>>): BulkForm {
  const { task = [], held = [], ...others } = sent;
  const fields = Object.fromEntries(
    Object.entries(others).map(([name, [first = '']]) => [name, first]),
  );
  const step = steps.find((each) => each === fields['step']) ?? 'fields';
  const asked = step === 'fields' ? [...task, ...held] : task;
  const marks = new Map(asked.map((mark) => [mark.replace(/:\d*$/, ''), mark]));
  return {
    act: bulkActs.find((act) => act === fields['act']) ?? null,
    step,
    chosen: [...marks.values()].map(readMark),
    isAll: fields['all'] === 'yes',
    unit: step === 'make' || asked.length > 0 ? undefined : fields['unit'],
    view: viewOrAll(fields),
    batch: fields['batch'],
    fields,
  };
}

const viewOrAll = ({ view = '' }: BulkForm['fields']): string =>
  /^\/(items|units|years\/\d{4})(\?|$)/.test(view) ? view : '/items';

/** Each preview is a confirmation of its own; only one that arrives twice is carried out once. */
export const batchOf = (
  { step, batch = '' }: { readonly step: string; readonly batch?: string | undefined },
  { ports }: Portal,
): string => (step === 'make' && /^[\w-]{1,64}$/.test(batch) ? batch : ports.newId());

/** A task in a form: its id, and the version that was previewed: `p22-071:3`. */
export const bulkMark = (task: string, version: number | null): string =>
  version === null ? task : `${task}:${version}`;

function readMark(mark: string): BulkForm['chosen'][number] {
  const [, id = mark, version] = /^(.*):(\d+)$/.exec(mark) ?? [];
  const task = TaskId.parse(id);
  return version === undefined ? { task } : { task, seen: Number(version) };
}
