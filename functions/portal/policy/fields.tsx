import type { JSX } from 'hono/jsx/jsx-runtime';
import { Recipients } from './boxes.tsx';
import { days, Fault, type Filled, MOST_DAYS, placesOf, Short } from './inputs.tsx';
import { NodeFields } from './node-fields.tsx';
import { PaceFields, Sheets } from './recurrence.tsx';
import { ReportingFields } from './returns.tsx';
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
    {placesOf('before', filled).map((at) => (
      <div class="rule" role="group" aria-label={`到期以前第 ${at + 1} 行`}>
        <Short
          name={`before-${at}-days`}
          filled={filled}
          before="提前"
          after="天"
          attributes={days(0, MOST_DAYS)}
        />
        <Short
          name={`before-${at}-span`}
          filled={filled}
          before="工期超过"
          after="天的才发"
          attributes={days(0, 3660)}
        />
        <Recipients name={`before-${at}-to`} label="送谁" filled={filled} />
        <Fault name={`before-${at}-days`} filled={filled} />
        <Fault name={`before-${at}-span`} filled={filled} />
      </div>
    ))}
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
    {placesOf('overdue', filled).map((at) => (
      <div class="rule" role="group" aria-label={`逾期以后第 ${at + 1} 行`}>
        <Short
          name={`overdue-${at}-days`}
          filled={filled}
          before="第"
          after="个工作日"
          attributes={days(1, MOST_DAYS)}
        />
        <Recipients name={`overdue-${at}-to`} label="送谁" filled={filled} />
        <Fault name={`overdue-${at}-days`} filled={filled} />
      </div>
    ))}
    <div class="rule" role="group" aria-label="此后">
      <Short
        name="weekly-days"
        filled={filled}
        before="此后每"
        after="个工作日"
        attributes={days(1, MOST_DAYS)}
      />
      <Recipients name="weekly-to" label="此后送谁" filled={filled} />
      <Fault name="weekly-days" filled={filled} />
    </div>
  </fieldset>
);
