import type { JSX } from 'hono/jsx/jsx-runtime';
import { Recipients } from './boxes.tsx';
import { days, Fault, type Filled, MOST_DAYS, placesOf, Short } from './inputs.tsx';

type RowsProps = {
  readonly filled: Filled;
  /** Begins the names of the fields. */
  readonly name: string;
  /** Names the rows for who hears them: 到期以前. */
  readonly label: string;
};

/** The reminders before a date, one row each. */
export const BeforeRows = ({ filled, name, label }: RowsProps): JSX.Element => (
  <>
    {placesOf(name, filled).map((at) => (
      <div class="rule" role="group" aria-label={`${label}第 ${at + 1} 行`}>
        <Short
          name={`${name}-${at}-days`}
          filled={filled}
          before="提前"
          after="天"
          attributes={days(0, MOST_DAYS)}
        />
        <Short
          name={`${name}-${at}-span`}
          filled={filled}
          before="工期超过"
          after="天的才发"
          attributes={days(0, 3660)}
        />
        <Recipients name={`${name}-${at}-to`} label="送谁" filled={filled} />
        <Fault name={`${name}-${at}-days`} filled={filled} />
        <Fault name={`${name}-${at}-span`} filled={filled} />
      </div>
    ))}
  </>
);

/** The reminders after a date, one row each; `before` stands in front of the number of days. */
export const OverdueRows = ({
  filled,
  name,
  label,
  before,
}: RowsProps & { readonly before: string }): JSX.Element => (
  <>
    {placesOf(name, filled).map((at) => (
      <div class="rule" role="group" aria-label={`${label}第 ${at + 1} 行`}>
        <Short
          name={`${name}-${at}-days`}
          filled={filled}
          before={before}
          after="个工作日"
          attributes={days(1, MOST_DAYS)}
        />
        <Recipients name={`${name}-${at}-to`} label="送谁" filled={filled} />
        <Fault name={`${name}-${at}-days`} filled={filled} />
      </div>
    ))}
  </>
);

/** The reminder that goes on after the last of these. */
export const WeeklyRow = ({ filled, name, label }: RowsProps): JSX.Element => (
  <div class="rule" role="group" aria-label={label}>
    <Short
      name={`${name}-days`}
      filled={filled}
      before="此后每"
      after="个工作日"
      attributes={days(1, MOST_DAYS)}
    />
    <Recipients name={`${name}-to`} label={`${label}送谁`} filled={filled} />
    <Fault name={`${name}-days`} filled={filled} />
  </div>
);
