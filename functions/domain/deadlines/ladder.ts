import { Temporal } from 'temporal-polyfill';
import { workingDayOnOrAfter } from '../calendar/working-calendar.ts';
import type { Rules } from '../policy/hours.ts';
import { type Deadline, isStanding, policyFor, type Rung, spokenOn } from './rung.ts';
import { type Build, rungsAfter, rungsBefore } from './rungs.ts';

/**
 * The rungs of `deadline`, without end: the weekly one repeats until somebody stops asking. Each day
 * has the rungs of the policy that governs it, so that a new policy does not ask again for what lies
 * before it; but who would have heard of an overdue task by now hears on its first working day.
 *
 * @yields each rung in its order; those that fall away are not among them.
 */
export function* ladderOf(deadline: Deadline, rules: Rules): Generator<Rung, void> {
  let heard = 0;
  for (const [at, { policy, from }] of rules.policies.entries()) {
    const ladder = ladderBy(deadline, { policy: policyFor(deadline, policy), rules });
    const own = at === 0 ? ladder : since(from, ladder, heard, rules);
    const until = rules.policies[at + 1]?.from;
    for (const rung of own) {
      if (until && Temporal.PlainDate.compare(rung.day, until) >= 0) break;
      heard = Math.max(heard, rung.order);
      yield rung;
    }
  }
}

/** @yields the rungs from day `from` on, and before them the last overdue one in arrears, if any. */
function* since(
  from: Temporal.PlainDate,
  ladder: Iterable<Rung>,
  heard: number,
  rules: Rules,
): Generator<Rung, void> {
  let arrears: Rung | undefined;
  for (const rung of ladder) {
    if (Temporal.PlainDate.compare(rung.day, from) >= 0) {
      if (arrears)
        yield { ...arrears, ...spokenOn(workingDayOnOrAfter(from, rules.calendar), rules) };
      arrears = undefined;
      yield rung;
    } else if (rung.order > heard && rung.occasion.kind !== 'overdueWeekly') {
      arrears = rung;
    }
  }
}

function* ladderBy(deadline: Deadline, build: Build): Generator<Rung, void> {
  yield* rungsBefore(deadline, build);
  for (const rung of rungsAfter(deadline, build)) {
    if (deadline.overdueCount !== null || isStanding(rung, deadline)) yield rung;
  }
}
