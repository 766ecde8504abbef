import { officeContact } from '../../domain/contacts/outlets.ts';
import { defaultPolicy } from '../../domain/policy/default-policy.ts';
import type { ParkSettings } from '../../domain/policy/park-settings.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { enterFirst } from '../contacts/enter-contacts.ts';
import { openContext } from '../context/open-context.ts';
import type { Ports } from '../ports.ts';
import { watchPark } from './watch-park.ts';

/**
 * Opens a park, or changes its settings. `policy` is its first; one that it follows already stays. It
 * lies there before the park is listed: no run finds a park without rules.
 */
export async function openPark(
  settings: ParkSettings,
  ports: Ports,
  policy: Policy = defaultPolicy,
): Promise<void> {
  const at = ports.now();
  const first = { policy, effectiveFrom: at, adoptedBy: 'system', adoptedAt: at };
  await ports.register.addPolicy(settings.id, first, null);
  await ports.register.putPark(settings);
}

/**
 * Opens a park with nobody in it but its office, who is notified of it from the next working day on. What
 * is there already stays as it is.
 *
 * @param mail - where the office is reached; without it, by the first relay that is set up.
 * @returns whether the park is new.
 */
export async function foundPark(
  settings: ParkSettings,
  ports: Ports,
  mail?: string,
): Promise<boolean> {
  const isNew = !(await ports.register.parks()).includes(settings.id);
  if (isNew) await openPark(settings, ports);
  await enterFirst(settings.id, officeContact(ports.outlets, mail), ports);
  await watchPark(await openContext(settings.id, ports), [], ports.now());
  return isNew;
}
