import type { ParkContext } from '../../flows/context/park-context.ts';
import { UnfinishedRun } from '../../flows/context/run-report.ts';
import { type Adoption, adoptPolicy } from '../../flows/policy/adopt-policy.ts';
import type { Portal } from '../http/portal.ts';

/**
 * Adopts a policy. It governs from then on, also where not everything could be planned by it at once:
 * the sweep does that.
 *
 * @throws {BadInput | Conflict} as `adoptPolicy` does; then it is not adopted.
 */
export async function adopt(run: ParkContext, adoption: Adoption, { log }: Portal): Promise<void> {
  try {
    await adoptPolicy(run, adoption);
  } catch (fault) {
    if (!(fault instanceof UnfinishedRun)) throw fault;
    log.error('a policy was adopted, and not everything planned by it', { error: fault });
  }
}
