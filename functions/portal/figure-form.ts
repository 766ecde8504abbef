import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Decimal, shortest } from '../domain/decimal.ts';
import { Day, Line, Remark } from '../domain/parsing.ts';
import { knownAt, misfit, monthsOver, type Return, type Target } from '../domain/target.ts';
import { type FieldFault, readForm } from './forms.ts';

const Words = Remark.default('');

/** What the form of one figure says. */
export const FigureForm = z.object({
  month: z.coerce.number('请选月份').int('请选月份').min(1, '请选月份').max(12, '请选月份'),
  value: Line.pipe(Decimal),
  source: Line.min(1, '请填写，例如 统计月报').max(100, '至多 100 个字'),
  why: Words,
});

const figureNames: Readonly<Record<string, string>> = {
  month: '截至月份',
  value: '数值',
  source: '数据来源',
  why: '更正原因',
};

type Fields = Readonly<Record<string, string>>;
type Faults = { readonly faults: readonly FieldFault[] };

/** When something was said. */
type When = { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate };

/** The return of `target` that a form says; or all that is wrong with it. */
export function figureOf(fields: Fields, target: Target, when: When): Return | Faults {
  const read = readForm(FigureForm, fields, figureNames);
  if ('faults' in read) return read;
  const faults = figureFaults(read.value, target, when);
  return faults.length > 0 ? { faults } : { id: target.id, figures: [read.value] };
}

/** What is wrong with a figure of `target` that is well written. */
export function figureFaults(
  figure: z.output<typeof FigureForm>,
  target: Target,
  { now, today }: When,
): readonly FieldFault[] {
  const { month, value } = figure;
  const isNotOver = month > monthsOver(today, target.plan);
  const odd = misfit(target, month, value);
  return [
    ...(isNotOver ? [{ field: 'month', message: `截至月份：${month}月还没有结束` }] : []),
    ...(odd === undefined ? [] : [{ field: 'value', message: `数值：${odd}` }]),
    ...unexplained(figure, target, now),
  ];
}

/** A figure that corrects another one says why. */
function unexplained(
  { month, value, why }: z.output<typeof FigureForm>,
  target: Target,
  now: Temporal.Instant,
): readonly FieldFault[] {
  const known = knownAt(target, now).get(month);
  if (!known || known.value.equals(value) || why !== '') return [];
  const before = shortest(known.value, 6);
  return [{ field: 'why', message: `更正原因：${month}月已填报 ${before}，更正须说明原因` }];
}

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
