import { sourceFor } from '../../domain/sources/place.ts';
import { type Passage, passageOf } from '../../domain/sources/plan.ts';
import { type Source, sourceTextId } from '../../domain/sources/source.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { ParkContext } from '../context/park-context.ts';
import { readReviews } from './review.ts';

/** Where a task comes from. */
export type Origin = {
  readonly source: Source;
  /** Its words in the text; undefined where no version has them. */
  readonly passage: Passage | undefined;
  /** Whether only an earlier version than the newest has them. */
  readonly isEarlier: boolean;
};

/** The source of `task`, and its words in the newest version that has them; null where none was kept. */
export async function originOf(run: ParkContext, task: Task): Promise<Origin | null> {
  const source = sourceFor(task, await run.sources());
  if (source === null) return null;
  let isEarlier = false;
  if (task.quote !== '') {
    for await (const text of textsOf(run, source)) {
      const passage = passageOf({ text }, task.quote);
      if (passage) return { source, passage, isEarlier };
      isEarlier = true;
    }
  }
  return { source, passage: undefined, isEarlier: false };
}

/**
 * The texts of `source`, the newest version first. Those that were published before sources were records
 * are in their reviews, but for the last.
 *
 * @yields the full text of one version.
 */
async function* textsOf(run: ParkContext, source: Source): AsyncGenerator<string, void> {
  const { park, ports } = run;
  for (const { number } of source.versions.toReversed()) {
    const kept = await ports.collections.sourceTexts.find(park.id, sourceTextId(source.id, number));
    if (kept) yield kept.value.text;
  }
  const plans = await ports.register.oldPlans(park.id);
  const plan = plans.find(({ year }) => year === source.year && source.kind === 'annualPlan');
  if (!plan) return;
  yield plan.text;
  const reviews = await readReviews(park.id, ports);
  for (const { value } of reviews) {
    if (value.year === plan.year && value.state === 'published') yield value.text;
  }
}
