import type { Temporal } from 'temporal-polyfill';
import { Conflict, DamagedRecord } from '../../domain/base/faults.ts';
import { type Notice, noticeKey } from '../../domain/deadlines/notice.ts';
import {
  type Digest,
  digestId,
  holdsKey,
  opened,
  takesMore,
  withNotice,
} from '../../domain/messages/digest.ts';
import { noteDamage, type Run } from '../context/run.ts';
import type { Stored } from '../ports.ts';

/** Losses after which an add gives up; each means that another run got its notice in. */
const MAX_LOSSES = 20;

/**
 * Puts `notice` into the ledger, once: into the first digest of its post and `day` that is still
 * open, unless one of that day has its key already.
 *
 * @param day - follows from the waking record, not from the run, so that a repeated run finds its
 *   own digest.
 * @param wakeAt - when the digest is due.
 * @returns the id of the digest that holds the notice.
 * @throws {Conflict} after losing to other runs too many times.
 */
export async function addNotice(
  run: Run,
  notice: Notice,
  day: Temporal.PlainDate,
  wakeAt: Temporal.Instant,
): Promise<string> {
  const key = noticeKey(notice);
  for (let losses = 0; losses < MAX_LOSSES; losses += 1) {
    const { place, read } = await firstPlace(run, { day, post: notice.post }, key);
    const id = digestId(place);
    if (read && holdsKey(read.value, key)) return id;
    const next = read ? withNotice(read.value, notice) : opened(place, notice, wakeAt);
    if ((await run.needs.ledger.write(next, read?.version ?? 0)) === 'written') return id;
  }
  throw new Conflict(key, `${day.toString()} 的提醒被改写 ${MAX_LOSSES} 次`);
}

type Place = Pick<Digest, 'park' | 'day' | 'post' | 'number'>;

/** The first digest of the post and day that holds `key` or can take it; not yet there, if need be. */
async function firstPlace(
  run: Run,
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
export async function readOrDamaged(
  run: Run,
  id: string,
): Promise<Stored<Digest> | 'damaged' | undefined> {
  try {
    return await run.needs.ledger.read(run.park.id, id);
  } catch (fault) {
    if (!(fault instanceof DamagedRecord)) throw fault;
    noteDamage(run, fault);
    return 'damaged';
  }
}
