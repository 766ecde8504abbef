import type { JSX } from 'hono/jsx/jsx-runtime';
import { Role, roleName } from '../../domain/base/role.ts';
import { pacePresets } from '../../domain/policy/pace-presets.ts';
import { CHAIN_LENGTH } from './form.ts';
import {
  Boxes,
  Choice,
  days,
  Fault,
  type Filled,
  MOST_DAYS,
  placesOf,
  Recipients,
  Short,
} from './inputs.tsx';

type Props = { readonly filled: Filled };

/** Who decides about the office's own work. */
const checkers = {
  office: '园区办自核',
  responsibleLeader: '分管领导',
  principalLeader: '主要领导',
} as const;

/** What follows when nobody signs, reports or decides. */
export const Silence = ({ filled }: Props): JSX.Element => (
  <fieldset class="rule-group">
    <legend>没有回应</legend>
    <div class="rule">
      <Short
        name="sign-days"
        filled={filled}
        before="黄灯以上"
        after="个工作日没有签收，报下一级"
        attributes={days(1, MOST_DAYS)}
      />
      <Short
        name="sign-report"
        filled={filled}
        before="签收红灯后"
        after="个工作日没有反馈，报下一级"
        attributes={days(1, MOST_DAYS)}
      />
      <Short
        name="office-days"
        filled={filled}
        before="等园区办"
        after="个工作日还没有办，催园区办"
        attributes={days(1, MOST_DAYS)}
      />
      <Short
        name="office-every"
        filled={filled}
        before="此后每"
        after="个工作日再催，直到办结"
        attributes={days(1, MOST_DAYS)}
      />
    </div>
    <div class="rule">
      <Choice
        name="office-checked"
        before="园区办自己负责的事项，核验和批复由"
        filled={filled}
        choices={checkers}
      />
    </div>
    <div class="rule" role="group" aria-label="逐级报送">
      {Array.from({ length: CHAIN_LENGTH }, (_, at) => (
        <Choice
          name={`chain-${at}`}
          before={at === 0 ? '逐级报：先报' : '再报'}
          filled={filled}
          choices={{
            '': '（到此为止）',
            ...Object.fromEntries(Role.options.map((role) => [role, roleName[role]])),
          }}
        />
      ))}
    </div>
    {['sign-days', 'sign-report', 'office-days', 'office-every', 'office-checked', 'chain-0'].map(
      (name) => (
        <Fault name={name} filled={filled} />
      ),
    )}
  </fieldset>
);

const kindNames = {
  milestone: '里程碑',
  target: '指标',
  funding: '资金',
  standing: '常态',
} as const;

const rhythmNames = {
  monthly: '每月',
  quarterly: '每季度末月',
  halfYearly: '6月和12月',
  never: '不请反馈',
} as const;

const targetNames = { own: '按指标自己的周期', never: '不请反馈' } as const;

/** What is asked for, and how often. */
const AskedFor = ({ filled }: Props): JSX.Element => (
  <>
    <div class="rule" role="group" aria-label="请谁反馈，多久一次">
      <Choice
        name="returns-milestone"
        before="有期限的工作"
        filled={filled}
        choices={rhythmNames}
      />
      <Choice name="returns-target" before="指标的数" filled={filled} choices={targetNames} />
      <Choice name="returns-standing" before="长期工作" filled={filled} choices={rhythmNames} />
    </div>
    <p class="muted">
      计划原文写了反馈周期的，按原文。资金由记账得数，不请反馈；期限还没有核定的，核定以后才请。
    </p>
  </>
);

/** When progress is asked for, and of whom. */
export const Returns = ({ filled }: Props): JSX.Element => (
  <fieldset class="rule-group">
    <legend>进度反馈</legend>
    <div class="rule">
      <Short
        name="returns-day"
        filled={filled}
        before="每月"
        after="日为反馈日，遇休息日提前"
        attributes={days(1, 31)}
      />
      <Fault name="returns-day" filled={filled} />
    </div>
    <AskedFor filled={filled} />
    <p class="muted">
      反馈日以前的用负数。一类也不勾，就是各类都发。没有写反馈日以前请责任人反馈的，自动加上提前 2
      个工作日的一步：没有请过的，不催也不报。
    </p>
    {placesOf('returns', filled).map((at) => (
      <div class="rule" role="group" aria-label={`进度反馈第 ${at + 1} 行`}>
        <Short
          name={`returns-${at}-days`}
          filled={filled}
          before="反馈日后第"
          after="个工作日"
          attributes={days(-20, 20)}
        />
        <Boxes name={`returns-${at}-kind`} label="哪几类" filled={filled} choices={kindNames} />
        <Recipients name={`returns-${at}-to`} label="送谁" filled={filled} />
        <Fault name={`returns-${at}-days`} filled={filled} />
      </div>
    ))}
  </fieldset>
);

const presets = Object.fromEntries(
  Object.entries(pacePresets).map(([preset, { source }]) => [preset, source]),
);

/** By which practice a lag is judged, and who hears of it. */
export const Pace = ({ filled }: Props): JSX.Element => (
  <fieldset class="rule-group">
    <legend>序时进度</legend>
    <div class="rule wide">
      <Choice name="pace-targets" before="指标" filled={filled} choices={presets} />
      <Choice name="pace-bonds" before="债券支出" filled={filled} choices={presets} />
    </div>
    <div class="rule">
      <span class="inline-field">指标落后于序时，送</span>
      <Recipients name="pace-to" label="指标落后于序时送谁" filled={filled} />
    </div>
  </fieldset>
);

/** Who reads on one page how the whole stands. */
export const Sheets = ({ filled }: Props): JSX.Element => (
  <fieldset class="rule-group">
    <legend>周报和月报</legend>
    <p class="muted">
      每周、每月的第一个工作日随当天的消息发；同一天两份，只发月报。一个也不勾，就是不发。
    </p>
    <div class="rule">
      <span class="inline-field">督办周报送</span>
      <Recipients name="sheets-weekly" label="督办周报送谁" filled={filled} />
    </div>
    <div class="rule">
      <span class="inline-field">督办月报送</span>
      <Recipients name="sheets-monthly" label="督办月报送谁" filled={filled} />
    </div>
  </fieldset>
);
