import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Decimal } from '../../domain/base/decimal.ts';
import { FEN_PER_WAN, inFen } from '../../domain/base/money.ts';
import { Day, OneLine, Remark } from '../../domain/base/parsing.ts';
import { type FieldFault, readForm } from '../http/forms.ts';

const Words = Remark.default('');

/** Amounts that a form takes, in 万元. */
const MOST_WAN = 10_000_000;

/** What the form of one stage of money says: 万元 outside, fen inside. */
export const StepForm = z.object({
  doneOn: z.string().min(1, '请选日期').pipe(Day),
  amount: OneLine.pipe(Decimal)
    .refine((wan) => wan.gte(0) && wan.lte(MOST_WAN), `应在 0 到 ${MOST_WAN} 之间`)
    .transform((wan) => inFen(Number(wan.mul(FEN_PER_WAN).round()))),
  note: Words,
  excessReason: Words,
});

const stepNames: Readonly<Record<string, string>> = {
  doneOn: '办成日期',
  amount: '金额',
  note: '说明',
  excessReason: '超出原因',
};

/** What a form says of one step, sent on `today`; or all that is wrong with it. */
export function bookingOf(
  fields: Readonly<Record<string, string>>,
  today: Temporal.PlainDate,
): z.output<typeof StepForm> | { readonly faults: readonly FieldFault[] } {
  const read = readForm(StepForm, fields, stepNames);
  if ('faults' in read) return read;
  const faults = bookingFaults(read.value, today);
  return faults.length > 0 ? { faults } : read.value;
}

/** What is wrong with a booking that is well written. */
export const bookingFaults = (
  { doneOn }: Pick<z.output<typeof StepForm>, 'doneOn'>,
  today: Temporal.PlainDate,
): readonly FieldFault[] =>
  Temporal.PlainDate.compare(doneOn, today) > 0
    ? [{ field: 'doneOn', message: '办成日期：还没有到这一天' }]
    : [];
