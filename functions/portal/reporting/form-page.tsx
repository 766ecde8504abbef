import type { JSX } from 'hono/jsx/jsx-runtime';
import { dayWords } from '../../domain/base/words.ts';
import { type FormItem, type Section, sections } from '../../domain/papers/reporting-form.ts';
import { standingRulings } from '../../domain/tasks/decisions.ts';
import { rulingWords } from '../../domain/tasks/ruling-words.ts';
import { ReturnItem } from './item.tsx';
import type { FormView } from './view.ts';

const sectionNames: Readonly<Record<Section, string>> = {
  figures: '数字',
  work: '有期限的工作',
  duties: '长期工作',
};

/** Those of `items` that are still to be answered. */
export const openOf = (items: readonly FormItem[]): readonly FormItem[] =>
  items.filter(({ isAnswered }) => !isAnswered);

/** `7月反馈`. */
export const formName = ({ day }: Pick<FormView, 'day'>): string => `${day.month}月反馈`;

/** By when it is to be sent, and how many are left. */
function countWords({ items, day, today }: FormView): string {
  const left = openOf(items).length;
  const done = items.length - left;
  const isOver = day.since(today).sign < 0;
  const by = isOver
    ? `${dayWords(day, today)}应交，请尽快补报。`
    : `请在${dayWords(day, today)}下班前交。`;
  return `${by}已反馈 ${done} 项，还有 ${left} 项，可以分几次交。`;
}

/** The whole form, in the order of its sections, with what was answered already. */
export const ReturnsForm = ({ view }: { readonly view: FormView }): JSX.Element => {
  const { items, address, nonce, changing } = view;
  const left = openOf(items).length;
  return (
    <>
      <p class="count">{countWords(view)}</p>
      <Decided view={view} />
      <form method="post" action={address} novalidate>
        <input type="hidden" name="key" value={nonce} />
        {left > 0 ? <Rest left={left} isAll={left === items.length} /> : null}
        {sections.map((section) => (
          <Part section={section} view={view} />
        ))}
        {left > 0 || changing !== null ? (
          <div class="send">
            <button class="button primary wide" data-busy="正在提交…">
              提交填好的
            </button>
            {left > 0 ? (
              <button class="button wide" name="rest" value="ask">
                没填的都无变化，一起交
              </button>
            ) : null}
          </div>
        ) : null}
      </form>
    </>
  );
};

/** What was decided about the items, with its reason, until their post acts. */
const Decided = ({ view: { items, today, rules } }: { readonly view: FormView }): JSX.Element => (
  <>
    {items.flatMap(({ task }) =>
      standingRulings(task).map((ruling) => (
        <p class="remark">
          <b>{task.title}</b>：{rulingWords(ruling, today, rules)}
        </p>
      )),
    )}
  </>
);

const Rest = ({ left, isAll }: { readonly left: number; readonly isAll: boolean }): JSX.Element => (
  <div class="send">
    <button class="button wide" name="rest" value="ask">
      {isAll ? '全部' : '其余'} {left} 项都无变化
    </button>
  </div>
);

const Part = ({
  section,
  view,
}: {
  readonly section: Section;
  readonly view: FormView;
}): JSX.Element | null => {
  const own = view.items.flatMap((item, at) =>
    item.section === section ? [{ item, number: at + 1 }] : [],
  );
  return own.length === 0 ? null : (
    <section>
      <h2 class="group-title">
        {sectionNames[section]} <small>{own.length} 项</small>
      </h2>
      {own.map(({ item, number }) => (
        <ReturnItem item={item} number={number} view={view} />
      ))}
    </section>
  );
};
