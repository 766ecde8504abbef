import type { Temporal } from 'temporal-polyfill';
import { policyOn, type Rules } from '../policy/hours.ts';
import { paceLamp } from '../targets/pace-lamp.ts';
import type { Lamp } from '../tasks/lamp.ts';
import type { FundingStep, Instrument } from './funding.ts';
import { type SpendClock, spendClocks } from './spend-clock.ts';

/** Spend clock of one issued batch, with its lamp. */
export type ClockRow = Omit<SpendClock, 'issuedOn' | 'until' | 'reading'> & {
  readonly record: 'spending';
  readonly instrument: string;
  readonly name: string;
  readonly issuedOn: string;
  readonly until: string;
  readonly lamp: Lamp;
};

/** Spend clocks of a special bond at the end of `day`; empty for other kinds of money. */
export function clocksOf(
  { id, kind, projects }: Instrument,
  steps: readonly FundingStep[],
  day: Temporal.PlainDate,
  rules: Rules,
): readonly ClockRow[] {
  if (kind !== 'specialBond') return [];
  const own = steps.filter((step) => step.instrument === id);
  return spendClocks(own, day).map(({ reading, issuedOn, until, ...clock }) => ({
    record: 'spending',
    instrument: id,
    name: projects.find((project) => project.id === clock.project)?.name ?? clock.project,
    ...clock,
    issuedOn: issuedOn.toString(),
    until: until.toString(),
    lamp: paceLamp(
      { completed: reading.attained, scheduled: reading.expected, daysLate: null },
      policyOn(day, rules).pace.bonds,
      day,
      rules,
    ),
  }));
}
