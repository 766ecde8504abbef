import type { JSX } from 'hono/jsx/jsx-runtime';
import { readyWords } from '../../domain/tasks/answer-task.ts';
import { isEnded, statusName } from '../../domain/tasks/task-status.ts';
import { sourceAnswerWords } from '../../flows/sources/answer-source.ts';
import type { AnswerView, SourceView } from '../../flows/sources/source-view.ts';
import type { Frame } from '../http/frame.ts';
import { answerFields } from '../ui/answer-fields.ts';
import { Fact } from '../ui/facts.tsx';
import { type NotTaken, SimpleForm } from '../ui/simple-form.tsx';

/** By when and to whom is reported on a source (报送), and whether it can be; nothing where it need not be. */
export const AnswerFact = ({
  view: { answer },
  frame: { today },
}: {
  readonly view: SourceView;
  readonly frame: Frame;
}): JSX.Element | null => {
  if (answer === null) return null;
  const words = sourceAnswerWords(answer, today);
  const standing = standingOf(answer);
  return (
    <Fact name="报送">
      {answer.task ? <a href={`/items/${answer.task.id}`}>{words}</a> : words}
      {standing === '' ? '' : `，${standing}`}
    </Fact>
  );
};

/** What of the report is done; for an open one, whether the items of the source are. */
function standingOf({ task, items }: AnswerView): string {
  if (task && isEnded(task)) return task.status === 'closed' ? '已报送' : statusName[task.status];
  return readyWords(items);
}

const valuesOf = ({ due, to, what }: AnswerView): Readonly<Record<string, string>> => ({
  answerDue: due.toString(),
  answerTo: to,
  answerWhat: what,
});

/** Enters, changes or takes away what is to be reported on a source. */
export const AnswerForm = ({
  view: { source, version, answer },
  notTaken,
}: {
  readonly view: SourceView;
  readonly notTaken: (NotTaken & { readonly form: string }) | null;
}): JSX.Element => {
  const values: Readonly<Record<string, string>> = answer === null ? {} : valuesOf(answer);
  return (
    <section>
      <h2>报送</h2>
      <p class="muted">
        到期前提醒园区办，报送后在该项报办结。日期和单位都清空再保存，就不用报送了。
      </p>
      <SimpleForm
        name="answer"
        action={`/sources/${source.id}/answer`}
        hidden={{ version: String(version) }}
        fields={answerFields.map((field) => ({ ...field, value: values[field.name] }))}
        button="保存"
        notTaken={notTaken?.form === 'answer' ? notTaken : null}
        isQuiet
      />
    </section>
  );
};
