import { expect, it } from 'vitest';
import { callerAs } from '../../support/caller.ts';
import { taskId } from '../../support/ids.ts';
import { deskOf, emptyPark, PARK } from '../../support/plans.ts';
import { aPortal, signedInAs } from '../../support/portal.ts';
import { changeTask } from '../../support/requests.ts';

it('a publication is taken back on its page, which names what stays', async () => {
  const world = await emptyPark();
  world.goTo('2022-01-18 10:00');
  const desk = deskOf(world);
  const id = await desk.decided();
  const office = await signedInAs('office', aPortal(world));
  expect(await office.text(`/plans/${id}`)).not.toContain('撤回');
  await desk.publish(id);
  const page = await office.text(`/plans/${id}`);
  expect(page).toContain('可在 10:10 前撤回发布');
  expect(page).toContain(`action="/plans/${id}/undo"`);

  const mover = { park: PARK, task: taskId('p22-001'), by: 'office', why: '说明', via: '测试' };
  await changeTask(mover, { act: 'suspend' }, world.ports);
  const partly = await office.post(`/plans/${id}/undo`);
  expect(partly.status).toBe(400);
  const text = await partly.text();
  expect(text).toContain('已撤回2项，下列事项没有撤回：');
  expect(text).toMatch(/p22-001 .+：发布以后已经中止，留在登记表里。/);

  await desk.publish(id);
  world.goTo('2022-01-18 10:20');
  expect(await office.text(`/plans/${id}`)).not.toContain('撤回发布');
  const late = await office.post(`/plans/${id}/undo`);
  expect(await late.text()).toContain('已超过10分钟，不能撤回');
});

it('a publication is taken back through the API', async () => {
  const world = await emptyPark();
  const desk = deskOf(world);
  const id = await desk.decided();
  await desk.publish(id);
  const call = await callerAs(world, 'office');
  const answer = await call(`/plans/${id}/undo`, {});
  expect(await answer.json()).toEqual({ takenBack: 3, left: [] });
  expect((await call(`/plans/${id}/undo`, {})).status).toBe(422);
  const office = await signedInAs('office', aPortal(world));
  await desk.publish(id);
  const pressed = await office.post(`/plans/${id}/undo`);
  expect(pressed.headers.get('location')).toBe(`/plans/${id}?ok=unpublished`);
});
