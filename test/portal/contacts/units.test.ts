import { beforeEach, describe, expect, it } from 'vitest';
import { aTask, contactsOf } from '../../support/builders.ts';
import { callerAs } from '../../support/caller.ts';
import { fieldsIn } from '../../support/form.ts';
import { aPortal, signedInAs, type Visitor } from '../../support/portal.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

const PAGE = '/settings/units';
const OLD = '规划建设局';
const NEW = '自然资源和建设局';
const wish = { unit: OLD, to: NEW, on: '2022-06-15', why: '机构改革方案' };
const merging = { ...wish, to: '安环局' };

let world: World;
let office: Visitor;
beforeEach(async () => {
  world = newWorld();
  world.goTo('2022-06-15 09:00');
  const tasks = [
    aTask({ id: 'lx22-001', leadUnit: OLD }),
    aTask({ id: 'lx22-002', leadUnit: OLD, status: 'closed' }),
  ];
  await settleIn(world, tasks, contactsOf(OLD, '安环局'));
  office = await signedInAs('office', aPortal(world));
});

const unitOf = (id: string): string | undefined => world.stored(id)?.task.leadUnit;

/** The form that stands on the page that `answer` is, with more filled in. */
const confirmation = async (
  answer: Response,
  over: Readonly<Record<string, string>> = {},
): Promise<Record<string, string>> => ({ ...fieldsIn(await answer.text()), ...over });

describe('the page of units', () => {
  it('previews a renaming, does it once, and shows the former name', async () => {
    expect(await office.text(PAGE)).toContain('单位改名、并入');
    const preview = await office.post(`${PAGE}/preview`, wish);
    const fields = await confirmation(preview);
    expect(unitOf('lx22-001')).toBe(OLD);
    for (const _ of [1, 2]) {
      const done = await office.post(PAGE, fields);
      expect(done.headers.get('location')).toBe(`${PAGE}?ok=unitMoved`);
    }
    expect(unitOf('lx22-001')).toBe(NEW);
    expect(unitOf('lx22-002')).toBe(OLD);
    expect(await office.text(PAGE)).toContain(`原${OLD}，2022-06-15 起改名`);
    expect(await office.text('/units')).toContain(`${NEW}（原${OLD}）`);
    expect(await office.text('/units')).toContain(`${OLD}（现${NEW}，这里是已结束的事项）`);
    expect(await office.text(`/items?unit=${encodeURIComponent(OLD)}`)).toContain('lx22-001');
    expect(await office.text(`/items?q=${encodeURIComponent(OLD)}`)).toContain('lx22-001');
  });

  it('leaves what is of a closed year under the former name', async () => {
    world = newWorld();
    world.goTo('2022-06-15 09:00');
    const frozen = aTask({ id: 'lx22-003', leadUnit: OLD, status: 'suspended', yearClosed: true });
    await settleIn(world, [frozen], contactsOf(OLD, '安环局'));
    office = await signedInAs('office', aPortal(world));
    const call = await callerAs(world, 'office');
    const listed = JSON.stringify(await (await call('/directory/units')).json());
    expect(listed).toMatch(new RegExp(`"(name|unit)":"${OLD}"[^{}]*"tasks":0`, 'u'));
    const fields = await confirmation(await office.post(`${PAGE}/preview`, wish));
    await office.post(PAGE, fields);
    expect(unitOf('lx22-003')).toBe(OLD);
    expect(await office.text('/units')).toContain(`${OLD}（现${NEW}，这里是当时的名称）`);
  });

  it('asks who holds a post of both units', async () => {
    const preview = await office.post(`${PAGE}/preview`, merging);
    const fields = await confirmation(preview);
    const refused = await office.post(PAGE, fields);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('请选定并入以后由谁担任责任人');
    const chosen = { ...fields, 'head-owner': 'owner-1', 'head-unitHead': 'head-1' };
    expect((await office.post(PAGE, chosen)).status).toBe(303);
    expect(unitOf('lx22-001')).toBe('安环局');
  });

  it('arranges one for a later day and takes it back', async () => {
    const fields = await confirmation(
      await office.post(`${PAGE}/preview`, { ...wish, on: '2022-07-01' }),
    );
    const done = await office.post(PAGE, fields);
    expect(done.headers.get('location')).toBe(`${PAGE}?ok=unitAhead`);
    const page = await office.text(PAGE);
    expect(page).toContain('还没有生效');
    const id = /name="id" value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect((await office.post(`${PAGE}/cancellation`, { id })).status).toBe(303);
    expect((await office.post(`${PAGE}/cancellation`, { id })).status).toBe(400);
    expect(await office.text(PAGE)).not.toContain('还没有生效');
  });

  it('says what is wrong with a form', async () => {
    const empty = await office.post(`${PAGE}/preview`, { ...wish, to: '', why: '', on: '明天' });
    expect(empty.status).toBe(400);
    const text = await empty.text();
    for (const words of ['新名称：', '依据：请写明依据', '起始日期：'])
      expect(text).toContain(words);
    const same = await office.post(`${PAGE}/preview`, { ...wish, to: OLD });
    expect(await same.text()).toContain('新名称与现在的名称相同');
  });
});

describe('units through the API', () => {
  it('are listed, previewed, renamed once, and cancelled', async () => {
    const call = await callerAs(world, 'office');
    const previewed = (await (await call('/directory/units/preview', merging)).json()) as object;
    expect(previewed).toMatchObject({ isMerge: true, tasks: 1, doubled: [{ role: 'owner' }, {}] });
    expect((await call('/directory/units/moves', merging)).status).toBe(422);
    const later = { ...wish, on: '2022-07-01' };
    const ahead = (await (await call('/directory/units/moves', later)).json()) as { id: string };
    const cancelled = await call(
      `/directory/units/moves/${ahead.id}/cancellation`,
      undefined,
      {},
      'POST',
    );
    expect(await cancelled.json()).toEqual({ cancelled: ahead.id });
    const key = { 'idempotency-key': 'reform' };
    const [first, second] = [
      await (await call('/directory/units/moves', wish, key)).json(),
      await (await call('/directory/units/moves', wish, key)).json(),
    ];
    expect(second).toMatchObject({ id: (first as { id: string }).id });
    const listed = (await (await call('/directory/units')).json()) as object;
    expect(listed).toMatchObject({ moves: [{ unit: OLD, to: NEW, state: 'done' }] });
    expect(JSON.stringify(listed)).toContain(`"formerNames":[{"name":"${OLD}"`);
  });
});
