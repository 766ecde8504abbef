import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../functions/domain/policy.ts';
import { wake } from '../../functions/flows/wake.ts';
import { deadlinesOnly } from '../support/builders.ts';
import type { World } from '../support/world.ts';
import { live, move, park, report } from './climbing.ts';

/** What the responsible leader reads at the beginning of the next month. */
async function leadersSheet(world: World): Promise<string> {
  world.goTo('2022-07-01 08:00');
  await wake('linxiang', world.needs);
  const sheet = world.messages.findLast(({ text }) => text.includes('督办月报'));
  return sheet?.text ?? '';
}

describe('who has not signed', () => {
  it.each([
    { how: 'nothing', answer: null, says: '1个岗位有1项没有签收，等得最久的是安环局责任人' },
    { how: 'a report', answer: report, says: '6月发出的提醒，没有等待签收的。' },
    {
      how: 'a submission',
      answer: { act: 'submit' } as const,
      says: '6月发出的提醒，没有等待签收的。',
    },
  ])('by $how stands so in the sheet of a leader', async ({ answer, says }) => {
    const policy = { ...deadlinesOnly, sheets: defaultPolicy.sheets };
    const world = await park({}, policy);
    await live(world, '2022-06-27', '2022-06-29');
    world.goTo('2022-06-29 09:00');
    if (answer) await move(world, 'owner-0', answer);
    const sheet = await leadersSheet(world);
    expect(sheet).toContain(says);
  });
});
