import { describe, expect, it } from 'vitest';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import type { Move } from '../../functions/domain/tasks/move.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import { answerSource } from '../../functions/flows/sources/answer-source.ts';
import { readBoard } from '../../functions/flows/views/board.ts';
import { accountOf as yearAccountOf } from '../../functions/flows/years/year-account-of.ts';
import { aTask, contactsOf, day } from '../support/builders.ts';
import { sourceId, taskId } from '../support/ids.ts';
import { changeTask, reconcilePark } from '../support/requests.ts';
import { aSource, putSource } from '../support/sources.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';
import { live } from './climbing.ts';

const ID = sourceId('j22a');
const answer = { due: day('2022-06-30'), to: '市政府督查室', what: '办结报告' };

const want = async (world: World, wanted: typeof answer | null): Promise<void> =>
  answerSource(
    await openContext('linxiang', world.ports),
    { by: 'office', via: '测试' },
    { id: ID, answer: wanted },
  );

/** A task from above with two items, due for 安环局 on June 20 and 24, and a report on them on June 30. */
async function park(): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-15 09:00');
  const tasks = ['2022-06-20', '2022-06-24'].map((due, at) =>
    aTask({ id: `j22a-00${at + 1}`, title: `整改第${at + 1}处`, source: ID, due: day(due) }),
  );
  await settleIn(world, tasks, contactsOf('安环局'));
  await putSource(
    world,
    aSource({ id: ID, kind: 'superior', title: '市督查室交办', versions: [] }),
  );
  await want(world, answer);
  return world;
}

const act = (world: World, task: string, by: string, move: Move): Promise<unknown> =>
  changeTask(
    { park: 'linxiang', task: taskId(task), by, why: '说明', via: '测试' },
    move,
    world.ports,
  );

/** Who is notified of the report on which day, and on what occasion. */
const told = (world: World): readonly string[] =>
  world.deliveries
    .filter(({ key }) => key.startsWith('j22a-00/'))
    .map(({ at, contact, key }) => `${at.slice(5, 10)} ${contact} ${key.split('/')[1]}`);

/** What the last message to the office says of the items of the source, and asks. */
const wordsToOffice = (world: World): readonly string[] => {
  const text = world.messages.findLast(({ contact }) => contact === 'office')?.text ?? '';
  const [, own = ''] = text.split('报送办结报告：');
  return own.split('\n').filter((line) => /^(来源事项|要求)：/.test(line));
};

describe('a source that is to be answered', () => {
  it('wakes for the office as a task does, and says how many of its items are open', async () => {
    const world = await park();
    await live(world, '2022-06-16', '2022-06-27');
    expect(told(world)).toEqual(['06-23 office before-7', '06-27 office before-3']);
    expect(wordsToOffice(world)).toEqual([
      '来源事项：2项中还有2项没有办结',
      '要求：请抓紧报送，报送后报办结；确需推迟的，请与来文单位商定后改报送日期。',
    ]);
    await live(world, '2022-06-28', '2022-07-05');
    expect(told(world)).toEqual([
      '06-23 office before-7',
      '06-27 office before-3',
      '06-29 office before-1',
      '06-29 principal before-3',
      '06-30 office due',
      '07-01 office overdue-1',
      '07-01 office overdue-1',
      '07-05 office overdue-3',
      '07-05 office overdue-3',
      '07-05 office overdue-3',
      '07-05 principal overdue-1',
    ]);
    expect(wordsToOffice(world)[1]).toBe(
      '要求：请立即报送，报送后报办结；已经商定推迟的，请改报送日期。',
    );
  });

  it('can be answered once its items are done, and is silent when it was', async () => {
    const world = await park();
    for (const item of ['j22a-001', 'j22a-002']) {
      await act(world, item, 'owner-0', { act: 'submit' });
      await act(world, item, 'office', { act: 'verify' });
    }
    await live(world, '2022-06-16', '2022-06-27');
    expect(wordsToOffice(world)[0]).toBe('来源事项：2项都已办结，可以报送了');
    await act(world, 'j22a-00', 'office', { act: 'submit' });
    await act(world, 'j22a-00', 'office', { act: 'verify' });
    const before = told(world);
    await live(world, '2022-06-28', '2022-07-15');
    expect(told(world)).toEqual(before);
    expect(world.stored('j22a-00')?.task).toMatchObject({ status: 'closed' });
  });

  it('is given another date with its history, and says nothing for its old date', async () => {
    const world = await park();
    await live(world, '2022-06-16', '2022-06-23');
    await want(world, { ...answer, due: day('2022-07-29') });
    await live(world, '2022-06-24', '2022-07-22');
    expect(told(world)).toEqual(['06-23 office before-7', '07-22 office before-7']);
    const history = await world.register.history('linxiang', taskId('j22a-00'));
    expect(history.map(({ what, from, to }) => [what, from, to])).toEqual([
      ['登记', '', '推进中'],
      ['核定期限', '2022-06-30', '2022-07-29'],
    ]);
    expect(String(world.stored('j22a-00')?.task.originalDue)).toBe('2022-06-30');
  });

  it('is withdrawn and silent when it is taken away, and begins again under another id', async () => {
    const world = await park();
    await live(world, '2022-06-16', '2022-06-23');
    await want(world, null);
    await live(world, '2022-06-24', '2022-07-15');
    expect(told(world)).toEqual(['06-23 office before-7']);
    expect(world.stored('j22a-00')?.task.status).toBe('withdrawn');
    await want(world, { ...answer, due: day('2022-08-31') });
    expect(world.stored('j22a-00a')?.task).toMatchObject({ status: 'inProgress', answers: ID });
  });

  it('is reminded of in the next year, and is no open task of an earlier one', async () => {
    const world = await park();
    await want(world, { ...answer, due: day('2023-01-10') });
    await live(world, '2022-12-29', '2023-01-10');
    expect(told(world).slice(0, 3)).toEqual([
      '12-29 office before-15',
      '01-03 office before-7',
      '01-06 office before-3',
    ]);
    const texts = world.messages.flatMap(({ text }) => text.split('报送办结报告：')[1] ?? []);
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.join('')).not.toContain('往年未办结');
    const run = await openContext('linxiang', world.ports);
    const office = run.directory.contact('office') as Contact;
    expect((await readBoard(run, office, 2023)).answers).toHaveLength(1);
  });

  it('is counted nowhere among the promises', async () => {
    const world = await park();
    const run = await openContext('linxiang', world.ports);
    const office = run.directory.contact('office') as Contact;
    const { rows, hidden, years, answers } = await readBoard(run, office, 2022);
    expect(rows.map(({ task }) => task.id).toSorted()).toEqual(['j22a-001', 'j22a-002']);
    expect(hidden).toBe(0);
    expect(years.choices).toEqual([{ year: 2022, count: 2 }]);
    expect(answers.map(({ task }) => task.id)).toEqual(['j22a-00']);
    expect((await yearAccountOf(run, 2022)).account.total.promised).toBe(2);
    world.goTo('2022-06-15 23:00');
    await reconcilePark('linxiang', world.ports);
    await live(world, '2022-06-16', '2022-06-16');
    expect(world.messages.find(({ contact }) => contact === 'office')?.text).toContain('在督2项');
  });
});
