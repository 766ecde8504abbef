import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aTask, contactsOf } from '../../support/builders.ts';
import { callerAs } from '../../support/caller.ts';
import { postId, sourceId } from '../../support/ids.ts';
import { SMALL_PLAN } from '../../support/plans.ts';
import { aPortal, signedInAs, type Visitor } from '../../support/portal.ts';
import { aSource, putSource } from '../../support/sources.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

const ID = sourceId('j22a');
const form = { answerDue: '2022-07-15', answerTo: '市政府督查室', answerWhat: '' };
const TITLE = '报送办结报告：《市督查室交办》';

let world: World;
let office: Visitor;

/** A source from above with one task that is open and one that is closed. */
async function open(readers: ReturnType<typeof aSource>['readers'] = null): Promise<void> {
  world = newWorld();
  world.goTo('2022-06-24 12:00');
  const tasks = [
    aTask({ id: 'j22a-001', source: ID }),
    aTask({ id: 'j22a-002', source: ID, status: 'closed' }),
  ];
  await settleIn(world, tasks, contactsOf('安环局', '招商局'));
  const about = { kind: 'superior', title: '市督查室交办', versions: [] } as const;
  await putSource(world, aSource({ id: ID, readers, ...about }));
  office = await signedInAs('office', aPortal(world));
}
beforeEach(() => open());

const enter = (fields: Partial<typeof form> = {}, version = '1'): Promise<Response> =>
  office.post(`/sources/${ID}/answer`, { ...form, ...fields, version });

describe('the page of a source', () => {
  it('enters what is to be reported, and says whether it can be', async () => {
    const answer = await enter();
    expect(answer.headers.get('location')).toBe('/sources/j22a?ok=answer');
    const page = await office.text('/sources/j22a');
    expect(page).toContain(
      '<a href="/items/j22a-00">7月15日（周五）前向市政府督查室报送办结报告</a>',
    );
    expect(page).toContain('2项中还有1项没有办结');
    expect(page).toContain('改报送：7月15日（周五）前向市政府督查室报送办结报告');
    expect(page).toMatch(/>2 项<\/a>/);
  });

  it('says that it can be reported once all is done, and that it was', async () => {
    await enter();
    await office.post('/items/j22a-001/withdraw', { version: '1', sure: 'yes' });
    expect(await office.text('/sources/j22a')).toContain('1项都已办结，可以报送了');
  });

  it('takes it away where its fields are emptied', async () => {
    await enter();
    await enter({ answerDue: '', answerTo: '' }, '2');
    expect(world.stored('j22a-00')?.task.status).toBe('withdrawn');
    expect(await office.text('/sources/j22a')).not.toContain('/items/j22a-00');
  });

  it('names what is wrong and keeps what was typed', async () => {
    for (const [fields, words] of [
      [{ answerDue: '' }, '填了报送给谁，请填报送日期'],
      [{ answerTo: '' }, '请写报送给谁'],
      [{ answerDue: '2022-06-23' }, '已经过去'],
    ] as const) {
      const answer = await enter(fields);
      const page = await answer.text();
      expect([answer.status, page]).toEqual([400, expect.stringContaining(words)]);
      expect(page).toContain('有错误：');
    }
    expect((await enter({}, '7')).status).toBe(400);
    expect(world.stored('j22a-00')).toBeUndefined();
  });

  it('offers the form to the office alone', async () => {
    const leader = await signedInAs('leader', aPortal(world));
    expect(await leader.text('/sources/j22a')).not.toContain('answerDue');
    expect((await leader.post('/sources/j22a/answer', { ...form, version: '1' })).status).toBe(404);
  });
});

describe('a report on a source', () => {
  it('stands on the office’s overview and calendar, and in no list', async () => {
    await enter();
    const overview = await office.text('/?year=2022');
    expect(overview).toContain('待报送 1 项');
    expect(overview).toContain(TITLE);
    expect(await office.text('/calendar?m=2022-07')).toContain('j22a-00');
    expect(await office.text('/items?year=2022')).not.toContain(TITLE);
    const leader = await signedInAs('leader', aPortal(world));
    expect(await leader.text('/')).not.toContain('待报送');
    expect(await leader.text('/calendar?m=2022-07')).not.toContain('j22a-00"');
  });

  it('of a restricted source is shown to those alone who may see it', async () => {
    await open([postId('unitHead@安环局')]);
    await enter();
    const leader = await signedInAs('leader', aPortal(world));
    expect((await leader.get('/items/j22a-00')).status).toBe(404);
    const head = await signedInAs('head-0', aPortal(world));
    expect((await head.get('/items/j22a-00')).status).toBe(200);
  });
});

describe('the call for what is to be reported', () => {
  const OneSource = z.object({
    answer: z.object({ due: z.string(), task: z.string(), open: z.int() }).nullable(),
  });

  it('enters it on the version that was seen, and takes it away', async () => {
    const call = await callerAs(world, 'office');
    const answer = { due: '2022-07-15', to: '市政府督查室' };
    const put = (body: unknown, version: string): Promise<Response> =>
      call('/sources/j22a/answer', body, { 'if-match': `"${version}"` }, 'PUT');
    const entered = await put({ answer }, '1');
    expect([entered.status, OneSource.parse(await entered.json())]).toEqual([
      200,
      { answer: { due: '2022-07-15', task: 'j22a-00', open: 1 } },
    ]);
    expect((await put({ answer: null }, '1')).status).toBe(412);
    const gone = await put({ answer: null }, '2');
    expect(OneSource.parse(await gone.json()).answer).toBeNull();
    expect((await put({ answer: { due: '2022-07-15', to: '' } }, '3')).status).toBe(422);
  });
});

describe('an item by hand', () => {
  const item = { title: '核查地下管线', leadUnit: '安环局', key: 'k1' };
  const superior = { ...item, from: 'superior', office: '市安委办', paper: '', received: '' };

  it('enters with its source what is to be reported on that', async () => {
    expect((await office.post('/items/new', { ...superior, ...form })).status).toBe(303);
    expect(world.stored('j22b-00')?.task.title).toBe(
      '报送办结报告：《市安委办交办》（报市政府督查室）',
    );
    expect(world.stored('j22b-001')?.task.title).toBe('核查地下管线');
    expect((await office.post('/items/new', { ...superior, ...form })).status).toBe(303);
    expect(world.stored('j22b-00a')).toBeUndefined();
  });

  it('names what is wrong before anything is registered', async () => {
    for (const [fields, words] of [
      [{ ...item, ...form }, '没有来源的事项不用报送'],
      [{ ...superior, ...form, answerDue: '2022-06-01' }, '已经过去'],
      [{ ...superior, ...form, answerTo: '' }, '请写报送给谁'],
    ] as const) {
      const answer = await office.post('/items/new', fields);
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(words)]);
    }
    expect(world.stored('j22b-001')).toBeUndefined();
  });
});

describe('an upload', () => {
  it('takes what is to be reported on it, and names what is wrong', async () => {
    const file = new File([SMALL_PLAN], '通知.txt');
    const wrong = await office.upload('/plans', file, { key: 'k', ...form, answerTo: '' });
    expect([wrong.status, await wrong.text()]).toEqual([
      400,
      expect.stringContaining('请写报送给谁'),
    ]);
    expect((await office.upload('/plans', file, { key: 'k', ...form })).status).toBe(303);
    const [kept] = await world.collections.reviews.all('linxiang');
    expect(kept && 'value' in kept && kept.value.answer?.to).toBe('市政府督查室');
    const pasted = { text: SMALL_PLAN, kind: 'meeting', ...form, answerDue: '2022-06-01' };
    const late = await office.post('/plans/paste', pasted);
    expect([late.status, await late.text()]).toEqual([400, expect.stringContaining('已经过去')]);
  });
});
