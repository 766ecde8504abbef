import type { Temporal } from 'temporal-polyfill';
import { type GapDays, gapBefore } from '../../domain/deadlines/gap.ts';
import { lateRunWords } from '../../domain/deadlines/gap-words.ts';
import type { Digest } from '../../domain/messages/digest.ts';
import { hasCome, localDay } from '../../domain/policy/hours.ts';
import { readable, unlessDamaged } from '../context/damaged.ts';
import type { ParkContext } from '../context/park-context.ts';

/** A gap before a run that nobody is asked about. */
export type LateRun = { readonly gap: GapDays; readonly from: Temporal.Instant };

/** The gap that a run would meet now; null where there is none. */
export async function lateRun(run: ParkContext): Promise<LateRun | null> {
  const gap = await gapOf(run);
  return gap && { gap, from: run.now };
}

/** What was sent after `late` was found, in one line; null while no run has made up for it. */
export async function lateRunLine(
  run: ParkContext,
  { gap, from }: LateRun,
): Promise<string | null> {
  if ((await gapOf(run)) !== null) return null;
  const day = gap.why === 'missed' ? gap.since : localDay(from, run.rules);
  const messages = new Set<string>();
  const posts = new Set<string>();
  const today = localDay(run.now, run.rules);
  for await (const each of readable(run, run.ports.ledger.between(run.park.id, day, today))) {
    const { post, messageId } = each.value;
    if (isSentFrom(from, each.value)) messages.add(messageId ?? post);
    if (isLeft(each.value)) posts.add(post);
  }
  return lateRunWords(gap, { sent: messages.size, unsent: posts.size }, run.now, run.rules);
}

const isSentFrom = (from: Temporal.Instant, { sentAt }: Digest): boolean =>
  sentAt !== null && hasCome(from, sentAt);

const isLeft = ({ state }: Digest): boolean => state !== 'sent' && state !== 'cancelled';

async function gapOf(run: ParkContext): Promise<GapDays | null> {
  const { park, ports, now, rules } = run;
  const read = await unlessDamaged(run, () => ports.register.watch(park.id), undefined);
  return read ? gapBefore(read.value, now, rules) : null;
}
