import { z } from 'zod';
import { namesIn } from '../../domain/base/one-line.ts';
import { Day, Evidence, Label, OneLine } from '../../domain/base/parsing.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { NewItem } from '../../domain/sources/new-item.ts';
import type { Readers } from '../../domain/sources/readers.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { ParkContext } from '../../flows/context/park-context.ts';
import type { Booker } from '../../flows/funding/book-steps.ts';
import { type ItemQuestion, registerItem } from '../../flows/sources/register-item.ts';
import { answerIn } from '../http/answer-form.ts';
import { type FieldFault, readForm } from '../http/forms.ts';
import { readersIn } from '../http/readers-form.ts';

const MaybeDay = z
  .literal('')
  .transform(() => null)
  .or(Day)
  .default(null);
const Text = OneLine.max(60, '至多 60 个字').default('');

/** Characters of a title that still reads as one line. */
const LONGEST_TITLE = 40;

/** The form of a new item. Fields of the sources that were not chosen are sent, too, and are ignored. */
const ItemForm = z.object({
  title: OneLine.min(1, '请写明做成什么').refine(
    (title) => Array.from(title).length <= LONGEST_TITLE,
    { error: `最多 ${LONGEST_TITLE} 个字，背景请写进批示原话` },
  ),
  leadUnit: Label.or(z.literal('')).refine((unit) => unit !== '', '请选择牵头单位'),
  due: MaybeDay,
  from: z.enum(['hand', 'instruction', 'meeting', 'superior']).default('hand'),
  by: Text,
  on: MaybeDay,
  words: z.string().max(2000, '至多 2000 个字').default(''),
  meeting: Text,
  minutes: Text,
  met: MaybeDay,
  office: Text,
  paper: Text,
  received: MaybeDay,
  kind: z.enum(['milestone', 'standing']).default('milestone'),
  place: z.string().default(''),
  with: OneLine.max(400, '至多 400 个字').default(''),
  attachment: Evidence.default(''),
  readers: z.enum(['open', 'named']).default('open'),
  named: z.string().max(400, '至多 400 个字').default(''),
  past: z.literal('yes').optional(),
  other: z.enum(['yes', 'no']).optional(),
});

/** Names of the fields. */
const fieldNames: Readonly<Record<string, string>> = {
  title: '事项',
  leadUnit: '牵头单位',
  due: '期限',
  by: '谁批示',
  on: '批示日期',
  words: '批示原话',
  meeting: '会议名称',
  minutes: '第几次，或纪要编号',
  met: '会议日期',
  office: '来文单位',
  paper: '文号',
  received: '来文日期',
  with: '配合单位',
  attachment: '附件链接',
  readers: '谁能看',
  named: '指定的岗位',
};

/** What became of a form: the task, or what is wrong and what is asked. */
export type ItemAnswer =
  | { readonly task: Task }
  | { readonly faults: readonly FieldFault[]; readonly questions: readonly ItemQuestion[] };

/** Registers what the form says. */
export async function answerItemForm(
  { run, booker }: { readonly run: ParkContext; readonly booker: Booker },
  fields: Readonly<Record<string, string>>,
): Promise<ItemAnswer> {
  const read = readForm(ItemForm, fields, fieldNames);
  if ('faults' in read) return { faults: read.faults, questions: [] };
  const shared = sharedIn(fields, run);
  if ('faults' in shared) return { faults: shared.faults, questions: [] };
  const item = itemIn(read.value, shared);
  if ('faults' in item) return { faults: item.faults, questions: [] };
  const { past, other } = read.value;
  const confirmed = { past: past === 'yes', other: other === 'no' };
  try {
    const registered = await registerItem(run, booker, {
      item,
      key: fields['key'] ?? '',
      confirmed,
    });
    return 'task' in registered ? registered : { faults: [], questions: registered.questions };
  } catch (fault) {
    if (!(fault instanceof BadInput)) throw fault;
    return {
      faults: fault.problems.map(({ place, message }) => faultAt(place, message)),
      questions: [],
    };
  }
}

type Shared = { readonly readers: Readers } & Pick<NewItem, 'answer'>;

/** Who may see the source, and what is to be reported on it. */
function sharedIn(
  fields: Readonly<Record<string, string>>,
  run: ParkContext,
): Shared | { readonly faults: readonly FieldFault[] } {
  const sight = readersIn(fields, run);
  const report = answerIn(fields);
  if ('faults' in sight) return sight;
  return 'faults' in report ? report : { ...sight, ...report };
}

type Said = z.output<typeof ItemForm>;

/** The item that a form says, with the fields of its source alone. */
function itemIn(
  said: Said,
  { readers, answer }: Shared,
): NewItem | { readonly faults: readonly FieldFault[] } {
  const { title, leadUnit, due, kind, place, attachment } = said;
  const source = NewItem.shape.source.safeParse(sourceIn(said));
  const missing = missingIn(said);
  if (missing.length > 0 || !source.success) return { faults: missing };
  const attachments = attachment === '' ? [] : [attachment];
  const supportingUnits = [...namesIn(said.with)];
  return {
    title,
    leadUnit,
    supportingUnits,
    due,
    kind,
    source: source.data,
    place,
    readers: readers && [...readers],
    answer,
    attachments,
  };
}

const sourceIn = (said: Said): unknown => {
  const date = (day: Said['on']): string | null => day?.toString() ?? null;
  if (said.from === 'instruction') {
    return { kind: 'instruction', from: said.by, date: date(said.on), words: said.words };
  }
  if (said.from === 'meeting') {
    const { meeting: from, minutes: documentNumber, met } = said;
    return { kind: 'meeting', from, documentNumber, date: date(met) };
  }
  if (said.from === 'superior') {
    const { office: from, paper: documentNumber, received } = said;
    return { kind: 'superior', from, documentNumber, date: date(received) };
  }
  return { kind: 'hand' };
};

/** Fields that the chosen source needs. */
function missingIn({ from, by, on, meeting, office }: Said): readonly FieldFault[] {
  const needed: Readonly<Record<Said['from'], readonly (readonly [string, unknown, string])[]>> = {
    hand: [],
    instruction: [
      ['by', by, '请写明谁批示'],
      ['on', on, '请填批示日期'],
    ],
    meeting: [['meeting', meeting, '请写会议名称']],
    superior: [['office', office, '请写来文单位']],
  };
  return needed[from].flatMap(([field, value, message]) => (value ? [] : [{ field, message }]));
}

const fieldFor: Readonly<Record<string, string>> = { date: 'on', answer: 'answerDue' };

/** Field of the form for a field of the item. */
const faultAt = (place: string, message: string): FieldFault => ({
  field: fieldFor[place] ?? place,
  message,
});
