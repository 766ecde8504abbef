import { describe, expect, it } from 'vitest';
import { aPortal, samplePark, signedInAs } from '../../support/portal.ts';

const WORK = '/items/p22-071';

describe('the nodes of a work, on its pages', () => {
  it('are proposed from a template, entered by the office, and shown under the work', async () => {
    const world = await samplePark();
    const office = await signedInAs('office', aPortal(world));
    expect(await office.text(WORK)).toContain(`${WORK}/nodes?from=investment`);
    const form = await office.text(`${WORK}/nodes?from=investment`);
    expect(form).toContain('value="框架协议"');
    expect(form).toContain('value="2022-06-30"');
    const fields = { 'title-0': '洽谈', 'due-0': '2022-06-20', 'unit-0': '', 'weight-0': '2' };
    const answer = await office.post(`${WORK}/nodes`, { ...fields, why: '', key: 'k' });
    expect(answer.status).toBe(303);
    expect(world.stored('p22-071.n1')?.task).toMatchObject({ title: '洽谈' });
    const page = await office.text(WORK);
    expect(page).toContain('/items/p22-071.n1');
    const register = await office.text('/items');
    expect(register).toContain('节点0/1，下一个：洽谈');
    expect(register).not.toContain('href="/items/p22-071.n1"');
    const [, rows] = /<span class="subtitle">(\d+) 项/.exec(register) ?? [];
    expect(register).toContain(`<small>${rows} 项</small>`);
    expect(await office.text('/sources/p22')).toContain(`${rows} 项</a>`);
    expect(await office.text('/items/p22-071.n1')).toContain('》节点“洽谈”');
  });

  it('come back with what is wrong, and are not the unit’s to enter', async () => {
    const world = await samplePark();
    const office = await signedInAs('office', aPortal(world));
    const owner = await signedInAs('anhuan-owner', aPortal(world));
    const late = { 'title-0': '洽谈', 'due-0': '2022-09-30', 'unit-0': '', 'weight-0': '' };
    const refused = await office.post(`${WORK}/nodes`, late);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('晚于事项的期限 2022-06-30');
    const empty = await office.post(`${WORK}/nodes`, { 'title-0': '' });
    expect(await empty.text()).toContain('请至少填写一个节点的名称和期限');
    expect((await owner.get(`${WORK}/nodes`)).status).toBe(404);
    expect((await owner.post(`${WORK}/nodes`, late)).status).toBe(400);
    expect(world.stored('p22-071.n1')).toBeUndefined();
  });
});
