import { expect, it } from 'vitest';
import { aTask, contactsOf } from '../../support/builders.ts';
import { taskId } from '../../support/ids.ts';
import { aPortal, HOME, linkTo, signedInAs, visitor } from '../../support/portal.ts';
import { wake } from '../../support/requests.ts';
import { newWorld, settleIn } from '../../support/world.ts';

it('a supporting unit finds one field behind its link, and its report on the page of the task', async () => {
  const world = newWorld();
  world.pages.at = HOME;
  world.goTo('2022-06-20 08:30');
  const task = aTask({ supportingUnits: ['招商局'] });
  await settleIn(world, [task], contactsOf('安环局', '招商局'));
  world.goTo('2022-06-30 08:00');
  await wake('linxiang', world.ports);
  const someone = visitor(aPortal(world));
  const link = linkTo(world, 'owner-1');
  const page = await someone.text(link);
  expect(page).toContain('本单位是配合单位，由安环局牵头');
  expect(page).not.toMatch(/要延期|不是我负责|name="progress"|\/sign"/);
  const key = /name="key" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const sent = { is: 'support', why: '', key };
  expect((await someone.post(`${link}/lx22-071`, sent)).status).toBe(400);
  const answer = await someone.post(`${link}/lx22-071`, { ...sent, why: '管网已移交' });
  expect(answer.status).toBe(303);
  expect(await someone.text(answer.headers.get('location') ?? '')).toContain('已收到配合情况');
  const history = await world.register.history('linxiang', taskId('lx22-071'));
  expect(history.at(-1)).toMatchObject({ what: '配合反馈', why: '管网已移交', via: '链接' });
  expect(history.filter(({ what }) => what === '配合反馈')).toHaveLength(1);

  const office = await signedInAs('office', aPortal(world));
  const shown = await office.text('/items/lx22-071');
  expect(shown).toContain('配合单位');
  expect(shown).toMatch(/招商局责任人：管网已移交/);
  expect(world.stored('lx22-071')?.task).toMatchObject({ progress: 0, lastReport: null });
  const helper = await signedInAs('owner-1', aPortal(world));
  expect((await helper.get('/items/lx22-071')).status).toBe(200);
});
