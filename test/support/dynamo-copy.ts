import { DamagedRecord } from '../../functions/domain/faults.ts';
import type { Books, Needs, Shelf } from '../../functions/flows/ports.ts';
import { startDynamo } from '../../functions/local/embedded-dynamo.ts';
import { storedPorts } from '../../functions/register/stored-ports.ts';
import type { World } from './world.ts';

/** What is in the one park of `world`, in a table that holds many parks. */
export async function inATable(
  world: World,
): Promise<{ readonly needs: Needs; readonly stop: () => Promise<void> }> {
  const { items, stop } = await startDynamo();
  const needs: Needs = { ...world.needs, ...storedPorts(items) };
  const { register, books } = world.needs;
  for (const id of await register.parks()) {
    const { policies, ...settings } = await register.park(id);
    await needs.register.putPark(settings);
    for (const policy of policies) await needs.register.addPolicy(id, policy, null);
    const contacts = (await register.contacts(id)).flatMap((each) =>
      each instanceof DamagedRecord ? [] : [each],
    );
    await needs.register.putContacts(id, contacts);
    for await (const task of register.tasks(id)) {
      if (!(task instanceof DamagedRecord)) await needs.register.create(task);
    }
    for (const name of Object.keys(books) as (keyof Books)[]) {
      await copy(books[name] as Shelf<unknown>, needs.books[name] as Shelf<unknown>, id);
    }
  }
  for (const digest of world.digests()) await needs.ledger.write(digest, 0);
  return { needs, stop };
}

async function copy(from: Shelf<unknown>, to: Shelf<unknown>, park: string): Promise<void> {
  for (const each of await from.all(park)) {
    if (!(each instanceof DamagedRecord)) await to.put(undefined, each);
  }
}
