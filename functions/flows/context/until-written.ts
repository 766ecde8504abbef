/** What an attempt answers whose conditional write was lost to another writer. */
export const LOST = Symbol('lost');

/** Conditional writes that may be lost before their maker is told. */
const MAX_LOSSES = 5;

/**
 * Makes `attempt` until its conditional write is not lost. Each attempt reads what it changes again.
 *
 * @param attempt - gets the number of writes that were lost before it.
 * @param otherwise - answers, or throws, after `most` writes were lost.
 */
export async function untilWritten<Answer>(
  attempt: (losses: number) => Promise<Answer | typeof LOST>,
  otherwise: () => Answer | Promise<Answer>,
  most = MAX_LOSSES,
): Promise<Answer> {
  for (let losses = 0; losses < most; losses += 1) {
    const answer = await attempt(losses);
    if (answer !== LOST) return answer;
  }
  return otherwise();
}
