import { expect, it } from 'vitest';
import { taskId } from '../../support/ids.ts';
import { aPortal, linkTo, samplePark, visitor } from '../../support/portal.ts';
import { changeTask } from '../../support/requests.ts';

const TASK = 'p22-071';

it('the phone page shows why a task was returned above the form, until the next report', async () => {
  const world = await samplePark('2022-06-15', '2022-06-30', '2022-07-01');
  const link = linkTo(world, 'anhuan-owner');
  const owner = visitor(aPortal(world));
  const park = world.stored(TASK)?.task.park ?? '';
  const make = (by: string, act: 'submit' | 'return'): Promise<unknown> =>
    changeTask(
      { park, task: taskId(TASK), by, why: '缺验收<报告>', via: '网页' },
      { act },
      world.ports,
    );
  await make('anhuan-owner', 'submit');
  await make('office', 'return');
  const reason = '决定：7月1日（周五）园区办（督查室）退办，原因：缺验收&lt;报告&gt;。';
  const page = await owner.text(link);
  expect(page).toContain(reason);
  expect(page.indexOf(reason)).toBeLessThan(page.indexOf('<form'));
  await owner.post(`${link}/sign`);
  expect(await owner.text(link)).toContain(reason);
  world.goTo('2022-07-01 09:00');
  const key = /name="key" value="([^"]+)"/.exec(page)?.[1] ?? '';
  await owner.post(`${link}/${TASK}`, { is: 'ok', progress: '80', key });
  expect(world.stored(TASK)?.task.progress).toBe(80);
  expect(await owner.text(link)).not.toContain('决定：');
});
