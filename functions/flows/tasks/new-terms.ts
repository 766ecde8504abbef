import { isKnownPlace, placeName, sourceTitles } from '../../domain/sources/place.ts';
import type { Move } from '../../domain/tasks/move.ts';
import type { TermChange } from '../../domain/tasks/ruling.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { termChanges } from '../../domain/tasks/term-changes.ts';
import type { ParkContext } from '../context/park-context.ts';
import { isAligned } from './align-figures.ts';
import { taskRefusal } from './task-refusal.ts';

/** @throws {BadInput} if `move` would put `task` under an area that no source has. */
export async function refuseTerms(run: ParkContext, task: Task, move: Move): Promise<void> {
  const place = move.act === 'amend' ? move.terms.place : undefined;
  if (place === undefined || isKnownPlace(place, await run.sources())) return;
  const message = `没有“${place.source}.${place.area}”这项工作`;
  throw taskRefusal(task.id, message, '请写成 p22.3，并核对来源的编号');
}

/**
 * What `move` changes of the terms, in words; empty for any other move than an amendment.
 *
 * @throws {BadInput} if an amendment changes nothing, neither of the task nor of its figures.
 */
export async function amendedTerms(
  run: ParkContext,
  before: Task,
  after: Task,
  move: Move,
): Promise<readonly TermChange[]> {
  if (move.act !== 'amend') return [];
  const sources = await run.sources();
  const changed = termChanges(before, after, {
    place: (task) => placeName(task, sources),
    sources: (task) => sourceTitles(task, sources),
  });
  // An amendment that was cut short before its figures is made again.
  if (changed.length > 0 || !(await isAligned(run, before, move.terms))) return changed;
  throw taskRefusal(before.id, '各项都与登记的一样，没有改动', '请改好要调整的内容');
}
