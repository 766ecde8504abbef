import type { FormItem } from '../../domain/papers/reporting-form.ts';
import type { Receiving } from '../../domain/targets/figure-check.ts';
import { type Fields, fieldsOfItem, type Said, same, seenIn } from './fields.ts';
import { figureAnswer } from './figures.ts';
import { workAnswer } from './work.ts';

/** What stands in the fields of an item that its reader typed or chose. */
const typedFor = ({ task: { id }, figure }: FormItem, fields: Fields): readonly string[] => {
  const { choice, progress, words, value } = fieldsOfItem;
  const months = figure?.months.map((month) => value(id, month)) ?? [progress(id), words(id)];
  return [choice(id), ...months].map((name) => fields[name]?.trim() ?? '');
};

/** Whether anything was filled in for `item`. */
export const isFilled = (item: FormItem, fields: Fields): boolean =>
  typedFor(item, fields).some((each) => each !== '');

/**
 * What `fields` say of `items`: of each what was filled in, and of what was left empty 无变化 where its
 * id is in `rest`.
 */
export function readAnswers(
  items: readonly FormItem[],
  fields: Fields,
  rest: ReadonlySet<string>,
  at: Pick<Receiving, 'now' | 'rules'>,
): Said {
  const said = items.flatMap((item): readonly Said[] => {
    const { figure } = item;
    if (!isFilled(item, fields)) {
      const isMeant = rest.has(item.task.id) && !item.isAnswered;
      return isMeant
        ? [same(item, seenIn(fields, item.task.id, figure?.version ?? item.version))]
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
