import { beforeEach, describe, expect, it } from 'vitest';
import { callerAs } from '../../support/caller.ts';
import { aPortal, samplePark, signedInAs, type Visitor } from '../../support/portal.ts';
import type { World } from '../../support/world.ts';

const why = '会议定的';

describe('taking back on the page of a task', () => {
  let world: World;
  let office: Visitor;
  beforeEach(async () => {
    world = await samplePark('2022-06-15');
    office = await signedInAs('office', aPortal(world));
    world.goTo('2022-06-15 10:34');
    await office.post('/items/p22-071/reassign', { leadUnit: '招商局', why });
  });

  it('is offered for ten minutes, and puts the task back', async () => {
    const page = await office.text('/items/p22-071');
    expect(page).toContain('“改派”可在 10:44 前撤回。');
    const version = /action="\/items\/p22-071\/undo".*?name="version" value="(\d+)"/s.exec(
      page,
    )?.[1];
    expect(version).toBe('2');
    const answer = await office.post('/items/p22-071/undo', { version: '2' });
    expect(answer.status).toBe(303);
    expect(world.stored('p22-071')?.task.leadUnit).toBe('安环局');
    const after = await office.text('/items/p22-071');
    expect(after).not.toContain('前撤回');
    expect(after).toContain('<td>撤回：改派</td>');
    expect(after).toContain('<td>改派</td>');
  });

  it('is not offered later, where a press says what can be done instead', async () => {
    world.goTo('2022-06-15 10:45');
    expect(await office.text('/items/p22-071')).not.toContain('前撤回');
    const answer = await office.post('/items/p22-071/undo', { version: '2' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('不能撤回。请再办一次“改派”。');
    expect((await office.post('/items/p22-071/undo', { version: 'x' })).status).toBe(400);
  });

  it('is neither offered to an owner nor done by one', async () => {
    const owner = await signedInAs('zhaoshang-owner', aPortal(world));
    expect(await owner.text('/items/p22-071')).not.toContain('前撤回');
    expect((await owner.post('/items/p22-071/undo', { version: '2' })).status).toBe(400);
    expect(world.stored('p22-071')?.task.leadUnit).toBe('招商局');
  });
});

describe('taking back a bulk', () => {
  let world: World;
  let office: Visitor;
  beforeEach(async () => {
    world = await samplePark('2022-06-15');
    office = await signedInAs('office', aPortal(world));
    world.goTo('2022-06-15 10:34');
  });

  it('is offered on the page that says what was done; what was moved since is named', async () => {
    const batch = 'batch-1';
    for (const id of ['p22-062', 'p22-071']) {
      const form = { act: 'suspend', task: id, why, step: 'make', batch };
      const done = await (await office.post('/items/bulk', form)).text();
      expect(done).toContain('可在 10:44 前整批撤回');
      expect(done).toContain('action="/items/bulk/undo"');
    }
    await office.post('/items/p22-062/resume', { why });
    for (const [id, text] of [
      ['p22-062', '“p22-062”刚被改动：office恢复'],
      ['p22-071', '已撤回 1 项'],
    ] as const) {
      const answer = await office.post('/items/bulk/undo', { batch, task: id });
      expect(await answer.text()).toContain(text);
    }
    expect(world.stored('p22-071')?.task.status).toBe('inProgress');
    const again = await office.post('/items/bulk', {
      act: 'suspend',
      task: 'p22-071',
      why,
      step: 'make',
      batch,
    });
    expect(await again.text()).toContain('这一步已经撤回');
    expect(await (await office.post('/items/bulk/undo', { batch })).text()).toContain('没有撤回');
  });
});

describe('taking back by the API', () => {
  it('names the version of one task, or the bulk of several', async () => {
    const world = await samplePark('2022-06-15');
    world.goTo('2022-06-15 10:34');
    const call = await callerAs(world, 'office');
    const moved = await call(
      '/items/p22-071/moves',
      { act: 'suspend', why },
      { 'If-Match': '"1"' },
    );
    expect(moved.headers.get('ETag')).toBe('"2"');
    const back = await call('/items/p22-071/undo', { version: 2 });
    expect(await back.json()).toMatchObject({ status: 'inProgress', version: 3 });
    expect((await call('/items/p22-071/undo', { version: 1 })).status).toBe(409);
    expect((await call('/items/p22-099x/undo', { version: 1 })).status).toBe(404);

    const items = [{ id: 'p22-071' }, { id: 'p22-062' }];
    const made = await call('/items/moves', { items, move: { act: 'withdraw', why } });
    const { batch } = (await made.json()) as { batch: string };
    const ids = ['p22-071', 'p22-062', 'p22-011'];
    const undone = await call('/items/undo', { batch, items: ids });
    expect(await undone.json()).toMatchObject({
      lines: [
        { refusal: null },
        { refusal: null },
        { refusal: expect.stringContaining('刚被改动') },
      ],
    });
    expect(world.stored('p22-062')?.task.status).toBe('inProgress');
  });
});
