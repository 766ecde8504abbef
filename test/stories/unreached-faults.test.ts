import { describe, expect, it } from 'vitest';
import { topicWith } from '../../functions/domain/contacts/outlets.ts';
import type { Ports } from '../../functions/flows/ports.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import {
  aStage,
  contacts,
  OWNER,
  officeReads,
  ownersDigest,
  standing,
  toldTo,
} from '../support/addresses.ts';
import { type Call, type FaultMode, faulty, isBetweenPublishAndMark } from '../support/faults.ts';
import { wake } from '../support/requests.ts';

describe('a run that fails over a contact that nothing reaches', () => {
  it('sends nothing while it cannot see who is reached, and all of it once it can', async () => {
    const byMail = contacts({ channels: ['mail'], mail: OWNER });
    const known = [officeReads, standing(OWNER, 'owner-0', 'confirmed')];
    const { world, ports } = await aStage(topicWith([]), known, byMail);
    const blind: Ports = {
      ...ports,
      book: { ...ports.book, all: () => Promise.reject(new Error('throttled')) },
    };
    world.goTo('2022-06-27 08:00');
    await expect(wake('linxiang', blind)).rejects.toThrow('throttled');
    expect(world.messages).toEqual([]);
    world.goTo('2022-06-27 08:20');
    await sweep(ports);
    expect(world.messages.map(({ contact }) => contact).toSorted()).toEqual(['office', 'owner-0']);
  });

  const MODES: readonly FaultMode[] = ['throws', 'losesAnswer', 'diesBefore', 'diesAfter'];

  it.each(MODES)('still tells the office: each call once %s', async (mode) => {
    for (let number = 1, isOver = false; !isOver; number += 1) {
      const { world, ports } = await aStage(topicWith([]));
      let failed: Call | undefined;
      const plan = (call: Call): FaultMode | undefined => {
        if (call.number !== number) return undefined;
        failed = call;
        return mode;
      };
      world.goTo('2022-06-27 08:00');
      await wake('linxiang', faulty(ports, plan)).catch(() => undefined);
      for (const time of ['08:30', '09:45']) {
        world.goTo(`2022-06-27 ${time}`);
        await sweep(ports);
      }
      isOver = failed === undefined;
      expect(ownersDigest(world)?.state).toBe('unreached');
      expect(toldTo(world, 'owner-0')).toEqual([]);
      const told = toldTo(world, 'office')
        .join('\n')
        .match(/给安环局责任人的提醒没有发出/g);
      const mayRepeat = failed !== undefined && isBetweenPublishAndMark(failed, mode);
      expect(mayRepeat ? [1, 2] : [1], `call ${number}`).toContain(told?.length);
    }
  });
});
