import type { Temporal } from 'temporal-polyfill';

/** How often one name may come: `burst` at once, and `perMinute` again as minutes pass. */
export type Rate = { readonly burst: number; readonly perMinute: number };

type Bucket = { readonly left: number; readonly at: number };

/** Names that are remembered; beyond it those that have rested longest are forgotten. */
const MOST_NAMES = 10_000;

const MINUTE = 60_000;

/**
 * Counts who comes how often, in the memory of this process: what guesses or hammers is slowed down
 * here, while the gateway before the pages bounds the whole.
 *
 * @returns whether `name` may come at `now`.
 */
export function limiter({
  burst,
  perMinute,
}: Rate): (name: string, now: Temporal.Instant) => boolean {
  const buckets = new Map<string, Bucket>();
  return (name, now) => {
    const at = now.epochMilliseconds;
    const seen = buckets.get(name) ?? { left: burst, at };
    const refilled = seen.left + (Math.max(0, at - seen.at) * perMinute) / MINUTE;
    const left = Math.min(burst, refilled) - 1;
    buckets.delete(name);
    buckets.set(name, { left: Math.max(0, left), at });
    const [oldest] = buckets.keys();
    if (buckets.size > MOST_NAMES && oldest !== undefined) buckets.delete(oldest);
    return left >= 0;
  };
}
