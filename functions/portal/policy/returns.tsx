import type { JSX } from 'hono/jsx/jsx-runtime';
import { Boxes, Recipients } from './boxes.tsx';
import { days, Fault, type Filled, PolicyChoice, placesOf, Short } from './inputs.tsx';

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
const AskedFor = ({ filled }: { readonly filled: Filled }): JSX.Element => (
  <>
    <div class="rule" role="group" aria-label="请谁反馈，多久一次">
      <PolicyChoice
        name="returns-milestone"
        before="有期限的工作"
        filled={filled}
        choices={rhythmNames}
      />
      <PolicyChoice name="returns-target" before="指标的数" filled={filled} choices={targetNames} />
      <PolicyChoice
        name="returns-standing"
        before="长期工作"
        filled={filled}
        choices={rhythmNames}
      />
    </div>
    <p class="muted">
      计划原文写了反馈周期的，按原文。资金由记账得数，不请反馈；期限还没有核定的，核定以后才请。
    </p>
  </>
);

/** When progress is asked for, and of whom. */
export const ReportingFields = ({ filled }: { readonly filled: Filled }): JSX.Element => (
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
