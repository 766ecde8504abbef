import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { type FormItem, unchanged } from '../../domain/papers/reporting-form.ts';
import { monthWords, sameWords, waitWords } from '../../domain/papers/reporting-form-words.ts';
import { Shape } from '../ui/phone-shell.tsx';
import { openOf } from './form-page.tsx';
import type { FormView } from './view.ts';

/** Fields that were typed, sent on as they are. */
const Typed = ({ view: { fields, nonce } }: { readonly view: FormView }): JSX.Element => (
  <>
    <input type="hidden" name="key" value={nonce} />
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

/** Before what was left empty is sent as 无变化: what that says, and what deserves a look. */
export const ReturnsCheck = ({
  view,
  empty,
}: {
  readonly view: FormView;
  readonly empty: readonly FormItem[];
}): JSX.Element => {
  const { figures, owed, urgent, others } = unchanged(empty);
  const sent = openOf(view.items).length - owed.length;
  const filled = openOf(view.items).length - empty.length;
  return (
    <>
      <p class="count">还没有提交。</p>
      <form method="post" action={view.address} novalidate>
        <Typed view={view} />
        <input type="hidden" name="ids" value={empty.map(({ task }) => task.id).join(' ')} />
        <Listed title={`${figures.length} 个数与上次相同`} items={figures}>
          {(item) => sameWords(item, view)}
        </Listed>
        <Listed title={`${owed.length} 个数不能填无变化，仍请填报`} items={owed}>
          {(item) => owedWords(item, view)}
        </Listed>
        <Listed title={`${urgent.length} 项请再看一眼`} items={urgent}>
          {(item) => <Urgent item={item} view={view} />}
        </Listed>
        {others.length > 0 ? (
          <details class="fold">
            <summary>另外 {others.length} 项，进度不变</summary>
            <ul class="rows">
              {others.map(({ task }) => (
                <li>{task.title}</li>
              ))}
            </ul>
          </details>
        ) : null}
        <div class="send">
          {sent > 0 ? (
            <button class="button primary wide" name="rest" value="yes" data-busy="正在提交…">
              对，交这 {sent} 项{filled > 0 ? `，含已填的 ${filled} 项` : ''}
            </button>
          ) : null}
          <button class="button wide" name="rest" value="back">
            回去改
          </button>
        </div>
      </form>
    </>
  );
};

const Listed = ({
  title,
  items,
  children,
}: {
  readonly title: string;
  readonly items: readonly FormItem[];
  readonly children: (item: FormItem) => Child;
}): JSX.Element | null =>
  items.length === 0 ? null : (
    <>
      <h2 class="group-title">{title}</h2>
      <ul class="rows">
        {items.map((item) => (
          <li>
            <b>{item.task.title}</b>
            <small>{children(item)}</small>
          </li>
        ))}
      </ul>
    </>
  );

const owedWords = ({ figure }: FormItem, view: FormView): string =>
  figure
    ? `${figure.months.map((month) => monthWords(figure.target, month, view)).join('、')}的数要填数字`
    : '';

const Urgent = ({
  item,
  view,
}: {
  readonly item: FormItem;
  readonly view: FormView;
}): JSX.Element => {
  const { lamp, task } = item;
  const isLit = lamp.colour === 'red' || lamp.colour === 'yellow';
  return (
    <>
      {isLit ? (
        <span class={`lamp ${lamp.colour}`}>
          <Shape colour={lamp.colour} />
          {lamp.reason}
        </span>
      ) : null}
      {lamp.colour === 'red' ? '无变化交上去，仍是红灯。' : ''}
      {waitWords(task, view) ?? ''}
    </>
  );
};
