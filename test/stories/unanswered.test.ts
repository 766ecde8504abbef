import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../functions/domain/policy/default-policy.ts';
import type { Move } from '../../functions/domain/tasks/move.ts';
import { day, deadlinesOnly } from '../support/builders.ts';
import { wake } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import { ask, disown, live, move, park, report } from './climbing.ts';

/** What the responsible leader reads at the beginning of the next month. */
async function leadersSheet(world: World): Promise<string> {
  world.goTo('2022-07-01 08:00');
  await wake('linxiang', world.ports);
  const sheet = world.messages.findLast(({ text }) => text.includes('督办月报'));
  return sheet?.text ?? '';
}

const policy = { ...deadlinesOnly, sheets: defaultPolicy.sheets };

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
    const world = await park({}, policy);
    await live(world, '2022-06-27', '2022-06-29');
    world.goTo('2022-06-29 09:00');
    if (answer) await move(world, 'owner-0', answer);
    const sheet = await leadersSheet(world);
    expect(sheet).toContain(says);
  });

  it.each<{ how: string; answer: Move; decision: Move }>([
    { how: 'asked and was refused', answer: ask, decision: { act: 'refuse' } },
    { how: 'disputed and was kept', answer: disown, decision: { act: 'keep' } },
    {
      how: 'reported done and was returned',
      answer: { act: 'submit' },
      decision: { act: 'return' },
    },
  ])('is nobody who $how before', async ({ answer, decision }) => {
    const world = await park({ due: day('2022-07-02') }, policy);
    await live(world, '2022-06-29', '2022-06-29');
    world.goTo('2022-06-29 09:00');
    await move(world, 'owner-0', answer);
    world.goTo('2022-06-30 09:00');
    await move(world, 'office', decision);
    expect(await leadersSheet(world)).toContain('6月发出的提醒，没有等待签收的。');
  });

  it.each<{ what: Move }>([{ what: ask }, { what: disown }])(
    'is nobody who waits for the office himself: $what.act',
    async ({ what }) => {
      const world = await park({}, policy);
      await live(world, '2022-06-27', '2022-06-28');
      await move(world, 'owner-0', what);
      await live(world, '2022-06-29', '2022-06-30');
      expect(await leadersSheet(world)).toContain('6月发出的提醒，没有等待签收的。');
    },
  );

  it('is nobody whose task was suspended since, once it goes on', async () => {
    const world = await park({ due: day('2022-07-02') }, policy);
    await live(world, '2022-06-29', '2022-06-29');
    world.goTo('2022-06-29 09:00');
    await move(world, 'office', { act: 'suspend' });
    world.goTo('2022-06-30 09:00');
    await move(world, 'office', { act: 'resume' });
    expect(await leadersSheet(world)).toContain('6月发出的提醒，没有等待签收的。');
  });
});
