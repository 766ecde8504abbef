import { beforeEach, describe, expect, it } from 'vitest';
import { ProblemBody } from '../../../functions/portal/api/problem.ts';
import { HolidaysBody, NoticeBody } from '../../../functions/portal/calendar/schemas.ts';
import { aTask, contactsOf } from '../../support/builders.ts';
import { type Caller, callerAs, statusesOf } from '../../support/caller.ts';
import { notice2027 } from '../../support/notices.ts';
import { faults } from '../../support/portal.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

let world: World;
let office: Caller;
beforeEach(async () => {
  world = newWorld();
  world.goTo('2026-12-01 10:00');
  await settleIn(world, [aTask()], contactsOf('安环局'));
  office = await callerAs(world, 'office');
});

const wish = { text: notice2027 };

describe('the holidays', () => {
  it('are read without a change, entered on the version that was read, and removed', async () => {
    const read = await office('/holidays');
    expect(read.headers.get('etag')).toBe('"0"');
    const sources = HolidaysBody.parse(await read.json()).years.map(({ source }) => source);
    expect(sources).toEqual(['builtIn', 'lawOnly']);
    const notice = NoticeBody.parse(await (await office('/holidays/reading', wish)).json());
    expect(notice).toMatchObject({ year: 2027, questions: [], unread: [] });
    expect((await office('/holidays')).headers.get('etag')).toBe('"0"');

    const entered = await office('/holidays/2027', wish, { 'if-match': '"0"' }, 'PUT');
    expect({ status: entered.status, etag: entered.headers.get('etag') }).toEqual({
      status: 200,
      etag: '"1"',
    });
    const { years } = HolidaysBody.parse(await entered.json());
    expect(years.at(-1)).toMatchObject({
      year: 2027,
      source: 'entered',
      entered: { by: '园区办', text: notice2027 },
    });
    const late = await office('/holidays/2027', wish, { 'if-match': '"0"' }, 'PUT');
    expect(late.status).toBe(412);
    const { current, yours } = ProblemBody.parse(await late.json());
    expect(HolidaysBody.parse(current).years.at(-1)?.source).toBe('entered');
    expect(yours).toEqual(wish);
    expect((await office('/holidays/2027', wish, {}, 'PUT')).status).toBe(428);

    const gone = await office('/holidays/2027', undefined, { 'if-match': '"1"' }, 'DELETE');
    expect(HolidaysBody.parse(await gone.json()).years.at(-1)?.source).toBe('lawOnly');
  });

  it('are entered once of eight who saw the same version', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => office('/holidays/2027', wish, { 'if-match': '"0"' }, 'PUT')),
    );
    expect(statusesOf(answers)).toEqual([200, ...Array(7).fill(412)]);
    expect((await world.register.holidays('linxiang')).version).toBe(1);
  });

  it('are refused with every question that is open, and taken once they are accepted', async () => {
    const text = `${notice2027}\n6月16日（星期三）上班。`;
    const read = NoticeBody.parse(await (await office('/holidays/reading', { text })).json());
    expect(read.questions.map(({ key }) => key)).toEqual(['work-2027-06-16']);
    const refused = await office('/holidays/2027', { text }, { 'if-match': '"0"' }, 'PUT');
    expect(refused.status).toBe(422);
    expect(JSON.stringify(await refused.json())).toContain('但它本来就是工作日');
    const accepted = read.questions.map(({ key }) => key);
    const taken = await office('/holidays/2027', { text, accepted }, { 'if-match': '"0"' }, 'PUT');
    expect(taken.status).toBe(200);
  });

  it('of another year than the address are refused, and of no year not found', async () => {
    const other = await office('/holidays/2028', wish, { 'if-match': '"0"' }, 'PUT');
    expect(other.status).toBe(422);
    expect((await office('/holidays/never', wish, { 'if-match': '"0"' }, 'PUT')).status).toBe(404);
    const none = await office('/holidays/2027', undefined, { 'if-match': '"0"' }, 'DELETE');
    expect(none.status).toBe(422);
  });

  it('are only the office’s to enter', async () => {
    const leader = await callerAs(world, 'leader');
    expect((await leader('/holidays')).status).toBe(200);
    expect((await leader('/holidays/reading', wish)).status).toBe(403);
    const answer = await leader('/holidays/2027', wish, { 'if-match': '"0"' }, 'PUT');
    expect(answer.status).toBe(403);
  });

  it('hold also where a record could not be planned by them yet', async () => {
    const ensureSlot = (): Promise<void> => Promise.reject(new Error('throttled'));
    const clock = { ...world.ports.clock, ensureSlot };
    const slow = await callerAs(world, 'office', { ports: { ...world.ports, clock } });
    const entered = await slow('/holidays/2027', wish, { 'if-match': '"0"' }, 'PUT');
    expect(entered.status).toBe(200);
    expect(faults.at(-1)).toContain('holidays were changed');
    expect(world.waking().some(({ ref }) => ref.record === 'holidays')).toBe(true);
  });
});
