import { type Digest, digestId } from '../domain/digest.ts';
import { undeliveredNotice } from '../domain/watch.ts';
import { addNotice } from './add-notice.ts';
import type { Stored } from './ports.ts';
import type { Run } from './run.ts';

/**
 * Tells the office of a digest before it is given up. What the office itself cannot get is a fault.
 *
 * @returns ids of the digests that were opened.
 */
export async function giveUp(run: Run, digest: Stored<Digest>): Promise<readonly string[]> {
  const id = digestId(digest.value);
  run.report.failed.push(id);
  if (digest.value.post === 'office') {
    run.report.faults.push({ at: id, fault: 'the office cannot be told' });
    return [];
  }
  return [await addNotice(run, undeliveredNotice(id), digest.value.day, run.now)];
}
