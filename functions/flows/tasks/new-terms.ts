import { isKnownPlace, placeName, sourceIdsOf, sourceTitles } from '../../domain/sources/place.ts';
import type { Move } from '../../domain/tasks/move.ts';
import type { TermChange } from '../../domain/tasks/ruling.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { termChanges } from '../../domain/tasks/term-changes.ts';
import type { ParkContext } from '../context/park-context.ts';
import { isAligned } from './align-figures.ts';
import { taskRefusal } from './task-refusal.ts';

/** @throws {BadInput} if `move` would put `task` under an area that no source of its year has. */
export async function refuseTerms(run: ParkContext, task: Task, move: Move): Promise<void> {
  const place = move.act === 'amend' ? move.terms.place : undefined;
  if (place === undefined) return;
  const sources = await run.sources();
  const key = `${place.source}.${place.area}`;
  if (!isKnownPlace(place, sources)) {
    throw taskRefusal(task.id, `没有“${key}”这项工作`, '请写成 p22.3，并核对来源的编号');
  }
  const year = sources.find(({ id }) => id === place.source)?.year;
  if (year === task.plan || sourceIdsOf(task).includes(place.source)) return;
  const message = `“${key}”是${year}年的工作，这一项记在${task.plan}年`;
  throw taskRefusal(task.id, message, `请选${task.plan}年的工作`);
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
