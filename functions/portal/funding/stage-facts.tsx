import type { JSX } from 'hono/jsx/jsx-runtime';
import { wanWords } from '../../domain/base/money.ts';
import { daysLeftWords, dayWords } from '../../domain/base/words.ts';
import type { StepRead } from '../../flows/funding/money.ts';
import type { Frame } from '../http/frame.ts';
import { Fact } from '../ui/facts.tsx';

/** The facts of one step. */
export const StepFacts = ({
  read: { instrument, task, kept },
  today,
}: {
  readonly read: StepRead;
  readonly today: Frame['today'];
}): JSX.Element => {
  const step = kept.value;
  return (
    <dl class="facts">
      <Fact name="资金">
        <a href="/funding">{instrument.name}</a>
      </Fact>
      <Fact name="批次">第{step.batch}批</Fact>
      <Fact name="期限">{dueWords(step, task?.due ?? step.planned, today)}</Fact>
      <Fact name="金额">{wanWords(step.amountFen)}</Fact>
      <Fact name="办成">{step.doneOn ? dayWords(step.doneOn, today) : '还没有'}</Fact>
      {step.note ? <Fact name="说明">{step.note}</Fact> : null}
      {step.excessReason ? <Fact name="超出原因">{step.excessReason}</Fact> : null}
      <Holding ids={step.blockedBy} />
      {task ? (
        <Fact name="任务">
          <a href={`/items/${task.id}`}>提醒和办理记录</a>
        </Fact>
      ) : null}
    </dl>
  );
};

const Holding = ({ ids }: { readonly ids: readonly string[] }): JSX.Element | null =>
  ids.length === 0 ? null : (
    <Fact name="卡在">
      {ids.map((id) => (
        <a href={`/items/${id}`}>{id} </a>
      ))}
    </Fact>
  );

function dueWords(
  { doneOn }: StepRead['kept']['value'],
  due: Frame['today'] | null,
  today: Frame['today'],
): string {
  if (due === null) return '没有定日期';
  return doneOn ? dayWords(due, today) : `${dayWords(due, today)}，${daysLeftWords(due, today)}`;
}
