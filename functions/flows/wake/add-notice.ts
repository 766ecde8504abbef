import type { Temporal } from 'temporal-polyfill';
import { Conflict } from '../../domain/base/faults.ts';
import type { DigestId } from '../../domain/base/ids.ts';
import { type Notice, noticeKey } from '../../domain/deadlines/notice.ts';
import { type Digest, digestId, openedDigest } from '../../domain/messages/digest.ts';
import { holdsKey, takesMore, withNotice } from '../../domain/messages/digest-notices.ts';
import { unlessDamaged } from '../context/damaged.ts';
import type { ParkContext } from '../context/park-context.ts';
import { LOST, untilWritten } from '../context/until-written.ts';
import type { Stored } from '../ports.ts';

/** Writes that an add may lose; each means that another run got its notice in. */
const MOST_LOSSES = 20;

/**
 * Puts `notice` into the ledger, once: into the first digest of its post and `day` that is still
 * open, unless one of that day has its key already, also under a former name of the post's unit.
 *
 * @param day - follows from the waking record, not from the run, so that a repeated run finds its
 *   own digest.
 * @param wakeAt - when the digest is due.
 * @returns the id of the digest that holds the notice.
 * @throws {Conflict} after losing to other runs too many times.
 */
export async function addNotice(
  run: ParkContext,
  notice: Notice,
  day: Temporal.PlainDate,
  wakeAt: Temporal.Instant,
): Promise<DigestId> {
  const key = noticeKey(notice);
  const before = await underFormerName(run, { day, post: notice.post }, key);
  if (before !== undefined) return before;
  const attempt = async (): Promise<DigestId | typeof LOST> => {
    const { place, read } = await firstPlace(run, { day, post: notice.post }, key);
    const id = digestId(place);
    if (read && holdsKey(read.value, key)) return id;
    const next = read ? withNotice(read.value, notice) : openedDigest(place, notice, wakeAt);
    const result = await run.ports.ledger.write(next, read?.version ?? 0);
    return result === 'written' ? id : LOST;
  };
  const overtaken = (): never => {
    throw new Conflict(key, `${day.toString()} 的提醒被改写 ${MOST_LOSSES} 次`);
  };
  return untilWritten(attempt, overtaken, MOST_LOSSES);
}

/** The digest of a former name of the post's unit that has `key` already; none where it was never renamed. */
async function underFormerName(
  run: ParkContext,
  { day, post }: Pick<Digest, 'day' | 'post'>,
  key: string,
): Promise<DigestId | undefined> {
  for (const former of run.directory.formerPosts(post)) {
    const { place, read } = await firstPlace(run, { day, post: former }, key);
    if (read && holdsKey(read.value, key)) return digestId(place);
  }
  return undefined;
}

type Place = Pick<Digest, 'park' | 'day' | 'post' | 'number'>;

/** The first digest of the post and day that holds `key` or can take it; not yet there, if need be. */
async function firstPlace(
  run: ParkContext,
  address: Pick<Digest, 'day' | 'post'>,
  key: string,
): Promise<{ readonly place: Place; readonly read: Stored<Digest> | undefined }> {
  for (let number = 1; ; number += 1) {
    const place = { park: run.park.id, ...address, number };
    const read = await readOrDamaged(run, digestId(place));
    if (read === 'damaged') continue;
    if (!read || holdsKey(read.value, key) || takesMore(read.value)) return { place, read };
  }
}

/** A digest that cannot be read takes nothing more; the next one does, so that its post is not silenced. */
export const readOrDamaged = (
  run: ParkContext,
  id: DigestId,
): Promise<Stored<Digest> | 'damaged' | undefined> =>
  unlessDamaged(run, () => run.ports.ledger.read(run.park.id, id), 'damaged');
