import { beforeEach, describe, expect, it } from 'vitest';
import { portalApp } from '../../../functions/portal/app.tsx';
import { aPortal, HOME, samplePark, signedInAs, type Visitor } from '../../support/portal.ts';
import type { World } from '../../support/world.ts';

const hidden = (page: string): [string, string][] =>
  [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')],
  );

describe('a bulk in the register', () => {
  let world: World;
  let office: Visitor;
  let send: (fields: readonly (readonly [string, string])[]) => Promise<Response>;
  beforeEach(async () => {
    world = await samplePark('2022-06-15');
    const portal = aPortal(world);
    office = await signedInAs('office', portal);
    const signed = await portalApp(portal).request(`${HOME}/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: HOME },
      body: 'contact=office',
    });
    const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? '';
    send = async (fields) =>
      portalApp(portal).request(`${HOME}/items/bulk`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: HOME, cookie },
        body: new URLSearchParams(
          fields.map(([name, value]): [string, string] => [name, value]),
        ).toString(),
      });
  });

  it('offers boxes to the office alone, and all of a filter as an address', async () => {
    const page = await office.text('/items?unit=安环局');
    expect(page).toContain('name="task" value="p22-071"');
    expect(page).toContain('&amp;all=yes">选中筛选的全部');
    const owner = await signedInAs('anhuan-owner', aPortal(world));
    expect(await owner.text('/items')).not.toContain('name="task"');
    expect((await owner.post('/items/bulk', { act: 'suspend', task: 'p22-071' })).status).toBe(404);
  });

  it('goes without script from the choice to fields, preview, confirmation and result', async () => {
    const first = await send([
      ['act', 'redate'],
      ['task', 'p22-071'],
      ['task', 'p22-062'],
      ['view', '/items?unit=x'],
    ]);
    const fields = await first.text();
    expect(fields).toContain('name="due"');
    const entered: [string, string][] = [
      ...hidden(fields),
      ['due', '2022-08-31'],
      ['why', '会议定的'],
      ['step', 'preview'],
    ];
    const preview = await (await send(entered)).text();
    expect(preview).toContain('2022-06-30 → 2022-08-31');
    expect(preview).toContain('确认核定期限这 2 项');
    expect(world.stored('p22-071')?.version).toBe(1);
    const confirmed = [...hidden(preview), ['step', 'make'] as const];
    const done = await (await send(confirmed)).text();
    expect(done).toContain('已办理 2 项');
    expect(done).toContain('href="/items?unit=x"');
    await send(confirmed);
    expect(world.stored('p22-071')).toMatchObject({ version: 2 });
    expect(world.stored('p22-071')?.lastChange.batch).toBe(
      world.stored('p22-062')?.lastChange.batch,
    );
  });

  it('names what was changed since the preview, and moves the rest', async () => {
    const preview = await (
      await send([
        ['act', 'suspend'],
        ['task', 'p22-071'],
        ['task', 'p22-062'],
        ['step', 'preview'],
      ])
    ).text();
    await office.post('/items/p22-071/redate', { due: '2022-07-15', why: '另定' });
    const done = await (await send([...hidden(preview), ['step', 'make']])).text();
    expect(done).toContain('没有办成 1 项');
    expect(done).toContain('“p22-071”刚被改动：office核定期限');
    expect(world.stored('p22-071')?.task.status).toBe('inProgress');
    expect(world.stored('p22-062')?.task.status).toBe('suspended');
  });

  it('takes all of a filter, and names what cannot be done', async () => {
    await office.post('/items/p22-071/suspend', { why: '' });
    const answer = await send([
      ['act', 'suspend'],
      ['all', 'yes'],
      ['view', `/items?unit=${encodeURIComponent('安环局')}`],
      ['step', 'preview'],
    ]);
    const page = await answer.text();
    expect(page).toContain('不能办理 1 项');
    expect(page).toContain('“中止”的事项不能中止');
    expect(hidden(page).filter(([name]) => name === 'task').length).toBeGreaterThan(5);
  });

  it.each([
    { of: 'no task', fields: [['act', 'suspend']], words: '没有选事项' },
    { of: 'no act', fields: [['task', 'p22-071']], words: '请选要办理什么' },
    {
      of: 'a withdrawal that is not confirmed',
      fields: [
        ['act', 'withdraw'],
        ['task', 'p22-071'],
        ['step', 'preview'],
      ],
      words: '请先勾选确认',
    },
    {
      of: 'no reason',
      fields: [
        ['act', 'reassign'],
        ['task', 'p22-071'],
        ['leadUnit', ''],
        ['step', 'preview'],
      ],
      words: '责任单位：不能为空',
    },
  ] as const)('is not carried out with $of', async ({ fields, words }) => {
    const answer = await send(fields);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(words);
    expect(world.stored('p22-071')?.version).toBe(1);
  });

  it('urges all that a unit has not finished, in one line', async () => {
    expect(await office.text('/units')).toContain('催办一个单位');
    const first = await send([
      ['act', 'urge'],
      ['unit', '安环局'],
      ['why', '请本周逐项说明进展'],
      ['when', 'now'],
      ['view', '/units'],
      ['step', 'preview'],
    ]);
    const preview = await first.text();
    expect(preview).toContain('即刻发出');
    const done = await (await send([...hidden(preview), ['step', 'make']])).text();
    expect(done).toContain('已办理');
    expect(done).toContain('回到责任');
    const urges = world.stored('p22-071')?.task.urges ?? [];
    expect(urges.map(({ words, by }) => [words, by])).toEqual([
      ['请本周逐项说明进展', '园区办（督查室）'],
    ]);
    expect(world.stored('p22-062')?.task.urges).toBeUndefined();
  });

  it('amends the area of many, and nothing else of them', async () => {
    const fields = await (
      await send([
        ['act', 'amend'],
        ['task', 'p22-071'],
      ])
    ).text();
    expect(fields).toContain('<option value="p22.3">');
    expect(fields).not.toContain('name="title"');
    const chosen: [string, string][] = [
      ['act', 'amend'],
      ['task', 'p22-071'],
      ['task', 'p22-062'],
    ];
    const why = ['why', '会议调整了分工'] as const;
    const empty = await send([...chosen, ['place', ''], why, ['step', 'preview']]);
    expect(empty.status).toBe(400);
    expect(await empty.text()).toContain('请选所属工作');
    const preview = await (
      await send([...chosen, ['place', 'p22.3'], why, ['step', 'preview']])
    ).text();
    expect(preview).toContain('确认调整所属工作这 2 项');
    await send([...hidden(preview), ['step', 'make']]);
    const before = (await samplePark('2022-06-15')).stored('p22-071')?.task;
    expect(world.stored('p22-071')?.task).toMatchObject({ area: 3, title: before?.title });
    expect(world.stored('p22-062')?.task).toMatchObject({ area: 3 });
    expect(world.stored('p22-071')?.lastChange).toMatchObject({
      what: '调整',
      why: '会议调整了分工',
    });
  });
});
