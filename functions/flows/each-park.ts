import type { Needs } from './ports.ts';

/**
 * Does `step` for every park, one after the other. A park that fails does not stop the others.
 *
 * @throws {AggregateError} after the last park, with what failed and where, so that the platform
 *   tries again and alarms.
 */
export async function eachPark<Answer>(
  needs: Needs,
  step: (park: string) => Promise<Answer>,
): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  const faults: Error[] = [];
  for (const park of await needs.register.parks()) {
    try {
      answers.set(park, await step(park));
    } catch (cause) {
      faults.push(new Error(`park ${park}: ${String(cause)}`, { cause }));
    }
  }
  if (faults.length === 0) return answers;
  throw new AggregateError(faults, faults.map(({ message }) => message).join('; '));
}
