import type { JSX } from 'hono/jsx/jsx-runtime';
import { answerWords } from '../../domain/papers/reporting-form-words.ts';
import { OpenItem } from './open-item.tsx';
import type { ItemProps } from './view.ts';

/** One item: to be answered, or with what was answered. */
export const ReturnItem = (props: ItemProps): JSX.Element => {
  const { item, view } = props;
  const isOpen = !item.isAnswered || view.changing === item.task.id;
  return isOpen ? <OpenItem {...props} /> : <AnsweredItem {...props} />;
};

const AnsweredItem = ({ item, number, view }: ItemProps): JSX.Element => {
  const { id, title } = item.task;
  return (
    <div class="item" id={`i-${id}`}>
      <p class="name">
        {number}　{title}
      </p>
      <p class="meta">
        <span class="tag">已反馈</span> {answerWords(item, view)}
      </p>
      {item.isChangeable ? (
        <p class="more-links">
          <a href={`${view.changeOf(id)}#i-${id}`} aria-label={`改第${number}项：${title}`}>
            改
          </a>
        </p>
      ) : null}
    </div>
  );
};
