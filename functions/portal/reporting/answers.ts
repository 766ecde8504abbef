import type { FormItem } from '../../domain/papers/reporting-form.ts';
import type { Receiving } from '../../domain/targets/figure-check.ts';
import { type FormFields, fieldsOfItem, type ReadForm, same, versionSeen } from './fields.ts';
import { figureAnswer } from './figures.ts';
import { workAnswer } from './work.ts';

/** What stands in the fields of an item that its reader typed or chose. */
const typedFor = ({ task: { id }, figure }: FormItem, fields: FormFields): readonly string[] => {
  const { choice, progress, words, value } = fieldsOfItem;
  const months = figure?.months.map((month) => value(id, month)) ?? [progress(id), words(id)];
  return [choice(id), ...months].map((name) => fields[name]?.trim() ?? '');
};

/** Whether anything was filled in for `item`. */
export const isFilled = (item: FormItem, fields: FormFields): boolean =>
  typedFor(item, fields).some((each) => each !== '');

/**
 * What `fields` say of `items`: of each what was filled in, and of what was left empty 无变化 where its
 * id is in `rest`.
 */
export function readAnswers(
  items: readonly FormItem[],
  fields: FormFields,
  rest: ReadonlySet<string>,
  at: Pick<Receiving, 'now' | 'rules'>,
): ReadForm {
  const said = items.flatMap((item): readonly ReadForm[] => {
    const { figure } = item;
    if (!isFilled(item, fields)) {
      const isMeant = rest.has(item.task.id) && !item.isAnswered;
      return isMeant
        ? [same(item, versionSeen(fields, item.task.id, figure?.version ?? item.version))]
        : [];
    }
    return [figure ? figureAnswer(item, figure, fields, at) : workAnswer(item, fields)];
  });
  return {
    answers: said.flatMap(({ answers }) => answers),
    questions: said.flatMap(({ questions }) => questions),
    faults: said.flatMap(({ faults }) => faults),
  };
}
