import { Temporal } from 'temporal-polyfill';
import type { Digest } from '../../domain/messages/digest.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { readable } from '../context/damaged.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { Stored } from '../ports.ts';

/** How late a digest may have gone out. */
const LATELY = Temporal.Duration.from({ days: 13 });

/** The digests that the contact called `id` was told today. */
export async function toldToday(run: ParkContext, id: string): Promise<readonly Stored<Digest>[]> {
  const today = localDay(run.now, run.rules);
  const isToday = ({ state, contact, sentAt }: Digest): boolean =>
    state === 'sent' &&
    contact === id &&
    sentAt !== null &&
    localDay(sentAt, run.rules).equals(today);
  const told: Stored<Digest>[] = [];
  const lately = run.ports.ledger.between(run.park.id, today.subtract(LATELY), today);
  for await (const each of readable(run, lately)) if (isToday(each.value)) told.push(each);
  return told;
}
