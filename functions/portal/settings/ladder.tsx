import type { JSX } from 'hono/jsx/jsx-runtime';
import { type Role, roleName } from '../../domain/base/role.ts';
import type { Policy } from '../../domain/policy/policy.ts';

const roles = (to: readonly Role[]): string => to.map((role) => roleName[role]).join('、');

/** Who is told when, as the policy in force has it. */
export const Ladder = ({
  policy,
  isAdopter,
}: {
  readonly policy: Policy;
  readonly isAdopter: boolean;
}): JSX.Element => {
  const { before, overdue, weekly, signFor, handOver, returns, sheets } = policy;
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
    [`交办后 ${handOver.withinWorkingDays} 个工作日没有签收，逐级报`, handOver.chain],
    ...returns.steps.map(
      ({ workingDays, to }) => [returnStepWords(workingDays, returns.dayOfMonth), to] as const,
    ),
    ['每周第一个工作日，督办周报', sheets.weekly],
    ['每月第一个工作日，上月的督办月报', sheets.monthly],
  ];
  return (
    <section>
      <h2 class="section-title">
        提醒的级次
        {isAdopter ? <a href="/settings/policy">修改督办规则</a> : null}
      </h2>
      <p class="muted">{`工作日 ${policy.sendTime} 发出，${policy.quietFrom} 以后不发`}</p>
      <table class="records">
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
              <td>{to.length === 0 ? '不发' : roles(to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** When a step of asking for returns comes, by its working days after the return day. */
function returnStepWords(workingDays: number, dayOfMonth: number): string {
  if (workingDays > 0) return `反馈日后第 ${workingDays} 个工作日，还没有反馈的`;
  const when = workingDays === 0 ? '当天' : `前 ${-workingDays} 个工作日`;
  return `反馈日（通常每月 ${dayOfMonth} 日）${when}，请反馈`;
}
