import { Temporal } from 'temporal-polyfill';
import type { Role } from '../../functions/domain/base/role.ts';
import {
  stateCouncilCalendar,
  workingDayOnOrBefore,
} from '../../functions/domain/calendar/working-calendar.ts';
import type { Model } from './procedure.model.ts';

/** Calendar days before the due date from which the lamp is yellow. */
const YELLOW_FROM = 3;

const URGENT: readonly Role[] = ['unitHead', 'responsibleLeader', 'principalLeader'];
const HANDED_OVER: readonly Role[] = ['unitHead', 'office'];

/** A notice that the owner got and did not answer, and whether it was a weekly rung. */
export type AskedOn = { readonly on: Temporal.PlainDate; readonly isWeekly: boolean };

/** Where an escalation stands: its chain, the notices that ask by it, and its steps so far. */
export type Stage = {
  readonly chain: readonly Role[];
  readonly asked: readonly AskedOn[];
  readonly steps: Model['climb']['steps'];
};

/**
 * The stage of the silence on `day`, for a step of that morning: a handover has a chain of its own until
 * an earlier day on which a notice asked at yellow or red; from then on it starts over.
 */
export function stageOn(
  { climb, due }: Model,
  all: readonly AskedOn[],
  day: Temporal.PlainDate,
): Stage {
  const yellow = workingDayOnOrBefore(due.subtract({ days: YELLOW_FROM }), stateCouncilCalendar);
  const urgent = all.filter(({ on }) => isBefore(on, day) && !isBefore(on, yellow));
  const [worse] = urgent;
  if (!worse) return { chain: HANDED_OVER, asked: all, steps: climb.steps };
  const steps = climb.steps.filter(({ on }) => isBefore(worse.on, on));
  return { chain: URGENT, asked: urgent, steps };
}

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(a, b) < 0;
