import type { JSX } from 'hono/jsx/jsx-runtime';
import { wanInput } from '../../domain/base/money.ts';
import { dateTimeWords } from '../../domain/base/words.ts';
import { namesWords } from '../../domain/contacts/named.ts';
import { stageName } from '../../domain/funding/funding.ts';
import type { StepRead } from '../../flows/funding/money.ts';
import type { Frame } from '../http/frame.ts';
import type { NameFinder } from '../ui/names.ts';
import { Page } from '../ui/page.tsx';
import { type NotTaken, NotYours, SimpleForm } from '../ui/simple-form.tsx';
import { StepFacts } from './stage-facts.tsx';

type Props = {
  readonly frame: Frame;
  readonly read: StepRead;
  readonly postOf: NameFinder;
  readonly notTaken: NotTaken | null;
};

/** One stage of one batch of money: when it is due, what was booked, and the form that books it. */
export const FundingStepPage = ({ frame, read, postOf, notTaken }: Props): JSX.Element => {
  const { instrument, kept, mayBook } = read;
  const step = kept.value;
  const { today } = frame;
  const project = instrument.projects.find(({ id }) => id === step.project)?.name ?? step.project;
  const title = `${project}${stageName(step.stage, instrument.kind)}`;
  return (
    <Page frame={frame} title={`${notTaken ? '有错误：' : ''}${title}`} sub={step.id}>
      <div class="columns">
        <div>
          <StepFacts read={read} today={today} />
          <History read={read} frame={frame} postOf={postOf} />
        </div>
        <div class="side">
          <section>
            <h2>{step.doneOn ? '更正' : '登记办成'}</h2>
            {mayBook ? (
              <Form read={read} frame={frame} notTaken={notTaken} />
            ) : (
              <NotYours name="step" words="由财政金融部门和责任单位登记。" notTaken={notTaken} />
            )}
          </section>
        </div>
      </div>
    </Page>
  );
};

const Form = ({
  read: { kept },
  frame: { today },
  notTaken,
}: Omit<Props, 'postOf'>): JSX.Element => {
  const step = kept.value;
  return (
    <SimpleForm
      name="step"
      action={`/funding/${step.id}`}
      hidden={{ version: String(kept.version) }}
      button={step.doneOn ? '更正' : '登记办成'}
      notTaken={notTaken}
      fields={[
        {
          name: 'doneOn',
          label: '办成日期',
          attributes: { type: 'date', max: today.toString() },
          value: (step.doneOn ?? today).toString(),
        },
        {
          name: 'amount',
          label: '金额（万元）',
          attributes: { inputmode: 'decimal', autocomplete: 'off' },
          value: wanInput(step.amountFen),
        },
        { name: 'note', label: '说明（选填）', value: step.note },
        {
          name: 'excessReason',
          label: '超出此前核定金额的原因（超出时）',
          value: step.excessReason,
        },
      ]}
    />
  );
};

const History = ({ read: { history }, frame, postOf }: Omit<Props, 'notTaken'>): JSX.Element => (
  <section class="section">
    <h2 class="section-title">登记记录</h2>
    <table class="records">
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">岗位</th>
          <th scope="col">事由</th>
          <th scope="col">说明</th>
        </tr>
      </thead>
      <tbody>
        {history.toReversed().map(({ at, by, names, what, why }) => (
          <tr>
            <td class="number">{dateTimeWords(at, frame.timeZone)}</td>
            <td>{namesWords(names, { own: by }, postOf)}</td>
            <td>{what}</td>
            <td>{why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
