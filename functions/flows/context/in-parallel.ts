import pMap from 'p-map';

/** Calls to the table at a time: enough to hide their latency, too few to be throttled. */
const CONCURRENCY = 10;

/** What `work` makes of each of `all`, in their order, some of them at the same time. */
export const inParallel = <Each, Answer>(
  all: readonly Each[],
  work: (each: Each) => Promise<Answer>,
): Promise<readonly Answer[]> => pMap(all, work, { concurrency: CONCURRENCY });
