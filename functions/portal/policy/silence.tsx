import type { JSX } from 'hono/jsx/jsx-runtime';
import { Role, roleName } from '../../domain/base/role.ts';
import { days, Fault, type Filled, MOST_DAYS, PolicyChoice, Short } from './inputs.tsx';
import { CHAIN_LENGTH } from './policy-in-form.ts';

/** Who decides about the office's own work. */
const checkers = {
  office: '园区办自核',
  responsibleLeader: '分管领导',
  principalLeader: '主要领导',
} as const;

/** What happens when nobody signs, reports or decides. */
export const SilenceFields = ({ filled }: { readonly filled: Filled }): JSX.Element => (
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
      <PolicyChoice
        name="office-checked"
        before="园区办自己负责的事项，核验和批复由"
        filled={filled}
        choices={checkers}
      />
    </div>
    <ChainFields name="chain" label="逐级报送" begin="逐级报：先报" filled={filled} />
    <div class="rule">
      <Short
        name="hand-days"
        filled={filled}
        before="交办后"
        after="个工作日没有签收，报下一级（没有期限、期限待核定的也报）"
        attributes={days(1, MOST_DAYS)}
      />
    </div>
    <ChainFields
      name="hand-chain"
      label="交办无人签收逐级报送"
      begin="交办无人签收：先报"
      filled={filled}
    />
    {FAULTS.map((name) => (
      <Fault name={name} filled={filled} />
    ))}
  </fieldset>
);

/** Fields of the group whose faults are shown at its end. */
const FAULTS = [
  'sign-days',
  'sign-report',
  'office-days',
  'office-every',
  'office-checked',
  'chain-0',
  'hand-days',
  'hand-chain-0',
];

/** The posts of a chain, one after the other. */
const ChainFields = ({
  name,
  label,
  begin,
  filled,
}: {
  readonly name: string;
  readonly label: string;
  /** What stands before the first post. */
  readonly begin: string;
  readonly filled: Filled;
}): JSX.Element => (
  <div class="rule" role="group" aria-label={label}>
    {Array.from({ length: CHAIN_LENGTH }, (_, at) => (
      <PolicyChoice
        name={`${name}-${at}`}
        before={at === 0 ? begin : '再报'}
        filled={filled}
        choices={{
          '': '（到此为止）',
          ...Object.fromEntries(Role.options.map((role) => [role, roleName[role]])),
        }}
      />
    ))}
  </div>
);
