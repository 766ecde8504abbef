import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Contact } from '../domain/contact.ts';
import { DamagedRecord, UnknownPark } from '../domain/faults.ts';
import { Plan } from '../domain/plan.ts';
import type { PolicyVersion } from '../domain/policy.ts';
import type { Park, Register } from '../flows/ports.ts';
import { type Documents, get, put, queryAll, remove, under, versionIs } from './documents.ts';
import { orDamaged, ParkItem, PolicyItem, read, written } from './items.ts';
import { contactKey, parkKey, planKey, policyKey } from './table.ts';

/** The part of the register that says which parks there are, who is in them and how they work. */
type Parks = Pick<
  Register,
  | 'parks'
  | 'park'
  | 'putPark'
  | 'addPolicy'
  | 'policyPlanned'
  | 'contacts'
  | 'putContacts'
  | 'removeContact'
  | 'plan'
  | 'putPlan'
>;

/** The parks in the one table. */
export const dynamoParks = (documents: Documents): Parks => ({
  ...plansIn(documents),
  parks: async () => {
    const items = await Array.fromAsync(queryAll(documents, under('parks', 'park#')));
    return items.map(({ sk }) => String(sk).slice('park#'.length));
  },
  park: async (id) => {
    const item = await get(documents, parkKey(id));
    if (!item) throw new UnknownPark(id);
    return { ...read(ParkItem, item), policies: await policiesOf(documents, id) };
  },
  putPark: async (settings) => {
    await put(documents, written(ParkItem, settings, parkKey(settings.id)));
  },
  addPolicy: (park, adopted, wakeAt) => {
    const key = policyKey(park, adopted.policy.version);
    const item = { ...written(PolicyItem, { ...adopted, wakeAt }, key), park };
    return put(documents, item, versionIs(0));
  },
  policyPlanned: async (park, version) => {
    const { client, table } = documents;
    const Key = policyKey(park, version);
    await client.send(
      new UpdateCommand({ TableName: table, Key, UpdateExpression: 'REMOVE wakeAt' }),
    );
  },
  contacts: async (park) => {
    const items = await Array.fromAsync(queryAll(documents, under(`park#${park}`, 'contact#')));
    return items.map((item) => orDamaged(() => read(Contact, item)));
  },
  putContacts: async (park, contacts) => {
    for (const contact of contacts) {
      await put(documents, written(Contact, contact, contactKey(park, contact.id)));
    }
  },
  removeContact: (park, id) => remove(documents, contactKey(park, id)),
});

const plansIn = (documents: Documents): Pick<Register, 'plan' | 'putPlan'> => ({
  plan: async (park, year) => {
    const item = await get(documents, planKey(park, year));
    return item && read(Plan, item);
  },
  putPlan: async (plan) => {
    await put(documents, written(Plan, plan, planKey(plan.park, plan.year)));
  },
});

/** A park without a policy, or with one that cannot be read, has no rules to go by. */
async function policiesOf(documents: Documents, park: string): Promise<Park['policies']> {
  const items = await Array.fromAsync(queryAll(documents, under(`park#${park}`, 'policy#')));
  const [first, ...later] = items.map((item): PolicyVersion => {
    const { wakeAt: _, ...adopted } = read(PolicyItem, item);
    return adopted;
  });
  if (first) return [first, ...later];
  const { pk, sk } = policyKey(park, 1);
  throw new DamagedRecord(`${pk} / ${sk}`);
}
