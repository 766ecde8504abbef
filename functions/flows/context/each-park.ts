import type { Ports } from '../ports.ts';
import { openContext } from './open-context.ts';
import type { ParkContext } from './park-context.ts';

/** Some parks failed; the others were done. */
class UnfinishedParks extends Error {
  override readonly name = 'UnfinishedParks';
  /** What was thrown for each. */
  readonly faults: readonly { readonly park: string; readonly fault: unknown }[];

  constructor(faults: UnfinishedParks['faults']) {
    super(faults.map(({ park, fault }) => `park ${park}: ${String(fault)}`).join('; '));
    this.faults = faults;
  }
}

/** One of the parks, and how its context is opened. */
type OnePark = { readonly id: string; readonly open: () => Promise<ParkContext> };

/**
 * Does `step` for every park, one after the other. A park that fails does not stop the others.
 *
 * @throws {UnfinishedParks} after the last park, with what failed and where, so that the platform
 *   tries again and alarms.
 */
export async function eachPark<Answer>(
  ports: Ports,
  step: (park: OnePark) => Promise<Answer>,
): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  const faults: { park: string; fault: unknown }[] = [];
  for (const park of await ports.register.parks()) {
    try {
      answers.set(park, await step({ id: park, open: () => openContext(park, ports) }));
    } catch (fault) {
      faults.push({ park, fault });
    }
  }
  if (faults.length === 0) return answers;
  throw new UnfinishedParks(faults);
}
