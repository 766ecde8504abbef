import type { Temporal } from 'temporal-polyfill';
import { DamagedRecord } from '../../domain/base/faults.ts';
import { type GapDays, gapBefore } from '../../domain/deadlines/gap.ts';
import { lateRunWords } from '../../domain/deadlines/gap-words.ts';
import type { Digest } from '../../domain/messages/digest.ts';
import { hasCome, localDay } from '../../domain/policy/hours.ts';
import { beginRun, type Run } from '../context/run.ts';
import type { Needs } from '../ports.ts';

/** A gap before a run that nobody is asked about. */
export type LateRun = { readonly gap: GapDays; readonly from: Temporal.Instant };

/** The gap that a run of `park` would meet now; null where there is none. */
export async function lateRun(park: string, needs: Needs): Promise<LateRun | null> {
  const run = await beginRun(park, needs);
  const gap = await gapOf(run);
  return gap && { gap, from: run.now };
}

/** What was sent after `late` was found, in one line; null while no run has made up for it. */
export async function lateRunLine(
  park: string,
  { gap, from }: LateRun,
  needs: Needs,
): Promise<string | null> {
  const run = await beginRun(park, needs);
  if ((await gapOf(run)) !== null) return null;
  const day = gap.why === 'missed' ? gap.since : localDay(from, run.rules);
  const messages = new Set<string>();
  const posts = new Set<string>();
  for await (const each of needs.ledger.between(park, day, localDay(run.now, run.rules))) {
    if (each instanceof DamagedRecord) continue;
    const { post, messageId } = each.value;
    if (isSentFrom(from, each.value)) messages.add(messageId ?? post);
    if (isLeft(each.value)) posts.add(post);
  }
  return lateRunWords(gap, { sent: messages.size, unsent: posts.size }, run.now, run.rules);
}

const isSentFrom = (from: Temporal.Instant, { sentAt }: Digest): boolean =>
  sentAt !== null && hasCome(from, sentAt);

const isLeft = ({ state }: Digest): boolean => state !== 'sent' && state !== 'cancelled';

async function gapOf({ park, needs, now, rules }: Run): Promise<GapDays | null> {
  const read = await needs.register.watch(park.id).catch(ifDamaged);
  return read ? gapBefore(read.value, now, rules) : null;
}

function ifDamaged(fault: unknown): undefined {
  if (!(fault instanceof DamagedRecord)) throw fault;
}
