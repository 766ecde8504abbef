import type { JSX } from 'hono/jsx/jsx-runtime';
import { dayWords } from '../../domain/base/words.ts';
import { metaWords, waitWords } from '../../domain/papers/reporting-form-words.ts';
import { Shape } from '../ui/phone-shell.tsx';
import { fieldsOfItem } from './fields.ts';
import { FigureFields } from './figure-field.tsx';
import { Options, Percent, Sentence, WhetherSubmitted } from './inputs.tsx';
import { type ItemProps, itemMarks } from './view.ts';

/** An item with its fields, and what is wrong in them or to be confirmed. */
export const OpenItem = (props: ItemProps): JSX.Element => {
  const { item, number, view } = props;
  const { task, figure, version } = item;
  const { id } = task;
  const wait = waitWords(task, view);
  const messages = [...view.faults, ...view.questions].filter((each) => each.id === id);
  return (
    <fieldset class={messages.length > 0 ? 'item wrong' : 'item'} id={`i-${id}`}>
      <legend>
        <span>
          {number}　{task.title}
        </span>
      </legend>
      <p class="meta">
        <Lamp item={item} />
        {metaWords(item, view)}
        {item.of.equals(view.day) ? null : `，${dayWords(item.of, view.today)}前交`}
      </p>
      {wait === null ? null : <p class="remark">{wait}</p>}
      {messages.map(({ field, message }) => (
        <p class="fault" id={`r-${field}-fault`}>
          {message}
        </p>
      ))}
      <input
        type="hidden"
        name={fieldsOfItem.version(id)}
        value={String(figure?.version ?? version)}
      />
      {figure ? <FigureFields {...props} figure={figure} /> : <Work {...props} />}
      {item.section === 'work' ? <Ways {...props} /> : null}
    </fieldset>
  );
};

/** The lamp of dated work that deserves a look; that of figures says nothing to who returns them. */
const Lamp = ({ item: { lamp, section } }: Pick<ItemProps, 'item'>): JSX.Element | null =>
  section === 'work' && (lamp.colour === 'red' || lamp.colour === 'yellow') ? (
    <span class={`lamp ${lamp.colour}`}>
      <Shape colour={lamp.colour} />
      {lamp.reason}
    </span>
  ) : null;

const Work = ({ item, number, view }: ItemProps): JSX.Element => {
  const { id } = item.task;
  const { choice, progress, words, done } = fieldsOfItem;
  const isDuty = item.section === 'duties';
  return (
    <div class="answer">
      <Options
        name={choice(id)}
        label={`第${number}项的情况`}
        chosen={view.fields[choice(id)]}
        choices={
          isDuty
            ? { same: '无变化', go: '写一句' }
            : { same: '无变化', go: '有进展', done: '已完成' }
        }
      />
      <div class="progress-entry">
        {isDuty || item.task.work ? null : (
          <Percent
            name={progress(id)}
            label={`第${number}项完成到百分之几`}
            value={view.fields[progress(id)] ?? ''}
            marks={itemMarks(view, progress(id))}
          />
        )}
        <Sentence
          name={words(id)}
          label={`第${number}项，一句话说明`}
          placeholder="一句话"
          value={view.fields[words(id)] ?? ''}
          marks={itemMarks(view, words(id))}
        />
      </div>
      {view.questions.some((each) => each.field === done(id)) ? (
        <WhetherSubmitted name={done(id)} />
      ) : null}
    </div>
  );
};

/** The ways to the item's own page; the one that waits for the office already is gone. */
const Ways = ({ item: { task }, view }: ItemProps): JSX.Element => {
  const address = view.addressOf(task.id);
  return (
    <p class="more-links">
      {task.request === null && task.due !== null ? (
        <a href={address} aria-label={`要延期：${task.title}`}>
          要延期
        </a>
      ) : null}
      {task.disowned === null ? (
        <a href={address} aria-label={`不是我负责：${task.title}`}>
          不是我负责
        </a>
      ) : null}
    </p>
  );
};
