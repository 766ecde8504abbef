import { z } from 'zod';
import { Decimal } from '../../domain/base/decimal.ts';
import { OneLine, Remark } from '../../domain/base/parsing.ts';
import {
  type FigureFault,
  faultsOfFigure,
  type Receiving,
} from '../../domain/targets/figure-check.ts';
import type { TargetReport } from '../../domain/targets/target.ts';
import { type FieldFault, readForm } from '../http/forms.ts';

const Words = Remark.default('');

/** What the form of one figure says. */
export const FigureForm = z.object({
  month: z.coerce.number('请选月份').int('请选月份').min(1, '请选月份').max(12, '请选月份'),
  value: OneLine.pipe(Decimal),
  source: OneLine.min(1, '请填写，例如 统计月报').max(100, '至多 100 个字'),
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
export function figureOf(fields: Fields, receiving: Receiving): TargetReport | Faults {
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
