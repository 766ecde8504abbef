import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ItemQuestion } from '../../flows/sources/register-item.ts';
import type { Frame } from '../http/frame.ts';
import { answerFields } from '../ui/answer-fields.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import type { Field } from '../ui/input.tsx';
import { Page } from '../ui/page.tsx';
import { readersFields } from '../ui/readers-fields.ts';
import { type FilledItem, ItemInput, SourceChoice } from './new-item-fields.tsx';

type NewItemView = {
  readonly frame: Frame;
  /** Units that have an owner. */
  readonly units: readonly string[];
  /** Areas that an item may stand under, by key. */
  readonly places: readonly (readonly [string, string])[];
  /** Idempotency key of the form. */
  readonly key: string;
  readonly filled: FilledItem;
  readonly questions: readonly ItemQuestion[];
};

/** The form by which the office enters an item that stands in no document. */
export const NewItemPage = (view: NewItemView): JSX.Element => {
  const { frame, filled, questions } = view;
  const isRefused = filled.faults.length + questions.length > 0;
  return (
    <Page
      frame={frame}
      title={`${filled.faults.length > 0 ? '有错误：' : ''}新增事项`}
      sub="填好“必填”的两格就能登记，其余可以以后补"
      tools={
        <div class="tools">
          <a class="button" href="/plans">
            上传文件
          </a>
          <a class="button" href="/items">
            回清单
          </a>
        </div>
      }
    >
      <div class="columns">
        <div>
          {isRefused ? <Summary filled={filled} questions={questions} /> : null}
          <ItemForm {...view} />
        </div>
        <div class="side">
          <Afterwards />
        </div>
      </div>
    </Page>
  );
};

const Summary = ({
  filled: { faults },
  questions,
}: Pick<NewItemView, 'filled' | 'questions'>): JSX.Element => {
  const counts = [
    ...(faults.length > 0 ? [`${faults.length} 处要改`] : []),
    ...(questions.length > 0 ? [`${questions.length} 处要答`] : []),
  ];
  const asked = questions.map(({ about, message }) => ({ field: about, message }));
  return (
    <ErrorSummary
      act="item"
      title={`没有登记：有 ${counts.join('，')}`}
      faults={[...faults, ...asked]}
    />
  );
};

const ItemForm = ({ units, places, key, filled, questions }: NewItemView): JSX.Element => (
  <form method="post" action="/items/new" class="new-item" novalidate>
    <input type="hidden" name="key" value={key} />
    {mainFields(units).map((field) => (
      <ItemInput field={field} filled={filled} />
    ))}
    <SourceChoice filled={filled} />
    {questions.map((question) => (
      <Question {...question} />
    ))}
    <details class="disclosure">
      <summary>
        更多：类别、所属工作、配合单位、附件链接、谁能看、报送。不填时：里程碑，单列，公开，不用报送。
      </summary>
      {moreFields(places).map((field) => (
        <ItemInput field={field} filled={filled} />
      ))}
    </details>
    <p class="actions">
      <button class="button primary" data-busy="正在登记…" type="submit">
        登记
      </button>
      <button class="button" name="again" value="yes" type="submit">
        登记，再加一项
      </button>
    </p>
  </form>
);

const mainFields = (units: readonly string[]): readonly Field[] => [
  {
    name: 'title',
    label: '事项（必填；写明做成什么，单独看也明白，最多 40 个字）',
    attributes: { maxlength: 200, autocomplete: 'off', required: '' },
  },
  {
    name: 'leadUnit',
    label: '牵头单位（必填）',
    choices: ['', ...units],
    choiceNames: { '': '请选择' },
  },
  { name: 'due', label: '期限（没有就留空）', attributes: { type: 'date' } },
];

const moreFields = (places: NewItemView['places']): readonly Field[] => [
  {
    name: 'kind',
    label: '类别',
    choices: ['milestone', 'standing'],
    choiceNames: { milestone: '里程碑：做成一件事', standing: '长期工作：没有期限' },
  },
  {
    name: 'place',
    label: '所属工作',
    choices: ['', ...places.map(([key]) => key)],
    choiceNames: { '': '不归入计划，单列', ...Object.fromEntries(places) },
  },
  {
    name: 'with',
    label: '配合单位（几个单位用顿号分开）',
    attributes: { maxlength: 400, autocomplete: 'off' },
  },
  { name: 'attachment', label: '附件链接', attributes: { type: 'url', maxlength: 2000 } },
  ...readersFields,
  ...answerFields,
];

const answers: Readonly<
  Record<ItemQuestion['about'], readonly (readonly [value: string, words: string])[]>
> = {
  past: [['yes', '对，照此登记']],
  other: [['no', '不是同一件事，另立一项']],
};

const Question = ({ about, message }: ItemQuestion): JSX.Element => (
  <fieldset class="question" id={`item-${about}`} tabindex={-1}>
    <legend>{message}</legend>
    {answers[about].map(([value, words]) => (
      <label class="tick-field">
        <input type="radio" name={about} value={value} /> {words}
      </label>
    ))}
    {about === 'other' ? <p class="muted">是同一件事的，不用登记，请打开那一项办理。</p> : null}
  </fieldset>
);

const Afterwards = (): JSX.Element => (
  <section>
    <h2>登记以后</h2>
    <ul>
      <li>
        约十分钟后交办，发给牵头单位的责任人；这十分钟里登记的并作一条。不在发送时段的，下一个发送时刻发。
      </li>
      <li>填了期限的，到期前按督办规则提醒；期限记作〔拟〕，以后可以改，改时写原因。</li>
      <li>没有期限的，登记后可以在事项页核定。</li>
    </ul>
    <p>
      一份纪要或批示里有多项的，可以<a href="/plans#paste">粘贴文字</a>，读成草稿再逐条核对。
    </p>
  </section>
);
