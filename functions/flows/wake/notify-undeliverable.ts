import { OFFICE } from '../../domain/contacts/contact.ts';
import { type Digest, digestId } from '../../domain/messages/digest.ts';
import { undeliveredNotice } from '../../domain/messages/office-notices.ts';
import type { ParkContext } from '../context/park-context.ts';
import { addNotice } from './add-notice.ts';

/** Tells the office of a digest before it is abandoned. What cannot reach the office itself is a fault. */
export async function notifyUndeliverable(run: ParkContext, digest: Digest): Promise<void> {
  const id = digestId(digest);
  run.report.failed.push(id);
  if (digest.post === OFFICE) {
    run.report.faults.push({ at: id, fault: 'the office cannot be told' });
    return;
  }
  run.opened.add(await addNotice(run, undeliveredNotice(id), digest.day, run.now));
}
