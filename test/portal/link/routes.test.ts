import { beforeEach, describe, expect, it } from 'vitest';
import { portalApp } from '../../../functions/portal/app.tsx';
import { taskId } from '../../support/ids.ts';
import { reassign } from '../../support/links.ts';
import { aPortal, linkTo, samplePark, type Visitor, visitor } from '../../support/portal.ts';
import type { World } from '../../support/world.ts';

const TASK = 'p22-071';

let world: World;
let link: string;
let owner: Visitor;
beforeEach(async () => {
  world = await samplePark('2022-06-15', '2022-06-30', '2022-07-01');
  link = linkTo(world, 'anhuan-owner');
  owner = visitor(aPortal(world));
});

const task = (): NonNullable<ReturnType<World['stored']>>['task'] => {
  const stored = world.stored(TASK);
  if (!stored) throw new Error('the platform is gone');
  return stored.task;
};

/** The link of a message to an owner that told of several tasks, and their ids. */
function severalTold(): { readonly path: string; readonly tasks: readonly string[] } {
  const digest = world
    .digests()
    .findLast((each) => each.post.startsWith('owner@') && each.notices.length > 1);
  const tasks = digest?.notices.flatMap((each) => (each.about === 'task' ? [each.task] : []));
  return { path: `/a/${digest?.code}`, tasks: [...new Set(tasks)] };
}

/** The hidden key of the form on the page. */
async function keyOf(): Promise<string> {
  return /name="key" value="([^"]+)"/.exec(await owner.text(link))?.[1] ?? '';
}

describe('the phone page', () => {
  it('says what is asked for, of whom, by when', async () => {
    const page = await owner.text(link);
    expect(page).toContain('致 安环局责任人');
    expect(page).toContain('红灯，已逾期1天');
    expect(page).toContain('完成高新区环境污染第三方治理工作平台建设任务');
    expect(page).toContain('6月30日（周四）〔原〕');
    expect(page).toContain('7月15日前有效');
  });

  it('changes nothing by being opened, by whatever opens it', async () => {
    const before = JSON.stringify([world.digests(), world.stored(TASK)]);
    const app = portalApp(aPortal(world));
    for (let times = 0; times < 100; times += 1) {
      await owner.get(link);
      const headers = { 'x-test-address': `198.51.100.${times}` };
      const answer = await app.request(`http://localhost${link}`, { method: 'HEAD', headers });
      expect(answer.status).toBe(200);
    }
    expect((await owner.get(`${link}/sign`)).status).not.toBe(303);
    expect(JSON.stringify([world.digests(), world.stored(TASK)])).toBe(before);
  });

  it('slows down who presses or guesses too often, and nobody else', async () => {
    const presses = await Promise.all(Array.from({ length: 25 }, () => owner.post(`${link}/sign`)));
    expect(presses.filter(({ status }) => status === 429)).toHaveLength(5);
    expect(await presses.at(-1)?.text()).toContain('操作太频繁');
    expect((await owner.get(link)).status).toBe(200);

    const app = portalApp(aPortal(world));
    const from = async (address: string, path: string): Promise<number> =>
      (await app.request(`http://localhost${path}`, { headers: { 'x-test-address': address } }))
        .status;
    const guess = (_: unknown, at: number): Promise<number> =>
      from('198.51.100.7', `/a/${String(at).padStart(12, '0')}`);
    const guesses = await Promise.all(Array.from({ length: 121 }, guess));
    expect(guesses.filter((status) => status === 429)).toHaveLength(1);
    expect(await from('198.51.100.7', link)).toBe(429);
    expect(await from('198.51.100.8', link)).toBe(200);
  });

  it('is signed for by one press, and then says so', async () => {
    const answer = await owner.post(`${link}/sign`);
    expect(answer.status).toBe(303);
    const page = await owner.text(answer.headers.get('location') ?? '');
    expect(page).toContain('已签收');
    expect(page).toContain('红灯');
    expect(page).not.toContain('>签收<');
  });

  it('takes a report, once though it was sent twice', async () => {
    const fields = { is: 'ok', progress: '85', other: '', why: '验收资料未齐', key: await keyOf() };
    const answer = await owner.post(`${link}/${TASK}`, fields);
    await owner.post(`${link}/${TASK}`, fields);
    expect(await owner.text(answer.headers.get('location') ?? '')).toContain('已收到进展');
    expect(task()).toMatchObject({ progress: 85, lastReport: { note: '验收资料未齐' } });
    const history = await world.register.history('linxiang', taskId(TASK));
    expect(history.map(({ what }) => what)).toEqual(['登记', '反馈']);
  });

  it('prefers the number that was typed, and refuses one that is none with the form as it was', async () => {
    await owner.post(`${link}/${TASK}`, { is: 'ok', progress: '0', other: '37', key: 'a' });
    expect(task().progress).toBe(37);
    const answer = await owner.post(`${link}/${TASK}`, { is: 'ok', other: '150', key: 'b' });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('<title>有错误：');
    expect(page).toContain('href="#p-progress">进度：请填 0 到 100 的整数');
    expect(page).toContain('value="150"');
    expect(task().progress).toBe(37);
  });

  it('asks at 100 % whether to report it done, and takes either answer', async () => {
    const all = { is: 'ok', progress: '0', other: '100', why: '全部建成', key: 'a' };
    const asked = await owner.post(`${link}/${TASK}`, all);
    expect(asked.status).toBe(200);
    const page = await asked.text();
    expect(page).toContain('<title>请确认：');
    expect(page).toContain('完成到 100%，要报办结吗？');
    expect(page).toContain('name="why" value="全部建成"');
    expect(page).not.toContain('没有办成');
    expect(task()).toMatchObject({ progress: 0, status: 'inProgress' });
    const only = { progress: '100', why: '全部建成', still: 'yes', key: 'b' };
    expect((await owner.post(`${link}/${TASK}`, only)).status).toBe(303);
    expect(task()).toMatchObject({ progress: 100, status: 'inProgress' });
    const done = { progress: '100', why: '全部建成', is: 'done', key: 'c' };
    expect((await owner.post(`${link}/${TASK}`, done)).status).toBe(303);
    expect(task().status).toBe('pendingReview');
  });

  it('reports it done, whatever stands in the hidden fields', async () => {
    await owner.post(`${link}/${TASK}`, {
      is: 'done',
      progress: '10',
      due: '2022-08-01',
      key: 'a',
    });
    expect(task()).toMatchObject({ status: 'pendingReview', progress: 100, request: null });
  });

  it('asks for more time only with a later date and a reason', async () => {
    const ask = { is: 'late', progress: '0', key: 'a' };
    const answer = await owner.post(`${link}/${TASK}`, { ...ask, due: '2022-06-01', why: '' });
    expect(await answer.text()).toContain('说明：请说明原因');
    const early = await owner.post(`${link}/${TASK}`, { ...ask, due: '2022-06-01', why: '设备' });
    expect(await early.text()).toContain('申请的日期 2022-06-01 不比现在的期限 2022-06-30 晚');
    await owner.post(`${link}/${TASK}`, { ...ask, due: '2022-07-31', why: '设备未到' });
    expect(task().request).toMatchObject({ why: '设备未到' });
  });

  it('hands the question whose it is to the office', async () => {
    const answer = await owner.post(`${link}/${TASK}`, { is: 'notMine', why: '', key: 'a' });
    expect(answer.status).toBe(400);
    await owner.post(`${link}/${TASK}`, { is: 'notMine', why: '由环保分局建设', key: 'a' });
    expect(task().disowned?.why).toBe('由环保分局建设');
  });

  it('does not reach another task of the park', async () => {
    const answer = await owner.post(`${link}/p22-001`, { is: 'done', key: 'a' });
    expect(answer.status).toBe(404);
    expect(world.stored('p22-001')?.version).toBe(1);
  });

  it('lists a message of several tasks, each with a page of its own', async () => {
    const { path, tasks } = severalTold();
    const page = await owner.text(path);
    expect(tasks.length).toBeGreaterThan(1);
    expect(page).toContain(`这条提醒有 ${tasks.length} 项`);
    for (const id of tasks) {
      expect(page).toContain(`href="${path}/${id}"`);
      expect(await owner.text(`${path}/${id}`)).toContain(`全部 ${tasks.length} 项`);
    }
  });

  it('shows and takes nothing of an item that was given to another unit, and says so', async () => {
    const { path, tasks } = severalTold();
    const [gone = '', kept = ''] = tasks;
    const title = world.stored(gone)?.task.title ?? '';
    expect(await owner.text(path)).toContain(title);
    const { version } = await reassign(world, gone, '安环局');
    const list = await owner.text(path);
    expect(list).not.toContain(title);
    expect(list).toContain('提醒里另有 1 项已改由别的岗位负责');
    const looked = await owner.get(`${path}/${gone}`);
    expect(looked.status).toBe(410);
    expect(await looked.text()).not.toContain(title);
    const pressed = await owner.post(`${path}/${gone}`, { is: 'ok', progress: '10', key: 'a' });
    expect(pressed.status).toBe(410);
    expect(await pressed.text()).toContain('刚才填写的没有记录');
    expect(world.stored(gone)?.version).toBe(version);

    const answer = await owner.post(`${path}/${kept}`, { is: 'ok', progress: '10', key: 'a' });
    expect(answer.status).toBe(303);
    const page = await owner.text(answer.headers.get('location') ?? '');
    expect(page).toContain('已收到进展');
    expect(page).toContain('也没有代为签收');
  });

  it.each([
    { what: '没有这个链接', status: 404, end: async () => void (link = '/a/aaaaaaaaaaaa') },
    { what: '链接已过期', status: 410, end: async () => world.goTo('2022-07-15 08:00') },
    {
      what: '链接已作废',
      status: 410,
      end: () => world.links.revoke(link.slice('/a/'.length), world.now()),
    },
  ])('says $what, and takes nothing any more', async ({ what, status, end }) => {
    await end();
    const answers = [
      await owner.get(link),
      await owner.get(`${link}/${TASK}`),
      await owner.post(`${link}/sign`),
      await owner.post(`${link}/${TASK}`, { is: 'done', key: 'a' }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(status);
      expect(await answer.text()).toContain(what);
    }
    expect(task().status).toBe('inProgress');
  });
});
