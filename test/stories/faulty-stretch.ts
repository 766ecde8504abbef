import { type Call, type FaultMode, isBetweenPublishAndMark } from '../support/faults.ts';
import type { World } from '../support/world.ts';
import { breaches, live } from './stretch.ts';

/** The stretch where nothing goes wrong, and every outside call that it made. */
export type Undisturbed = { readonly expected: World; readonly calls: readonly Call[] };

export async function undisturbed(): Promise<Undisturbed> {
  const calls: Call[] = [];
  const expected = await live((call) => void calls.push(call));
  return { expected, calls };
}

/** Lives the stretch once for each of its calls, which fails by `mode`; one line for each breach. */
export async function breachesUnder(
  mode: FaultMode,
  { expected, calls }: Undisturbed,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const call of calls) {
    const { number, name } = call;
    const world = await live((each) => (each.number === number ? mode : undefined));
    const lines = breaches(world, expected, isBetweenPublishAndMark(call, mode));
    found.push(...lines.map((breach) => `${mode} ${number} ${name}: ${breach}`));
  }
  return found;
}
