import type { JSX } from 'hono/jsx/jsx-runtime';
import { Temporal } from 'temporal-polyfill';
import { allWords, unreturnedWords } from '../../domain/papers/board.ts';
import type { Bulletin } from '../../domain/papers/bulletin.ts';
import { Icon } from '../ui/lamp.tsx';

/** `2022年7月8日`. */
export function dateOf(on: string): string {
  const { year, month, day } = Temporal.PlainDate.from(on);
  return `${year}年${month}月${day}日`;
}

/** `2022年第3期`. */
export const issueName = ({ year, number }: Pick<Bulletin, 'year' | 'number'>): string =>
  `${year}年第${number}期`;

function shortDate(on: string | null): string {
  if (on === null) return '没有期限';
  const { month, day } = Temporal.PlainDate.from(on);
  return `${month}月${day}日`;
}

/** The bulletin as it is printed, in the form of an official document. */
export const BulletinSheet = ({
  bulletin,
  parkName,
}: {
  readonly bulletin: Bulletin;
  readonly parkName: string;
}): JSX.Element => {
  const { on, counts, gone } = bulletin;
  return (
    <main class="a4">
      <p class="masthead unindented">督查通报</p>
      <p class="issue-number unindented">
        <span>{issueName(bulletin)}</span>
        <span>{parkName}园区办</span>
        <span>{dateOf(on)}</span>
      </p>
      <h1>关于{bulletin.year}年重点工作推进情况的通报</h1>
      <p class="unindented">各责任单位：</p>
      <p>
        截至{shortDate(on)}，全年时间过去{gone}。各项{allWords(counts)}；红灯{counts.red}项、黄灯
        {counts.yellow}项、{counts.unreported > 0 ? `未报数${counts.unreported}项、` : ''}绿灯
        {counts.green}项{unreturnedWords(counts)}。现将情况通报如下。
      </p>
      <h2>一、指标完成情况</h2>
      <Targets pace={bulletin.pace} />
      {bulletin.money === null ? null : <p>{bulletin.money}</p>}
      <h2>二、红灯事项</h2>
      <Red red={bulletin.red} />
      <h2>三、黄灯事项</h2>
      <Yellow yellow={bulletin.yellow} />
      <h2>四、各项工作推进情况</h2>
      <Areas areas={bulletin.areas} />
      <h2>五、下步要求</h2>
      {bulletin.demands.split('\n').map((line) => (
        <p>{line}</p>
      ))}
      <p class="signature unindented">
        {parkName}园区办
        <br />
        {dateOf(on)}
      </p>
      <p class="foot unindented">
        <span>发：各责任单位　报：园区领导</span>
        <span>共1页</span>
      </p>
    </main>
  );
};

const Head = ({ names }: { readonly names: readonly string[] }): JSX.Element => (
  <thead>
    <tr>
      {names.map((name) => (
        <th scope="col">{name}</th>
      ))}
    </tr>
  </thead>
);

const Targets = ({
  pace: { sentence, targets, others },
}: {
  readonly pace: Bulletin['pace'];
}): JSX.Element => {
  if (sentence === null) return <p>没有登记指标。</p>;
  const half = Math.ceil(targets.length / 2);
  const halves = [targets.slice(0, half), targets.slice(half)].filter(({ length }) => length > 0);
  return (
    <>
      <p>
        {sentence}下表“比序时”的单位是百分点
        {others > 0 ? `；限额、排名、增速等${others}项没有序时，不列` : ''}。
      </p>
      <div class="side-by-side">
        {halves.map((rows) => (
          <table>
            <Head names={['指标', '目标', '完成（截至）', '比序时']} />
            <tbody>
              {rows.map(({ name, goal, completion, lead, colour, asOf }) => (
                <tr>
                  <td>{name}</td>
                  <td class="right">{goal}</td>
                  <td class="right">
                    {completion}
                    {asOf === null ? '' : `（${asOf}）`}
                  </td>
                  <td class="centered">
                    <Icon colour={colour} /> {lead}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  );
};

const Red = ({ red: { named, others } }: { readonly red: Bulletin['red'] }): JSX.Element =>
  named.length === 0 ? (
    <p>没有红灯事项。</p>
  ) : (
    <>
      <table>
        <Head names={['编号', '事项', '责任单位', '期限', '情况', '最近反馈']} />
        <tbody>
          {named.map(({ id, title, unit, due, state, report }) => (
            <tr>
              <td class="centered">{id}</td>
              <td>{title}</td>
              <td class="centered">{unit}</td>
              <td class="centered nowrap">{shortDate(due)}</td>
              <td>{state}</td>
              <td class="nowrap">{report ?? '还没有'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {others > 0 ? <p>另有{others}项，详见任务清单。</p> : null}
    </>
  );

const Yellow = ({
  yellow: { named, others },
}: {
  readonly yellow: Bulletin['yellow'];
}): JSX.Element => (
  <p>
    {named.length === 0
      ? '没有黄灯事项'
      : named.map(({ id, title, due }) => `${id} ${title}（${shortDate(due)}）`).join('；')}
    {others > 0 ? `；另有${others}项` : ''}。
  </p>
);

const Areas = ({ areas }: { readonly areas: Bulletin['areas'] }): JSX.Element => (
  <table>
    <Head names={['工作', '项数', '办结', '红灯', '黄灯', '未报数', '绿灯']} />
    <tbody>
      {areas.map(({ name, counts }) => (
        <tr>
          <td>{name}</td>
          <td class="centered">
            {counts.all}
            {counts.withdrawn > 0 ? `（撤销${counts.withdrawn}）` : ''}
          </td>
          {(['done', 'red', 'yellow', 'unreported', 'green'] as const).map((colour) => (
            <td class="centered">
              {counts[colour] === 0 ? (
                '—'
              ) : (
                <>
                  <Icon colour={colour} /> {counts[colour]}
                </>
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
