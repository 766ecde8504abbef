import { Temporal } from 'temporal-polyfill';
import { DamagedRecord } from '../../domain/base/faults.ts';
import { type Health, isLate, waitedMinutes } from '../../domain/messages/health.ts';
import { rulesOf } from '../context/park-context.ts';
import type { Ports } from '../ports.ts';

/** What it takes to look, and touch nothing. */
export type Looking = Pick<Ports, 'register' | 'ledger' | 'calendar' | 'now'> & {
  /** How many slots there are that should have fired before `until`. */
  readonly slotsBefore: (until: Temporal.Instant) => Promise<number>;
};

/** A slot fires up to ten minutes after its nominal minute, and goes some time after that. */
const SLOT_GONE_AFTER = Temporal.Duration.from({ minutes: 30 });

/** A digest that is refused wakes again within this time; until then it is not sent either. */
const UNSENT_WITHIN = Temporal.Duration.from({ minutes: 15 });

/** Looks at every park from outside of its runs: what comes late there cannot report itself. */
export async function takeVitals(looking: Looking): Promise<Health> {
  const now = looking.now();
  let [lateParks, oldestUnsentMinutes] = [0, 0];
  for (const park of await looking.register.parks()) {
    lateParks += Number(await isParkLate(looking, park, now));
    oldestUnsentMinutes = Math.max(oldestUnsentMinutes, await oldestUnsent(looking, park, now));
  }
  const pastSlots = await looking.slotsBefore(now.subtract(SLOT_GONE_AFTER));
  return { lateParks, oldestUnsentMinutes, pastSlots };
}

async function isParkLate(
  { register }: Looking,
  park: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const watch = await orDamaged(register.watch(park));
  return watch === undefined || watch === 'damaged' || isLate(watch.value, now);
}

async function oldestUnsent(
  { register, ledger, calendar }: Looking,
  id: string,
  now: Temporal.Instant,
): Promise<number> {
  const refs = await register.due(id, now.add(UNSENT_WITHIN));
  const ids = refs.flatMap((ref) => (ref.record === 'digest' ? [ref.id] : []));
  if (ids.length === 0) return 0;
  const rules = rulesOf(await register.park(id), { calendar });
  let oldest = 0;
  for (const digest of ids) {
    const read = await orDamaged(ledger.read(id, digest));
    if (read === undefined || read === 'damaged') continue;
    oldest = Math.max(oldest, waitedMinutes(read.value, now, rules));
  }
  return oldest;
}

/** What `reading` finds; a damaged record is counted by the runs that meet it. */
async function orDamaged<Found>(reading: Promise<Found>): Promise<Found | 'damaged'> {
  try {
    return await reading;
  } catch (fault) {
    if (fault instanceof DamagedRecord) return 'damaged';
    throw fault;
  }
}
