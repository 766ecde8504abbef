import { Temporal } from 'temporal-polyfill';
import type { TaskId } from '../../domain/base/ids.ts';
import { Remark } from '../../domain/base/parsing.ts';
import { type ChoiceSaid, carries, closingMove } from '../../domain/years/closing-choice.ts';
import type { ClosingChoice, ClosingLine } from '../../domain/years/closing-line.ts';
import type { BulkRequest } from '../../flows/tasks/bulk.ts';
import type { FieldFault } from '../http/forms.ts';

/** What was entered for one line, as typed. */
export type LineSaid = {
  readonly choice: string;
  readonly to: string;
  readonly unit: string;
  readonly words: string;
};

/** What the form of closing a year carries. */
export type ClosingForm = {
  readonly step: 'save' | 'preview' | 'fields' | 'make' | 'ask' | 'close' | 'undo' | 'reopen';
  /** By task. */
  readonly said: ReadonlyMap<string, LineSaid>;
  /** The version that was shown, by task. */
  readonly seen: ReadonlyMap<string, number>;
  readonly picked: ReadonlySet<string>;
  /** For the lines that are picked. */
  readonly one: LineSaid;
  readonly why: string;
  readonly batch: string;
};

const steps = ['preview', 'fields', 'make', 'ask', 'close', 'undo', 'reopen'] as const;

const NOTHING: LineSaid = { choice: '', to: '', unit: '', words: '' };

const isPart = (name: string): name is keyof LineSaid => name in NOTHING;

/** Reads the fields `choice-ID`, `to-ID`, `unit-ID`, `words-ID` and `seen-ID`, and those for all. */
export function readClosingForm(sent: Readonly<Record<string, readonly string[]>>): ClosingForm {
  const only = (name: string): string => (sent[name]?.[0] ?? '').trim();
  const said = new Map<string, LineSaid>();
  const seen = new Map<string, number>();
  for (const [name, [value = '']] of Object.entries(sent)) {
    const [, part = '', task = ''] = /^(\w+)-(.+)$/u.exec(name) ?? [];
    if (isPart(part)) said.set(task, { ...(said.get(task) ?? NOTHING), [part]: value.trim() });
    if (part === 'seen' && /^\d+$/u.test(value)) seen.set(task, Number(value));
  }
  return {
    step: steps.find((step) => step === only('step')) ?? 'save',
    said,
    seen,
    picked: new Set(sent['pick']),
    one: { choice: only('choice'), to: only('to'), unit: only('unit'), words: only('words') },
    why: only('why'),
    batch: only('batch'),
  };
}

/** The form with what was entered for the picked lines in each of them; the date of its own wins. */
export function withPicked(form: ClosingForm): ClosingForm {
  const { picked, one } = form;
  const said = new Map([...picked].map((task): [string, LineSaid] => [task, one]));
  return { ...form, said };
}

/** What is decided of the figures of a target. */
export type TargetDecision = {
  readonly task: TaskId;
  readonly choice: 'asItIs' | 'awaitFigure';
};

/** What was decided, or all that is wrong with it. */
export type ClosingDecisions = {
  readonly requests: readonly BulkRequest[];
  readonly targets: readonly TargetDecision[];
  readonly faults: readonly FieldFault[];
};

/** The decisions that `form` makes about `lines`; a line without a choice is left as it is. */
export function decisionsIn(form: ClosingForm, lines: readonly ClosingLine[]): ClosingDecisions {
  const requests: BulkRequest[] = [];
  const targets: TargetDecision[] = [];
  const faults: FieldFault[] = [];
  for (const line of lines) {
    const said = form.said.get(line.task.id);
    if (!said || said.choice === '') continue;
    const { choice, fault, ...entered } = checked(line, said);
    if (fault) faults.push(fault);
    else if (choice === 'asItIs' || choice === 'awaitFigure') {
      targets.push({ task: line.task.id, choice });
    } else requests.push(requestFor(line, choice, entered, form.seen.get(line.task.id)));
  }
  return { requests, targets, faults };
}

function requestFor(
  { task }: ClosingLine,
  choice: ClosingChoice,
  said: ChoiceSaid,
  seen: number | undefined,
): BulkRequest {
  const move = closingMove(choice, said);
  if (!move) throw new Error(`${choice} is no move`);
  return { task: task.id, move, why: said.words, ...(seen !== undefined && { seen }) };
}

type Checked = ChoiceSaid & { readonly choice: ClosingChoice; readonly fault?: FieldFault };

function checked(line: ClosingLine, said: LineSaid): Checked {
  const { task, choices, needsDue } = line;
  const choice = choices.find((each) => each === said.choice) ?? 'awaitFigure';
  const wrong = (part: keyof LineSaid, message: string): Checked => ({
    choice,
    words: said.words,
    fault: { field: `${part}-${task.id}`, message: `《${task.title}》：${message}` },
  });
  if (!choices.some((each) => each === said.choice)) {
    return wrong('choice', '已经有了变化，请按现在的情况再选');
  }
  const words = Remark.safeParse(said.words);
  if (!words.success) return wrong('words', '原因或佐证太长，请不超过500字');
  if (choice === 'deemDone' && said.words === '') return wrong('words', '视同完成须写明佐证');
  if (choice === 'reassignAndCarry' && said.unit === '') return wrong('unit', '请选改派给哪个单位');
  if (!carries(choice)) return { choice, words: words.data };
  const due = dayIn(said.to);
  if (said.to === '' && needsDue) return wrong('to', '原来的期限已经过去，请填结转到哪一天');
  if (said.to !== '' && !due) return wrong('to', `“${said.to}”不是日期`);
  const unit = choice === 'reassignAndCarry' && { leadUnit: said.unit };
  return { choice, words: words.data, ...(due && { due }), ...unit };
}

function dayIn(text: string): Temporal.PlainDate | undefined {
  try {
    return text === '' ? undefined : Temporal.PlainDate.from(text);
  } catch {
    return undefined;
  }
}
