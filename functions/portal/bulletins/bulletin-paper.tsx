import type { JSX } from 'hono/jsx/jsx-runtime';
import { Temporal } from 'temporal-polyfill';
import type { Bulletin } from '../../domain/papers/bulletin.ts';
import { allWords, unreturnedWords } from '../../domain/papers/task-counts.ts';
import { hiddenWords } from '../../domain/sources/readers.ts';
import { AreasTable, RedTable, shortDate, YellowTable } from './bulletin-tables.tsx';
import { TargetsTable } from './targets-table.tsx';

/** `2022年7月8日`. */
export function dateOf(on: string): string {
  const { year, month, day } = Temporal.PlainDate.from(on);
  return `${year}年${month}月${day}日`;
}

/** `2022年第3期`. */
export const issueName = ({ year, number }: Pick<Bulletin, 'year' | 'number'>): string =>
  `${year}年第${number}期`;

/** The bulletin as it is printed, in the form of an official document. */
export const BulletinSheet = ({
  bulletin,
  parkName,
}: {
  readonly bulletin: Bulletin;
  readonly parkName: string;
}): JSX.Element => {
  const { on, counts, gone, earlier, hidden, year } = bulletin;
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
        截至{on.startsWith(`${year}-`) ? shortDate(on) : dateOf(on)}，全年时间过去{gone}。各项
        {allWords(counts)}；红灯{counts.red}项、黄灯
        {counts.yellow}项、{counts.unreported > 0 ? `未报数${counts.unreported}项、` : ''}绿灯
        {counts.green}项{unreturnedWords(counts)}
        {hidden > 0 ? `；${hiddenWords(hidden)}` : ''}。现将情况通报如下。
      </p>
      <h2>一、指标完成情况</h2>
      <TargetsTable pace={bulletin.pace} />
      {bulletin.money === null ? null : <p>{bulletin.money}</p>}
      <h2>二、红灯事项</h2>
      <RedTable red={bulletin.red} />
      <h2>三、黄灯事项</h2>
      <YellowTable yellow={bulletin.yellow} />
      <h2>四、各项工作推进情况</h2>
      <AreasTable areas={bulletin.areas} />
      {earlier === null ? null : (
        <p>
          往年未办结{earlier.all}项，其中红灯{earlier.red}项、黄灯{earlier.yellow}
          项，不计入以上各数。
        </p>
      )}
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
