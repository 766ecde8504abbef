import { Temporal } from 'temporal-polyfill';
import type { TaskId } from '../../domain/base/ids.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import type { Receiving } from '../../domain/targets/figure-check.ts';
import { measured } from '../../domain/targets/measured.ts';
import { paceRow } from '../../domain/targets/pace-report.ts';
import type { PaceRow } from '../../domain/targets/pace-row.ts';
import type { Target } from '../../domain/targets/target.ts';
import { actingAs } from '../../domain/tasks/permissions.ts';
import { figuresBy } from '../context/measured-task.ts';
import type { ParkContext } from '../context/park-context.ts';
import { sightOf } from '../context/sight.ts';
import type { Versioned } from '../ports.ts';

/** One target with everything that is known by now to have been returned of it. */
export type TargetRead = {
  readonly kept: Versioned<Target>;
  readonly row: PaceRow;
  /** What its figures are checked against when one is returned. */
  readonly receiving: Receiving;
  /** Whether the viewer may return its figures. */
  readonly mayReturn: boolean;
};

/** The target called `id` as of the run's instant; undefined where `viewer` has none of that name. */
export async function readTarget(
  run: ParkContext,
  viewer: Contact,
  id: TaskId,
): Promise<TargetRead | undefined> {
  const stored = await run.ports.register.task(run.park.id, id);
  if (stored?.task.kind !== 'target') return undefined;
  if (!(await sightOf(run, viewer)).sees(stored.task)) return undefined;
  const read = await run.ports.collections.targets.find(run.park.id, id);
  if (!read) return undefined;
  const { now, rules } = run;
  const figures = await figuresBy(run, read.value);
  const row = paceRow(figures, stored.task, now, rules);
  const task = measured(stored.task, figures, now, rules);
  const kept = { ...read, value: knownOf(read.value, now) };
  const receiving = { target: kept.value, task, now, rules };
  const insteadOf = run.directory.standsInFor(viewer.id);
  const mayReturn = 'as' in actingAs(viewer, insteadOf, 'report', stored.task);
  return { kept, row, receiving, mayReturn };
}

/** `target` with the figures that are known at `now`; a clock that was moved back knows no later ones. */
const knownOf = (target: Target, now: Temporal.Instant): Target => ({
  ...target,
  actuals: target.actuals.filter(({ at }) => Temporal.Instant.compare(at, now) <= 0),
});
