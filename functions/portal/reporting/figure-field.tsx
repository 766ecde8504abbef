import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AskedFigure } from '../../domain/papers/asked-figure.ts';
import { monthWords } from '../../domain/papers/reporting-form-words.ts';
import { fieldsOfItem } from './fields.ts';
import { Sentence } from './inputs.tsx';
import { faultOf, type ItemProps, itemMarks } from './view.ts';

/** The figures that an item asks for, and whether they are as before. */
export const FigureFields = ({
  item,
  figure,
  number,
  view,
}: ItemProps & { readonly figure: AskedFigure }): JSX.Element => {
  const { id, title } = item.task;
  const same = fieldsOfItem.choice(id);
  const isSame = figure.same !== null && !item.isAnswered;
  return (
    <div class={isSame ? 'figures' : 'figures alone'}>
      {figure.months.map((month) => (
        <Figure {...{ item, figure, number, view, month }} />
      ))}
      {isSame ? (
        <label class="option">
          <input
            type="checkbox"
            name={same}
            value="same"
            checked={view.fields[same] === 'same'}
            aria-label={`${title}，同上次`}
          />
          <span>同上次</span>
        </label>
      ) : null}
    </div>
  );
};

const Figure = ({
  item: { task, isAnswered },
  figure: { target },
  view,
  month,
}: ItemProps & { readonly figure: AskedFigure; readonly month: number }): JSX.Element => {
  const { id, title } = task;
  const { value, sure, why } = fieldsOfItem;
  const field = value(id, month);
  const typed = (view.fields[field] ?? '').trim();
  const isAsked = view.questions.some((each) => each.field === field);
  const isReason = isAnswered || faultOf(view, why(id, month));
  const when = monthWords(target, month, view);
  return (
    <div class="figure">
      <div class="unit">
        <label for={`r-${field}`}>
          <span class="visually-hidden">{title}，</span>
          {when}
        </label>
        <input
          class="entry"
          id={`r-${field}`}
          name={field}
          inputmode="decimal"
          autocomplete="off"
          value={typed}
          {...itemMarks(view, field)}
        />
        <span>{target.unit}</span>
      </div>
      {isAsked ? (
        <label class="tick">
          <input type="checkbox" name={sure(id, month)} value={typed} />
          没填错，就是 {typed}
          {target.unit}
        </label>
      ) : null}
      {isReason ? (
        <Sentence
          name={why(id, month)}
          label={`${title}，${when}更正原因`}
          placeholder="更正原因"
          value={view.fields[why(id, month)] ?? ''}
          marks={itemMarks(view, why(id, month))}
        />
      ) : null}
    </div>
  );
};
