import type { JSX } from 'hono/jsx/jsx-runtime';
import { Recipients } from './boxes.tsx';
import { days, Fault, type Filled, MOST_DAYS, Short } from './inputs.tsx';
import { NodeFields } from './node-fields.tsx';
import { PaceFields, Sheets } from './recurrence.tsx';
import { ReportingFields } from './returns.tsx';
import { BeforeRows, OverdueRows, WeeklyRow } from './rung-rows.tsx';
import { SilenceFields } from './silence.tsx';

type Props = { readonly filled: Filled };

/** Every field of a policy that an office decides about. */
export const PolicyFieldsets = ({ filled }: Props): JSX.Element => (
  <>
    <Hours filled={filled} />
    <Before filled={filled} />
    <Overdue filled={filled} />
    <NodeFields filled={filled} />
    <SilenceFields filled={filled} />
    <ReportingFields filled={filled} />
    <PaceFields filled={filled} />
    <Sheets filled={filled} />
  </>
);

const Hours = ({ filled }: Props): JSX.Element => (
  <fieldset class="rule-group">
    <legend>时刻和灯</legend>
    <div class="rule">
      <Short name="sendTime" filled={filled} before="工作日" after="发出" attributes={TIME} />
      <Short name="quietFrom" filled={filled} before="每天" after="以后不发" attributes={TIME} />
      <Short
        name="yellow-from"
        filled={filled}
        before="到期前"
        after="天起亮黄灯"
        attributes={days(0, MOST_DAYS)}
      />
    </div>
    {['sendTime', 'quietFrom', 'yellow-from'].map((name) => (
      <Fault name={name} filled={filled} />
    ))}
  </fieldset>
);

const TIME = { type: 'time', required: '' } as const;

const Before = ({ filled }: Props): JSX.Element => (
  <fieldset class="rule-group">
    <legend>到期以前</legend>
    <p class="muted">0 天是到期当天；遇休息日提前到工作日。天数清空，就是不要这一行。</p>
    <BeforeRows filled={filled} name="before" label="到期以前" />
    <div class="rule">
      <span class="inline-field">估定期限（没有人核定过）只送</span>
      <Recipients name="assumed-to" label="估定期限送谁" filled={filled} />
    </div>
    <div class="rule">
      <span class="inline-field">资金环节另外送</span>
      <Recipients name="stages-to" label="资金环节另外送谁" filled={filled} />
    </div>
  </fieldset>
);

const Overdue = ({ filled }: Props): JSX.Element => (
  <fieldset class="rule-group">
    <legend>逾期以后</legend>
    <OverdueRows filled={filled} name="overdue" label="逾期以后" before="第" />
    <WeeklyRow filled={filled} name="weekly" label="此后" />
  </fieldset>
);
