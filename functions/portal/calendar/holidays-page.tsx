import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateTimeWords } from '../../domain/base/words.ts';
import { LONGEST_NOTICE } from '../../domain/calendar/entered-holidays.ts';
import type { Change } from '../../domain/contacts/change.ts';
import type { CalendarYear } from '../../flows/calendar/calendar-years.ts';
import type { Frame } from '../http/frame.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Input } from '../ui/input.tsx';
import { Page } from '../ui/page.tsx';
import type { NotTaken } from '../ui/simple-form.tsx';
import { YearsTable } from './years-table.tsx';

type Props = {
  readonly frame: Frame;
  readonly years: readonly CalendarYear[];
  /** The version of what was entered; null where it cannot be read. */
  readonly version: number | null;
  /** Every change of what was entered, oldest first. */
  readonly history: readonly Change[];
  readonly mayEnter: boolean;
  readonly notTaken: NotTaken | null;
};

/** Which holidays apply to the park, and where the office pastes the notice of another year. */
export const HolidaysPage = (props: Props): JSX.Element => {
  const { frame, years, version, mayEnter, notTaken } = props;
  const faults = notTaken?.faults ?? [];
  return (
    <Page frame={frame} title={`${faults.length > 0 ? '有错误：' : ''}放假安排`} tools={<Tools />}>
      {faults.length > 0 ? <ErrorSummary act="holidays" faults={faults} /> : null}
      {version === null ? (
        <p class="warning">录入的放假安排无法读取，暂按内置的安排计算，请联系系统管理员。</p>
      ) : null}
      <YearsTable frame={frame} years={years} seen={mayEnter ? version : null} />
      <Entering {...props} />
      <History {...props} />
    </Page>
  );
};

const Tools = (): JSX.Element => (
  <nav class="tools" aria-label="设置">
    <a class="button" href="/settings">
      回设置
    </a>
  </nav>
);

/** Nothing can be entered over a record that cannot be read. */
const Entering = ({ mayEnter, version, notTaken }: Props): JSX.Element | null => {
  if (!mayEnter) return <p class="muted">放假安排由园区办录入。</p>;
  return version === null ? null : <NoticeForm version={version} fields={notTaken?.fields ?? {}} />;
};

const NoticeForm = ({
  version,
  fields,
}: {
  readonly version: number;
  readonly fields: NotTaken['fields'];
}): JSX.Element => (
  <section class="section">
    <h2 class="section-title">录入一年的安排</h2>
    <p class="muted">
      把国务院办公厅关于节假日安排的通知连标题粘贴进来，先读取核对，确认以后立即生效。录错了，再录一次即可；调整通知请与原通知一起粘贴。
    </p>
    <form class="notice-form" method="post" action="/settings/calendar/review" novalidate>
      <input type="hidden" name="seen" value={String(version)} />
      <p class="field">
        <label for="holidays-text">通知全文（至多 {LONGEST_NOTICE} 个字符）</label>
        <textarea id="holidays-text" name="text" rows={12} maxlength={LONGEST_NOTICE} required>
          {fields['text'] ?? ''}
        </textarea>
      </p>
      <Input
        id="holidays-year"
        field={{
          name: 'year',
          label: '年份（不填则按通知里写的）',
          attributes: { inputmode: 'numeric', maxlength: 4, autocomplete: 'off' },
          value: fields['year'],
        }}
        fault={undefined}
      />
      <button class="button primary" data-busy="正在读取…" type="submit">
        读取
      </button>
    </form>
  </section>
);

/** Who entered and removed what, the newest first. */
const History = ({ frame: { timeZone }, history }: Props): JSX.Element | null =>
  history.length === 0 ? null : (
    <section class="section">
      <h2 class="section-title">录入记录</h2>
      <ul class="notes">
        {history.toReversed().map(({ at, by, names, what, to, via }) => (
          <li>
            {at.toZonedDateTimeISO(timeZone).year}年{dateTimeWords(at, timeZone)}，
            {names?.own.post ?? by}经{via}
            {what}
            {to === '' ? '' : `：${to}`}
          </li>
        ))}
      </ul>
    </section>
  );
