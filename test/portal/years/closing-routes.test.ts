import { beforeEach, describe, expect, it } from 'vitest';
import { aTask, at, day } from '../../support/builders.ts';
import { aPortal, HOME, signedInAs, type Visitor } from '../../support/portal.ts';
import type { World } from '../../support/world.ts';
import { januaryPark, yearsTasks } from '../../support/year-end.ts';

const asked = aTask({
  id: 'a4',
  title: '引入招商平台',
  due: day('2022-12-31'),
  request: {
    at: at('2022-12-29 10:00'),
    due: day('2023-03-31'),
    why: '招标流程未完',
    isLate: false,
    by: null,
  },
});
const reported = aTask({
  id: 'a5',
  title: '双电源建设',
  status: 'pendingReview',
  progress: 100,
  doneOn: day('2022-12-30'),
});

let world: World;
let office: Visitor;
beforeEach(async () => {
  world = await januaryPark([...yearsTasks, asked, reported]);
  world.pages.at = HOME;
  office = await signedInAs('office', aPortal(world));
});

const post = async (fields: Readonly<Record<string, string>>): Promise<string> =>
  (await office.post('/years/2022', fields)).text();

/** Decides everything that is open, but what is only reported done. */
async function decideAll(): Promise<void> {
  await post({
    'choice-a1': 'carryOver',
    'to-a1': '2023-06-30',
    'words-a1': '省厅二季度批复',
    'choice-a4': 'grantAndCarry',
    'to-a4': '2023-03-31',
    'choice-t1': 'asItIs',
  });
}

describe('the list by which a year is closed', () => {
  it('says what is left, who waits for an answer first, and is for the office alone', async () => {
    const page = await office.text('/years/2022');
    expect(page).toContain('还要定 3 项工作、1 项指标');
    expect(page.indexOf('有人等着答复的')).toBeLessThan(page.indexOf('没有办结的'));
    expect(page).toContain('去核验');
    expect(page).toContain('申请延到3月31日（周五）：招标流程未完');
    expect(page).toContain('按“截至11月”封账');
    expect(page).toContain('截至11月 386.4亿元');
    const owner = await signedInAs('owner-0', aPortal(world));
    expect((await owner.get('/years/2022')).status).toBe(404);
    expect((await owner.post('/years/2022', { step: 'close' })).status).toBe(404);
  });

  it('decides each line by itself, shows it and lets it be taken back', async () => {
    const done = await post({
      'choice-a1': 'carryOver',
      'to-a1': '2023-06-30',
      'words-a1': '省厅二季度批复',
      'choice-a4': '',
    });
    expect(done).toContain('已办理 1 项');
    expect(done).toContain('撤回');
    expect(done).toContain('href="/years/2022"');
    expect(world.stored('a1')?.task).toMatchObject({ plan: 2023, due: day('2023-06-30') });
    expect(world.stored('a1')?.lastChange.why).toBe('省厅二季度批复');
    expect(await office.text('/years/2022')).toContain('还要定 2 项工作、1 项指标');
  });

  it('changes nothing where something is wrong, and keeps what was typed', async () => {
    const page = await post({
      'choice-a1': 'carryOver',
      'to-a1': '',
      'words-a1': '省厅二季度批复',
      'choice-a4': 'grantAndCarry',
      'to-a4': '2023-03-31',
    });
    expect(page).toContain('<title>有错误：2022年收尾');
    expect(page).toContain('请填结转到哪一天');
    expect(page).toContain('value="省厅二季度批复"');
    expect(world.stored('a4')?.version).toBe(1);
  });

  it('shows what one decision for the picked lines would change before it is made', async () => {
    const nothing = await post({ step: 'preview', choice: 'suspend' });
    expect(nothing).toContain('请先勾选要一起定的事项');
    const preview = await post({
      step: 'preview',
      pick: 'a1',
      choice: 'suspend',
      words: '政策调整',
    });
    expect(preview).toContain('确认');
    expect(world.stored('a1')?.version).toBe(1);
    const hidden = [...preview.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
    await post({ ...fields, step: 'make' });
    expect(world.stored('a1')?.task.status).toBe('suspended');
    expect(world.stored('a1')?.lastChange.why).toBe('政策调整');
  });

  it('is not closed with something left, each named with a link', async () => {
    const page = await post({ step: 'ask' });
    expect(page).toContain('href="#closing-choice-a1"');
    expect(page).toContain('id="closing-choice-a1"');
    expect(page).toContain('《引入招商平台》还没有定');
    expect(await post({ step: 'close' })).toContain('《引入招商平台》还没有定');
    expect(await world.collections.years.find('linxiang', '2022')).toBeUndefined();
  });
});

describe('a year that is closed', () => {
  beforeEach(async () => {
    world = await januaryPark();
    world.pages.at = HOME;
    office = await signedInAs('office', aPortal(world));
    await decideAll();
  });

  it('is asked once, with its numbers, then closed, and can be taken back for ten minutes', async () => {
    const page = await post({ step: 'ask' });
    expect(page).toContain('封账以后，2022年的数字不再变');
    expect((await office.post('/years/2022', { step: 'close' })).status).toBe(303);
    expect(await office.text('/years/2022')).toContain('撤回封账');
    expect(await office.text('/?year=2022')).toContain('已关闭，结转 1 项');
    expect(await office.text('/years/2022/account')).toContain('已封账');
    await post({ step: 'undo' });
    expect(await office.text('/years/2022')).toContain('还没有封账');
  });

  it('is opened again with a reason', async () => {
    await post({ step: 'close' });
    world.goTo('2023-01-06 10:11');
    expect(await office.text('/years/2022')).not.toContain('撤回封账');
    expect(await post({ step: 'reopen', why: '' })).toContain('重新打开须写明原因');
    await post({ step: 'reopen', why: '漏报一项' });
    expect(await office.text('/years/2022')).toContain('还没有封账');
  });

  it('shows the same of its year in March as when it was closed', async () => {
    await post({ step: 'close' });
    const now = async (): Promise<readonly unknown[]> => [
      (await office.text('/items?year=2022')).match(/<table.*<\/table>/s)?.[0],
      await (await office.get('/api/v1/items?year=2022')).json(),
      await (await office.get('/api/v1/targets?year=2022')).json(),
      await (await office.get('/api/v1/units?year=2022')).json(),
      (await office.text('/bulletin?year=2022'))
        .match(/<main.*<\/main>/s)?.[0]
        .replaceAll(/2023年\d月\d+日/g, ''),
    ];
    const closed = await now();
    world.goTo('2023-03-10 09:00');
    expect(await now()).toEqual(closed);
  });

  it('is linked from the head of every page until it is closed, then from its own', async () => {
    for (const year of [2022, 2023]) {
      const head = await office.text(`/items?year=${year}`);
      expect(head).toContain('href="/years/2022">2022年收尾');
      expect(head).not.toContain('href="/years/2023"');
    }
    const owner = await signedInAs('owner-0', aPortal(world));
    expect(await owner.text('/items?year=2022')).not.toContain('收尾');
    await post({ step: 'close' });
    expect(await office.text('/items?year=2022')).toContain('href="/years/2022">2022年已封账');
    expect(await office.text('/items?year=2023')).not.toContain('href="/years/2022"');
  });
});
