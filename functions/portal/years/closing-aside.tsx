import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ClosingLine, YearClosing } from '../../domain/years/closing-line.ts';
import type { Fates } from '../../domain/years/year-account.ts';

/** Whether a line is a work, and not the figures of a target. */
export const isWorkLine = ({ kind }: Pick<ClosingLine, 'kind'>): boolean =>
  kind !== 'targetWithoutLastPeriod';

/** How far the year is, in a sentence and as a bar. */
export const ClosingLead = ({ closing }: { readonly closing: YearClosing }): JSX.Element => (
  <>
    <p class="lead">{leadWords(closing)}</p>
    <ClosingBar decided={closing.decided} />
  </>
);

function leadWords({ lines, decided, state, year }: YearClosing): string {
  const { promised, onTime, late, done, undecided } = decided;
  const closed = onTime + late + done;
  const ended = `${promised} 项工作里 ${closed} 项已办结，${promised - closed - undecided} 项已定`;
  if (state === 'running') return `${ended}。${year}年过完以后才能收尾、封账。`;
  if (state !== 'open') return `${ended}。`;
  const works = lines.filter(isWorkLine).length;
  const targets = lines.length - works;
  const left = [works > 0 ? `${works} 项工作` : '', targets > 0 ? `${targets} 项指标` : ''];
  const words = left.filter((each) => each !== '').join('、');
  return words === ''
    ? `${ended}，都定了，可以封账。`
    : `${ended}，还要定 ${words}。都定了才能封账。`;
}

/** What is done, what is decided and what is left of a year, as shares of one bar. */
const ClosingBar = ({ decided }: { readonly decided: Fates }): JSX.Element | null => {
  const { promised, onTime, late, done, deemed, carriedOver, suspended, withdrawn } = decided;
  if (promised === 0) return null;
  const closed = onTime + late + done;
  const set = deemed + carriedOver + suspended + withdrawn;
  const share = (count: number): string => `${((100 * count) / promised).toFixed(2)}%`;
  const parts = [
    ['结转', carriedOver],
    ['视同完成', deemed],
    ['中止', suspended],
    ['撤销', withdrawn],
  ] as const;
  const said = parts.flatMap(([name, count]) => (count > 0 ? `${name} ${count}` : []));
  return (
    <>
      <svg class="closing-bar" aria-hidden="true">
        <rect class="closing-done" width={share(closed)} height="100%" />
        <rect class="closing-decided" x={share(closed)} width={share(set)} height="100%" />
        <rect
          class="closing-open"
          x={share(closed + set)}
          width={share(promised - closed - set)}
          height="100%"
        />
      </svg>
      <p class="muted">
        已办结 {closed} · 已定 {set}
        {said.length > 0 ? `（${said.join('、')}）` : ''} · 还要定 {promised - closed - set}
      </p>
    </>
  );
};

/** The numbers of the year next to the list, and what closing brings about. */
export const ClosingAside = ({ closing }: { readonly closing: YearClosing }): JSX.Element => {
  const { year, decided } = closing;
  const rows: readonly (readonly [string, number])[] = [
    ['承诺', decided.promised],
    ['按期办结', decided.onTime],
    ['其中按原定期限也按期', decided.onTimeByOriginal],
    ['逾期后办结', decided.late],
    ['没有期限的办结', decided.done],
    ['视同完成', decided.deemed],
    [`结转到以后年度`, decided.carriedOver],
    ['中止', decided.suspended],
    ['撤销', decided.withdrawn],
    ['还没有定', decided.undecided],
  ];
  return (
    <aside aria-label="年度账目">
      <h2 class="section-title">
        年度账目 <a href={`/years/${year}/account`}>看全文</a>
      </h2>
      <dl class="closing-account">
        {rows.map(([name, count]) => (
          <>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </>
        ))}
      </dl>
      <h2 class="section-title">封账以后</h2>
      <ul>
        <li>
          <b>数字不再变</b>
          <br />
          {year}年的总览、通报、台账都照封账时的样子。
        </li>
        <li>
          <b>结转的是同一项</b>
          <br />
          历史、原定期限都在，新的一年记作“往年结转”，责任人在下一条消息里知道。
        </li>
        <li>
          <b>10分钟内可以撤回</b>
          <br />
          以后要重新打开，须写原因。
        </li>
      </ul>
    </aside>
  );
};
