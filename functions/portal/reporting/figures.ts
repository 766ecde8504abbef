import { inChinese } from '../../domain/base/parsing.ts';
import type { AskedFigure } from '../../domain/papers/asked-figure.ts';
import type { FormItem } from '../../domain/papers/reporting-form.ts';
import {
  type FigureFault,
  faultsOfFigure,
  type GivenFigure,
  type Receiving,
} from '../../domain/targets/figure-check.ts';
import { FigureForm } from '../targets/figure-form.ts';
import {
  type FormFields,
  fieldsOfItem,
  type ReadForm,
  readFault,
  same,
  versionSeen,
  wordsIn,
} from './fields.ts';

/** What `fields` say of an item that asks for a figure; it is filled in. */
export function figureAnswer(
  item: FormItem,
  figure: AskedFigure,
  fields: FormFields,
  at: Pick<Receiving, 'now' | 'rules'>,
): ReadForm {
  const { id } = item.task;
  const seen = versionSeen(fields, id, figure.version);
  const receiving = { target: figure.target, task: item.task, ...at };
  const given = figure.months
    .map((month) => ({ month, text: (fields[fieldsOfItem.value(id, month)] ?? '').trim() }))
    .filter(({ text }) => text !== '');
  if (given.length === 0) return same(item, seen);
  const read = given.map((each) => checked(each, sourceOf(figure), fields, receiving));
  const right = read.flatMap((each) => ('figure' in each ? [each.figure] : []));
  const others = read.flatMap((each) => ('figure' in each ? [] : [each]));
  return {
    answers: right.length > 0 ? [{ id, seen, figures: right }] : [],
    questions: others.flatMap(({ questions }) => questions),
    faults: others.flatMap(({ faults }) => faults),
  };
}

/** Where a figure comes from that its giver does not say: as the last one, else from the unit. */
const sourceOf = ({ last }: AskedFigure): string => last?.source ?? '责任单位填报';

type Typed = { readonly month: number; readonly text: string };

/** The figure that was typed, or what is wrong with it or to be confirmed. */
function checked(
  { month, text }: Typed,
  source: string,
  fields: FormFields,
  receiving: Receiving,
): ReadForm | { readonly figure: Omit<GivenFigure, 'isChecked'> } {
  const { value, why } = fieldsOfItem;
  const { id } = receiving.task;
  const number = FigureForm.shape.value.safeParse(text, { error: inChinese });
  if (!number.success) {
    return readFault(id, value(id, month), `数值：${number.error.issues[0]?.message ?? ''}`);
  }
  const reason = wordsIn(fields, why(id, month));
  if ('wrong' in reason) return readFault(id, why(id, month), `原因：${reason.wrong}`);
  const figure = { month, value: number.data, source, why: reason.words };
  // A question is answered for the number that was asked about, and for no other.
  const isChecked = fields[fieldsOfItem.sure(id, month)] === text;
  const faults = faultsOfFigure({ ...figure, isChecked }, receiving);
  return faults.length === 0 ? { figure } : toldOf(faults, id, month);
}

function toldOf(faults: readonly FigureFault[], id: string, month: number): ReadForm {
  const { value, why } = fieldsOfItem;
  const told = (each: readonly FigureFault[]): ReadForm['faults'] =>
    each.map(({ field, message }) => ({
      id,
      field: field === 'why' ? why(id, month) : value(id, month),
      message,
    }));
  return {
    answers: [],
    questions: told(faults.filter(({ field }) => field === 'confirm')),
    faults: told(faults.filter(({ field }) => field !== 'confirm')),
  };
}
