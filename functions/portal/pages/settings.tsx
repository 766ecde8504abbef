import type { JSX } from 'hono/jsx/jsx-runtime';
import { coversYear, type WorkingCalendar } from '../../domain/calendar.ts';
import type { Contact } from '../../domain/contact.ts';
import { policyOn, type Rules } from '../../domain/hours.ts';
import type { Policy } from '../../domain/policy.ts';
import { type Role, roleName } from '../../domain/role.ts';
import { dayWords } from '../../domain/words.ts';
import type { Frame } from '../frame.ts';
import { Page } from '../parts/page.tsx';

const roles = (to: readonly Role[]): string => to.map((role) => roleName[role]).join('、');

/** How the park works: its rules, its posts, and how far its calendar is known. It changes nothing. */
export const SettingsPage = ({
  frame,
  rules,
  contacts,
}: {
  readonly frame: Frame;
  readonly rules: Rules;
  readonly contacts: readonly Contact[];
}): JSX.Element => {
  const policy = policyOn(frame.today, rules);
  return (
    <Page frame={frame} title="设置" sub={`督办规则第 ${policy.version} 版，只供查看`}>
      <div class="ov">
        <div>
          <Ladder policy={policy} />
          <Posts contacts={contacts} />
        </div>
        <div class="side">
          <Versions rules={rules} today={frame.today} />
          <Coverage calendar={rules.calendar} year={frame.today.year} />
        </div>
      </div>
    </Page>
  );
};

const Ladder = ({ policy }: { readonly policy: Policy }): JSX.Element => {
  const { before, overdue, weekly, signFor } = policy;
  const rungs: readonly (readonly [string, readonly Role[]])[] = [
    ...before.map(
      ({ daysBefore, to }) =>
        [daysBefore === 0 ? '到期当天' : `提前 ${daysBefore} 天`, to] as const,
    ),
    ...overdue.map(
      ({ workingDaysAfter, to }) => [`逾期第 ${workingDaysAfter} 个工作日`, to] as const,
    ),
    [`此后每 ${weekly.everyWorkingDays} 个工作日`, weekly.to],
    [`${signFor.withinWorkingDays} 个工作日没有签收，逐级报`, signFor.chain],
  ];
  return (
    <section>
      <h2 class="sec">
        提醒的级次
        <span class="mut">{`工作日 ${policy.sendTime} 发出，${policy.quietFrom} 以后不发`}</span>
      </h2>
      <table class="msgs">
        <thead>
          <tr>
            <th scope="col">何时</th>
            <th scope="col">送谁</th>
          </tr>
        </thead>
        <tbody>
          {rungs.map(([when, to]) => (
            <tr>
              <td>{when}</td>
              <td>{roles(to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Posts = ({ contacts }: { readonly contacts: readonly Contact[] }): JSX.Element => (
  <section class="sec-gap">
    <h2 class="sec">
      岗位 <span class="mut">{contacts.length} 个</span>
    </h2>
    <table class="msgs">
      <thead>
        <tr>
          <th scope="col">岗位</th>
          <th scope="col">单位</th>
          <th scope="col">身份</th>
          <th scope="col">代收</th>
        </tr>
      </thead>
      <tbody>
        {contacts.map(({ post, unit, covers, role, standIn }) => (
          <tr>
            <td>{post}</td>
            <td>{(covers ?? [unit]).join('、')}</td>
            <td>{roleName[role]}</td>
            <td>{contacts.find(({ id }) => id === standIn)?.post ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

const Versions = ({
  rules,
  today,
}: {
  readonly rules: Rules;
  readonly today: Frame['today'];
}): JSX.Element => (
  <section>
    <h2>督办规则的版本</h2>
    <ul class="watch">
      {rules.policies.toReversed().map(({ policy, from }) => (
        <li>
          第 {policy.version} 版，{dayWords(from, today)}起
        </li>
      ))}
    </ul>
  </section>
);

/** A year without its holiday notice is counted by weekdays, which everybody should know. */
const Coverage = ({
  calendar,
  year,
}: {
  readonly calendar: WorkingCalendar;
  readonly year: number;
}): JSX.Element => (
  <section>
    <h2>放假安排</h2>
    <ul class="watch">
      {[year, year + 1].map((each) => (
        <li>
          {each}年{coversYear(each, calendar) ? '已录入' : '还没有录入，暂按周末推算'}
        </li>
      ))}
    </ul>
  </section>
);
