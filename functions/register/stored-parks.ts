import { DamagedRecord, UnknownPark } from '../domain/base/faults.ts';
import { ParkSettings } from '../domain/policy/park-settings.ts';
import type { PolicyVersion } from '../domain/policy/policy-version.ts';
import { Plan } from '../domain/sources/plan.ts';
import type { Park, Register } from '../flows/ports.ts';
import { type ItemStore, versionIs } from './item-store.ts';
import { PolicyItem, readItem, written } from './items.ts';
import { OLD_PLANS, parkKey, policyKey } from './table.ts';

/** The part of the register that says which parks there are and how they work. */
type Parks = Pick<
  Register,
  'parks' | 'park' | 'putPark' | 'addPolicy' | 'policyPlanned' | 'oldPlans'
>;

/** The parks in the one table. */
export const storedParks = (items: ItemStore): Parks => ({
  parks: async () => {
    const found = await Array.fromAsync(items.under('parks', 'park#'));
    return found.map(({ sk }) => String(sk).slice('park#'.length));
  },
  park: async (id) => {
    const item = await items.get(parkKey(id));
    if (!item) throw new UnknownPark(id);
    return { ...readItem(ParkSettings, item), policies: await policiesOf(items, id) };
  },
  putPark: async (settings) => {
    await items.put(written(ParkSettings, settings, parkKey(settings.id)));
  },
  addPolicy: (park, adopted, wakeAt) => {
    const key = policyKey(park, adopted.policy.version);
    const item = { ...written(PolicyItem, { ...adopted, wakeAt }, key), park };
    return items.put(item, versionIs(0));
  },
  oldPlans: async (park) => {
    const found = await Array.fromAsync(items.under(`park#${park}`, OLD_PLANS));
    return found.map((item) => readItem(Plan, item));
  },
  policyPlanned: async (park, version) => {
    await items.update(policyKey(park, version), { wakeAt: undefined }, [{}]);
  },
});

/** A park without a policy, or with one that cannot be read, has no rules to follow. */
async function policiesOf(items: ItemStore, park: string): Promise<Park['policies']> {
  const found = await Array.fromAsync(items.under(`park#${park}`, 'policy#'));
  const [first, ...later] = found.map((item): PolicyVersion => {
    const { wakeAt: _, ...adopted } = readItem(PolicyItem, item);
    return adopted;
  });
  if (first) return [first, ...later];
  const { pk, sk } = policyKey(park, 1);
  throw new DamagedRecord(`${pk} / ${sk}`);
}
