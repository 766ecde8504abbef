import { beginRun } from '../flows/context/open-context.ts';
import type { Run } from '../flows/context/run.ts';
import { seeToGap } from '../flows/wake/gap.ts';
import { lateRun, lateRunLine } from '../flows/wake/late-run.ts';
import type { Home } from './home.ts';

/**
 * Looks at all that is due, unless it is asked what of it is to be sent after a gap: then only at what
 * is handed over. Without a terminal nothing is asked, and one line says what was sent late.
 *
 * @param isPlanned - whether reconcile is to run before.
 */
export async function lookThroughGap(home: Home, isPlanned: boolean): Promise<void> {
  const { laptop, residence, onGap } = home;
  const opened = (): Promise<Run> => beginRun(residence.id, laptop.needs);
  const gate = onGap === 'ignore' ? 'free' : await seeToGap(await opened(), onGap === 'ask');
  if (gate === 'held') return laptop.tellHandOvers();
  const late = onGap === 'tell' ? await lateRun(await opened()) : null;
  if (isPlanned || gate === 'released') await laptop.reconcile();
  await laptop.look();
  const line = late && (await lateRunLine(await opened(), late));
  if (line) home.tell(line);
}
