import { z } from 'zod';
import { taskIdsIn } from '../../domain/base/ids.ts';
import { Day, Evidence, Label, Remark } from '../../domain/base/parsing.ts';
import type { Act, Move } from '../../domain/tasks/move.ts';
import { TermsForm, termsOf, withoutEmptyTerms } from '../../domain/tasks/terms-form.ts';
import { UrgeText } from '../../domain/tasks/urge.ts';
import { type FieldFault, faultsOf, readForm } from '../http/forms.ts';

const Why = Remark.default('');
const NeededWhy = Remark.min(1, '请说明原因');

const Percent = z.coerce
  .number('请填 0 到 100 的整数')
  .int('请填 0 到 100 的整数')
  .min(0, '请填 0 到 100 的整数')
  .max(100, '请填 0 到 100 的整数');

const plain = <Of extends Act>(act: Of): z.ZodObject<{ act: z.ZodLiteral<Of>; why: typeof Why }> =>
  z.object({ act: z.literal(act), why: Why });

/** What a form says of a move, by its act: the fields of each, with their limits. */
export const MoveForm = z.discriminatedUnion('act', [
  plain('assign'),
  plain('signFor'),
  plain('submit'),
  plain('verify'),
  plain('refuse'),
  plain('suspend'),
  plain('withdraw'),
  z.object({ act: z.literal('return'), why: NeededWhy }),
  z.object({ act: z.literal('disown'), why: NeededWhy }),
  z.object({ act: z.literal('keep'), why: NeededWhy }),
  z.object({
    act: z.literal('report'),
    // Null keeps the progress: that of a work with nodes is theirs.
    progress: Percent.nullable(),
    why: Why,
    evidence: Evidence.default(''),
  }),
  z.object({ act: z.literal('support'), why: NeededWhy, evidence: Evidence.default('') }),
  z.object({ act: z.literal('requestExtension'), due: Day, why: NeededWhy }),
  z.object({ act: z.literal('grant'), due: Day, why: Why }),
  z.object({ act: z.literal('redate'), due: Day, why: NeededWhy }),
  z.object({ act: z.literal('correctDue'), due: Day, why: NeededWhy }),
  z.object({ act: z.literal('resume'), due: Day.exactOptional(), why: Why }),
  z.object({
    act: z.literal('waitFor'),
    tasks: Remark.default('').describe('前置事项的编号，用顿号、逗号或空格隔开；留空为不再等待'),
    why: Why,
  }),
  z.object({
    act: z.literal('urge'),
    why: UrgeText.describe('催办的话'),
    when: z.enum(['digest', 'now']).default('digest').describe('随下一份提醒，或即刻发出'),
    again: z.literal('yes').exactOptional().describe('今天已即刻催办过的，再发一次'),
  }),
  TermsForm.extend({ act: z.literal('amend'), why: NeededWhy }),
  z.object({ act: z.literal('reassign'), leadUnit: Label, why: NeededWhy }),
  z.object({
    act: z.literal('carryOver'),
    due: Day.exactOptional().describe('新的期限；原来的期限已经过去的必填'),
    refusesRequest: z
      .boolean()
      .exactOptional()
      .describe('不同意待批的延期申请；不填为同意延到新的期限'),
    leadUnit: Label.exactOptional().describe('改派给哪个单位；不填为不改'),
    why: Why,
  }),
  z.object({
    act: z.literal('deemDone'),
    why: Why.describe('佐证文件的名称和文号；没有网址的必填'),
    evidence: Evidence.default(''),
  }),
]);

/** A move and the reason given for it, as a form said them. */
type Wish = { readonly move: Move; readonly why: string };

/** What people call the fields. */
const fieldName: Readonly<Record<string, string>> = {
  progress: '进度',
  evidence: '佐证链接',
  due: '日期',
  leadUnit: '责任单位',
  tasks: '前置事项',
  title: '标题',
  supportingUnits: '配合单位',
  goal: '目标值',
  amount: '金额',
  place: '所属工作',
  why: '说明',
  when: '何时发出',
};

/** Reads the form of `act`; returns the move, or all that is wrong. */
function wishOf(
  act: string,
  fields: Readonly<Record<string, unknown>>,
): Wish | { readonly faults: readonly FieldFault[] } {
  const said = act === 'amend' ? withoutEmptyTerms(fields) : fields;
  const read = readForm(
    MoveForm,
    { why: '', evidence: '', progress: null, ...said, act },
    fieldName,
  );
  return 'faults' in read ? read : { move: moveOf(read.value), why: read.value.why };
}

/** The move that a checked form stands for. */
export function moveOf(form: z.output<typeof MoveForm>): Move {
  if (form.act === 'waitFor') return { act: form.act, tasks: taskIdsIn(form.tasks) };
  if (form.act === 'urge') {
    const { act, why: words, when, again } = form;
    return { act, words, isAtOnce: when === 'now', isAgain: again === 'yes' };
  }
  if (form.act === 'amend') return { act: form.act, terms: termsOf(form) };
  if (!('evidence' in form)) return form;
  const said = { note: form.why, evidence: form.evidence === '' ? [] : [form.evidence] };
  return form.act === 'report'
    ? { act: form.act, progress: form.progress, ...said }
    : { act: form.act, ...said };
}

/** A form that was not taken, with what stood in it. */
export type Refused = {
  readonly act: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
  /** Nothing is wrong, but its sender is asked whether what is all done is to be handed in. */
  readonly asksWhetherDone?: true;
};

/** What the title of a page begins with whose form came back, so that it is read aloud first. */
export function titlePrefix(refused: Refused | null): string {
  if (refused === null) return '';
  return refused.asksWhetherDone ? '请确认：' : '有错误：';
}

/** The status of the answer with a form that came back: a question is not an error of its sender. */
export const statusOf = (refused: Refused | null): 200 | 400 =>
  refused === null || refused.asksWhetherDone ? 200 : 400;

/** Whether a report of all that there is to do leaves open that it is done. */
const asksWhetherDone = ({ move }: Wish, { still }: Refused['fields']): boolean =>
  move.act === 'report' && move.progress === 100 && still === undefined;

/**
 * Reads the form of `act` and lets `make` carry it out; what cannot be done comes back with the form,
 * and so does a report of 100 % whose sender has not said that it is no more than that (`still`).
 */
export async function attempted<Done>(
  act: string,
  fields: Readonly<Record<string, string>>,
  make: (wish: Wish) => Promise<Done>,
): Promise<Done | Refused> {
  const wish = wishOf(act, fields);
  if ('faults' in wish) return { act, fields, faults: wish.faults };
  if (asksWhetherDone(wish, fields)) return { act, fields, faults: [], asksWhetherDone: true };
  try {
    return await make(wish);
  } catch (fault) {
    return { act, fields, faults: faultsOf(fault) };
  }
}
