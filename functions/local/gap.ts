import { openContext } from '../flows/context/open-context.ts';
import type { ParkContext } from '../flows/context/park-context.ts';
import { seeToGap } from '../flows/wake/gap.ts';
import { lateRun, lateRunLine } from '../flows/wake/late-run.ts';
import type { Home } from './home.ts';

/**
 * Processes what is due. While the question of what to send after a gap is open, sends handover notices
 * only. Without a terminal it does not ask, and reports in one line what was sent late.
 *
 * @param isPlanned - whether to run reconcile first.
 */
export async function lookThroughGap(home: Home, isPlanned: boolean): Promise<void> {
  const { laptop, residence, onGap } = home;
  const opened = (): Promise<ParkContext> => openContext(residence.id, laptop.ports);
  const gate = onGap === 'ignore' ? 'free' : await seeToGap(await opened(), onGap === 'ask');
  if (gate === 'held') return laptop.tellHandOvers();
  const late = onGap === 'tell' ? await lateRun(await opened()) : null;
  if (isPlanned || gate === 'released') await laptop.reconcile();
  await laptop.look();
  const line = late && (await lateRunLine(await opened(), late));
  if (line) home.tell(line);
}
