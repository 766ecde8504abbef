import { Temporal } from 'temporal-polyfill';
import { NotSaved } from '../domain/base/faults.ts';
import type { Gap, GapChoice } from '../domain/deadlines/gap.ts';
import { openContext } from '../flows/context/open-context.ts';
import { answerGap, type GapChooser } from '../flows/wake/gap.ts';
import type { Asking } from '../portal/http/portal.ts';
import { lookThroughGap } from './gap.ts';
import type { Home } from './home.ts';
import { lastNight } from './nightly.ts';

/** A home whose work runs one call at a time. */
export type Driven = Home & {
  readonly inTurn: <Answer>(work: () => Promise<Answer>) => Promise<Answer>;
};

/** Runs reconcile, which creates the slots, and processes what is due, as on every start. */
export const settleIn = (driven: Driven): Promise<void> =>
  driven.inTurn(() => lookThroughGap(driven, true));

/** Processes what is due by the real clock; runs reconcile first if 02:00 has passed after `since`. */
export const tick = (driven: Driven, since: Temporal.Instant): Promise<void> =>
  driven.inTurn(async () => {
    const night = lastNight(driven.now());
    await lookThroughGap(driven, Temporal.Instant.compare(night, since) > 0);
  });

/**
 * Answers the question about a gap, and sends what the answer allows.
 *
 * @returns the question with the answer that counts, which may be someone else's; null if the question
 *   is no longer open.
 * @throws {NotSaved} if the disk cannot be written.
 */
export const answer = (
  driven: Driven,
  chooser: GapChooser,
  choice: GapChoice,
): Promise<Gap | null> =>
  withDiskFault(driven, () =>
    driven.inTurn(async () => {
      const { laptop, residence } = driven;
      const run = await openContext(residence.id, laptop.ports);
      const gap = await answerGap(run, chooser, choice);
      await lookThroughGap(driven, true);
      return gap;
    }),
  );

/** The question about a gap as the pages answer it; null if nobody is asked. */
export const askingOf = (driven: Driven): Asking | null =>
  driven.onGap === 'ask' ? { answer: (...given) => answer(driven, ...given) } : null;

/** Runs `work`. While the disk cannot be written, its many errors become one {@link NotSaved}. */
export async function withDiskFault<Answer>(
  { laptop }: Home,
  work: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await work();
  } catch (cause) {
    const problem = laptop.diskProblem();
    throw problem === undefined ? cause : new NotSaved(problem, { cause });
  }
}
