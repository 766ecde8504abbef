import { z } from 'zod';
import { Decimal } from '../base/decimal.ts';
import { FEN_PER_WAN, inFen } from '../base/money.ts';
import { namesIn } from '../base/one-line.ts';
import { Day, OneLine, Remark, Title } from '../base/parsing.ts';
import { placeFilterIn } from '../sources/place.ts';
import type { NewTerms } from './terms.ts';

/** What is written for an amendment; what is absent stays as it is. */
export const TermsForm = z.object({
  title: Title.exactOptional(),
  supportingUnits: Remark.describe('配合单位，用顿号、逗号或空格隔开；留空为没有').exactOptional(),
  due: Day.exactOptional(),
  goal: Decimal.describe('目标值，单位不变').exactOptional(),
  amount: Decimal.describe('金额，万元').exactOptional(),
  place: OneLine.regex(/^[a-z]\d{2}[a-z]*\.\d{1,2}$/u, '应写成 p22.3')
    .describe('所属工作：来源的编号和第几项，p22.3')
    .exactOptional(),
});

/** Fields that stand for no change where they are left empty. */
const MAYBE_EMPTY: ReadonlySet<string> = new Set(['due', 'goal', 'amount', 'place']);

/** `fields` without those that were left empty and stand for no change. */
export const withoutEmptyTerms = (
  fields: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => value !== '' || !MAYBE_EMPTY.has(name)),
  );

/** The terms that a checked form stands for. */
export const termsOf = (form: z.output<typeof TermsForm>): NewTerms => ({
  ...(form.title !== undefined && { title: form.title }),
  ...(form.supportingUnits !== undefined && { supportingUnits: namesIn(form.supportingUnits) }),
  ...(form.due && { due: form.due }),
  ...(form.goal && { goal: form.goal.valueOf() }),
  ...(form.amount && { amountFen: inFen(form.amount.mul(FEN_PER_WAN).valueOf()) }),
  ...placeBy(form.place),
});

function placeBy(key = ''): Pick<NewTerms, 'place'> {
  const { source, area } = placeFilterIn(key) ?? {};
  return source === undefined || area === undefined ? {} : { place: { source, area } };
}
