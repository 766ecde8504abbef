import type { JSX } from 'hono/jsx/jsx-runtime';
import { openMonths } from '../../domain/targets/figure-check.ts';
import { goalWords } from '../../domain/targets/pace-table.ts';
import type { TargetRead } from '../../flows/targets/target.ts';
import type { Frame } from '../http/frame.ts';
import { Fact, LampLine } from '../ui/facts.tsx';
import type { Field } from '../ui/input.tsx';
import type { NameFinder } from '../ui/names.ts';
import { Page } from '../ui/page.tsx';
import { type NotTaken, NotYours, SimpleForm } from '../ui/simple-form.tsx';
import { FigureHistory } from './figure-history.tsx';

type Props = {
  readonly frame: Frame;
  readonly read: TargetRead;
  readonly postOf: NameFinder;
  readonly notTaken: NotTaken | null;
  /** Idempotency key of the form. */
  readonly formKey: string;
};

/** One target: how it stands, every figure that was returned, and the form for the next. */
export const TargetPage = ({ frame, read, postOf, notTaken, formKey }: Props): JSX.Element => {
  const { row, kept, mayReturn } = read;
  const target = kept.value;
  return (
    <Page frame={frame} title={`${notTaken ? '有错误：' : ''}${row.name}`} sub={row.id}>
      <div class="columns">
        <div>
          <ul>
            <LampLine lamp={row.lamp} />
          </ul>
          <dl class="facts">
            <Fact name="年度目标">{goalWords(row)}</Fact>
            <Fact name="责任单位">{row.leadUnit}</Fact>
            <Fact name="完成">
              {row.achieved === null ? '还没有数' : `${row.achieved}${row.unit}（截至${row.asOf}）`}
            </Fact>
            <Fact name="完成率">{row.completion ?? '—'}</Fact>
            <Fact name="序时进度">{row.scheduled ?? '—'}</Fact>
            <Fact name="进度指数">{row.index ?? '—'}</Fact>
            <Fact name="任务">
              <a href={`/items/${row.id}`}>期限、提醒和办理记录</a>
            </Fact>
          </dl>
          {row.doubts.map((doubt) => (
            <p class="notice">{doubt}。</p>
          ))}
          <FigureHistory actuals={target.actuals} unit={row.unit} frame={frame} postOf={postOf} />
        </div>
        <div class="side">
          <section>
            <h2>填报</h2>
            {target.countedFrom ? (
              <p class="muted">这项指标按清单计数；填报的数只用来核对，不一致时以清单为准。</p>
            ) : null}
            {mayReturn ? (
              <Form read={read} notTaken={notTaken} formKey={formKey} />
            ) : (
              <NotYours name="figure" words="由责任单位填报。" notTaken={notTaken} />
            )}
          </section>
        </div>
      </div>
    </Page>
  );
};

const Form = ({ read, notTaken, formKey }: Omit<Props, 'frame' | 'postOf'>): JSX.Element => {
  const { value: target, version } = read.kept;
  const months = openMonths(read.receiving);
  if (months.length === 0) return <p class="muted nothing">还没有可以填报的月份。</p>;
  const kind = target.basis === 'cumulative' ? '1 月起累计' : '当期';
  return (
    <SimpleForm
      name="figure"
      action={`/targets/${target.id}`}
      hidden={{ key: formKey, version: String(version) }}
      button="填报"
      notTaken={notTaken}
      fields={[
        {
          name: 'month',
          label: '截至月份',
          choices: months.map(String),
          value: String(months.at(-1)),
        },
        {
          name: 'value',
          label: `${kind}数值（${target.unit}）`,
          attributes: { inputmode: 'decimal', autocomplete: 'off' },
        },
        { name: 'source', label: '数据来源', value: target.actuals.at(-1)?.source },
        { name: 'why', label: '更正原因（更正已填的数时）' },
        ...asked(notTaken),
      ]}
    />
  );
};

/** The answer to a figure that must be confirmed: it holds for the number that was asked about alone. */
function asked(notTaken: NotTaken | null): readonly Field[] {
  const isAsked = notTaken?.faults.some(({ field }) => field === 'confirm');
  if (!isAsked) return [];
  const { value = '' } = notTaken?.fields ?? {};
  return [{ name: 'confirm', label: `没填错，就是 ${value}`, value: value.trim(), isTick: true }];
}
