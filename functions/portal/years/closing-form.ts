import type { Temporal } from 'temporal-polyfill';
import { Day, Evidence, Remark } from '../../domain/base/parsing.ts';
import { type ClosingDecision, carries } from '../../domain/years/closing-choice.ts';
import type { ClosingChoice, ClosingLine } from '../../domain/years/closing-line.ts';
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
  const only = (name: string): string => sent[name]?.[0]?.trim() ?? '';
  const fields = Object.keys(sent).flatMap((name) => {
    const [, part, task] = /^(\w+)-(.+)$/u.exec(name) ?? [];
    return part !== undefined && task !== undefined ? [{ part, task, value: only(name) }] : [];
  });
  return {
    step: steps.find((step) => step === only('step')) ?? 'save',
    said: linesIn(fields),
    seen: new Map(
      fields
        .filter(({ part, value }) => part === 'seen' && /^\d+$/u.test(value))
        .map(({ task, value }) => [task, Number(value)]),
    ),
    picked: new Set(sent['pick']),
    one: { choice: only('choice'), to: only('to'), unit: only('unit'), words: only('words') },
    why: only('why'),
    batch: only('batch'),
  };
}

function linesIn(
  fields: readonly { readonly part: string; readonly task: string; readonly value: string }[],
): ReadonlyMap<string, LineSaid> {
  const said = new Map<string, LineSaid>();
  for (const { part, task, value } of fields) {
    if (isPart(part)) said.set(task, { ...(said.get(task) ?? NOTHING), [part]: value });
  }
  return said;
}

/** The form with what was entered for the picked lines in each of them, and nothing in the others. */
export function withPicked(form: ClosingForm): ClosingForm {
  const { picked, one } = form;
  const said = new Map([...picked].map((task): [string, LineSaid] => [task, one]));
  return { ...form, said };
}

/** What was decided, or all that is wrong with it. */
type ClosingDecisions = {
  readonly decisions: readonly ClosingDecision[];
  readonly faults: readonly FieldFault[];
};

/** The decisions that `form` makes about `lines`; a line without a choice is left as it is. */
export function decisionsIn(form: ClosingForm, lines: readonly ClosingLine[]): ClosingDecisions {
  const read = lines.flatMap((line) => {
    const said = form.said.get(line.task.id);
    return said && said.choice !== '' ? decisionOf(line, said, form.seen.get(line.task.id)) : [];
  });
  return {
    decisions: read.flatMap((each) => ('decision' in each ? each.decision : [])),
    faults: read.flatMap((each) => ('fault' in each ? each.fault : [])),
  };
}

type Read = { readonly decision: ClosingDecision } | { readonly fault: FieldFault };

function decisionOf(line: ClosingLine, said: LineSaid, seen: number | undefined): Read {
  const { task, choices } = line;
  const wrong = faultIn(line, said);
  if (wrong) {
    const [part, message] = wrong;
    return { fault: { field: `${part}-${task.id}`, message: `《${task.title}》：${message}` } };
  }
  const choice = choices.find((each) => each === said.choice) ?? 'awaitFigure';
  const entered = { ...wordsOf(choice, said), ...(seen !== undefined && { seen }) };
  return { decision: { task: task.id, choice, ...carriedTo(choice, said), ...entered } };
}

function carriedTo(
  choice: ClosingChoice,
  { to, unit }: LineSaid,
): Pick<ClosingDecision, 'due' | 'leadUnit'> {
  const due = carries(choice) ? dayIn(to) : undefined;
  return { ...(due && { due }), ...(choice === 'reassignAndCarry' && { leadUnit: unit }) };
}

const wordsOf = (
  choice: ClosingChoice,
  { words }: LineSaid,
): Pick<ClosingDecision, 'evidence' | 'why'> =>
  choice === 'deemDone' && isLink(words) ? { evidence: words, why: '' } : { why: words };

const isLink = (words: string): boolean => words !== '' && Evidence.safeParse(words).success;

type Wrong = readonly [part: keyof LineSaid, message: string];

function faultIn(line: ClosingLine, said: LineSaid): Wrong | undefined {
  const choice = line.choices.find((each) => each === said.choice);
  if (!choice) return ['choice', '已经有了变化，请按现在的情况再选'];
  if (!Remark.safeParse(said.words).success) return ['words', '原因或佐证太长，请不超过500字'];
  if (choice === 'deemDone' && said.words === '') return ['words', '视同完成须写明佐证'];
  if (choice === 'reassignAndCarry' && said.unit === '') return ['unit', '请选改派给哪个单位'];
  return carries(choice) ? wrongDate(line, said) : undefined;
}

function wrongDate({ needsDue }: ClosingLine, { to }: LineSaid): Wrong | undefined {
  if (to === '') return needsDue ? ['to', '原来的期限已经过去，请填结转到哪一天'] : undefined;
  return dayIn(to) ? undefined : ['to', `“${to}”不是日期`];
}

const dayIn = (text: string): Temporal.PlainDate | undefined => Day.safeParse(text).data;
