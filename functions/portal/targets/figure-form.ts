import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Decimal } from '../../domain/base/decimal.ts';
import { Day, Line, Remark } from '../../domain/base/parsing.ts';
import {
  type FigureFault,
  faultsOfFigure,
  type Receiving,
} from '../../domain/targets/figure-check.ts';
import type { Return } from '../../domain/targets/target.ts';
import { type FieldFault, readForm } from '../http/forms.ts';

const Words = Remark.default('');

/** What the form of one figure says. */
export const FigureForm = z.object({
  month: z.coerce.number('请选月份').int('请选月份').min(1, '请选月份').max(12, '请选月份'),
  value: Line.pipe(Decimal),
  source: Line.min(1, '请填写，例如 统计月报').max(100, '至多 100 个字'),
  why: Words,
  confirm: z
    .boolean()
    .default(false)
    .describe('数值与上次或目标相差很大时，核对过没有填错的，写 true 再报一次'),
});

const figureNames: Readonly<Record<string, string>> = {
  month: '截至月份',
  value: '数值',
  source: '数据来源',
  why: '更正原因',
  confirm: '请核对',
};

type Fields = Readonly<Record<string, string>>;
type Faults = { readonly faults: readonly FieldFault[] };

/** The return that a form says; or all that is wrong with it. */
export function figureOf(fields: Fields, receiving: Receiving): Return | Faults {
  // A question is answered for the number that was asked about, and for no other.
  const confirm = fields['confirm'] !== undefined && fields['confirm'] === fields['value']?.trim();
  const read = readForm(FigureForm, { ...fields, confirm }, figureNames);
  if ('faults' in read) return read;
  const faults = figureFaults(read.value, receiving);
  return faults.length > 0 ? { faults } : { id: receiving.target.id, figures: [read.value] };
}

/** What is wrong with a figure of `target` that is well written. */
export const figureFaults = (
  { confirm, ...figure }: z.output<typeof FigureForm>,
  receiving: Receiving,
): readonly FieldFault[] => faultsOfFigure({ ...figure, isChecked: confirm }, receiving).map(named);

const named = ({ field, message }: FigureFault): FieldFault => ({
  field,
  message: `${figureNames[field]}：${message}`,
});

/** Amounts that a form takes, in 万元. */
const MOST_WAN = 10_000_000;
const FEN_PER_WAN = 1_000_000;

/** What the form of one stage of money says: 万元 outside, integer fen inside. */
export const StepForm = z.object({
  doneOn: z.string().min(1, '请选日期').pipe(Day),
  amount: Line.pipe(Decimal)
    .refine((wan) => wan.gte(0) && wan.lte(MOST_WAN), `应在 0 到 ${MOST_WAN} 之间`)
    .transform((wan) => Number(wan.mul(FEN_PER_WAN).round())),
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
  fields: Fields,
  today: Temporal.PlainDate,
): z.output<typeof StepForm> | Faults {
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
