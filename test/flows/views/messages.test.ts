import { beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import type { Digest } from '../../../functions/domain/messages/digest.ts';
import { openContext } from '../../../functions/flows/context/open-context.ts';
import type { ParkContext } from '../../../functions/flows/context/park-context.ts';
import {
  readLoad,
  readMessages,
  readProofs,
  unansweredOf,
  unsignedCount,
} from '../../../functions/flows/views/messages.ts';
import { desk, PARK } from '../../stories/desk.ts';
import { taskId } from '../../support/ids.ts';
import type { World } from '../../support/world.ts';

let world: World;
let run: ParkContext;
beforeEach(async () => {
  world = await desk();
  run = await openContext(PARK, world.ports);
});

const contact = (id: string): Contact => run.directory.contact(id) as Contact;
const receivers = (digests: readonly Digest[]): readonly string[] =>
  [...new Set(digests.map(({ contact: who }) => String(who)))].toSorted();

describe('the messages of a park', () => {
  it('are all for the office, and for an owner those sent to them', async () => {
    expect(receivers(await readMessages(run, contact('office')))).toEqual(
      expect.arrayContaining(['owner-0', 'owner-1']),
    );
    expect(receivers(await readMessages(run, contact('owner-0')))).toEqual(['owner-0']);
  });

  it('come newest first', async () => {
    const sent = (await readMessages(run, contact('office'))).map(({ sentAt }) => String(sentAt));
    expect(sent).toEqual(sent.toSorted().toReversed());
  });

  it('wait for the signature of each owner who was notified of a task', async () => {
    const digests = await readMessages(run, contact('office'));
    const tasks = ['red', 'twin'].flatMap((id) => world.stored(id)?.task ?? []);
    const waiting = unansweredOf(digests, tasks, run);
    expect(waiting.map(({ post, count }) => `${post} ${count}`).toSorted()).toEqual([
      '安环局责任人 1',
      '招商局责任人 1',
    ]);
  });

  it('do not wait for a signature while nobody knows whether they arrived', async () => {
    const [digest] = await readMessages(run, contact('owner-0'));
    if (!digest) throw new Error('no message');
    expect(unsignedCount(digest)).toBe(1);
    expect(unsignedCount({ ...digest, state: 'unknown' })).toBe(0);
  });

  it('prove what an owner was notified of a task, to them and not to another owner', async () => {
    const proofs = await readProofs(run, contact('owner-0'), taskId('red'));
    expect(proofs.map(({ task }) => task)).toEqual(['red']);
    expect(await readProofs(run, contact('owner-1'), taskId('red'))).toEqual([]);
  });

  it('are counted for each contact by week', async () => {
    expect((await readLoad(run, contact('owner-0'))).map(({ contact: who }) => who)).toEqual([
      'owner-0',
    ]);
  });
});
