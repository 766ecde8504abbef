import { z } from 'zod';
import type { Act, Move } from '../domain/moves.ts';
import { Day, Evidence, Label, Remark } from '../domain/parsing.ts';
import { type FieldFault, faultsOf, readForm } from './forms.ts';

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
  plain('resume'),
  plain('withdraw'),
  z.object({ act: z.literal('return'), why: NeededWhy }),
  z.object({ act: z.literal('disown'), why: NeededWhy }),
  z.object({
    act: z.literal('report'),
    progress: Percent,
    why: Why,
    evidence: Evidence.default(''),
  }),
  z.object({ act: z.literal('requestExtension'), due: Day, why: NeededWhy }),
  z.object({ act: z.literal('grant'), due: Day, why: Why }),
  z.object({ act: z.literal('redate'), due: Day, why: NeededWhy }),
  z.object({ act: z.literal('reassign'), leadUnit: Label, why: NeededWhy }),
]);

/** A move and the reason given for it, as a form said them. */
type Wish = { readonly move: Move; readonly why: string };

/** What people call the fields. */
const fieldName: Readonly<Record<string, string>> = {
  progress: '进度',
  evidence: '佐证链接',
  due: '日期',
  leadUnit: '责任单位',
  why: '说明',
};

/** Reads the form of `act`; answers with the move, or with all that is wrong. */
function wishOf(
  act: string,
  fields: Readonly<Record<string, unknown>>,
): Wish | { readonly faults: readonly FieldFault[] } {
  const read = readForm(MoveForm, { why: '', evidence: '', ...fields, act }, fieldName);
  return 'faults' in read ? read : { move: moveOf(read.value), why: read.value.why };
}

/** The move that a checked form stands for. */
export function moveOf(form: z.output<typeof MoveForm>): Move {
  if (form.act !== 'report') return form;
  const { act, progress, why, evidence } = form;
  return { act, progress, note: why, evidence: evidence === '' ? [] : [evidence] };
}

/** A form that was not taken, with what stood in it. */
export type Refused = {
  readonly act: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
};

/** Reads the form of `act` and lets `make` carry it out; what cannot be done comes back with the form. */
export async function attempted<Done>(
  act: string,
  fields: Readonly<Record<string, string>>,
  make: (wish: Wish) => Promise<Done>,
): Promise<Done | Refused> {
  const wish = wishOf(act, fields);
  if ('faults' in wish) return { act, fields, faults: wish.faults };
  try {
    return await make(wish);
  } catch (fault) {
    return { act, fields, faults: faultsOf(fault) };
  }
}
