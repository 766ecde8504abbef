import { beforeEach, describe, expect, it } from 'vitest';
import { portalApp } from '../../../functions/portal/app.tsx';
import { aPortal, HOME, samplePark, signedInAs, type Visitor } from '../../support/portal.ts';
import type { World } from '../../support/world.ts';

type Pair = readonly [string, string];

const hidden = (page: string): readonly Pair[] =>
  [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']): Pair => [name, value],
  );

describe('the column of dates', () => {
  let world: World;
  let office: Visitor;
  let send: (fields: readonly Pair[]) => Promise<string>;
  beforeEach(async () => {
    world = await samplePark('2022-06-15');
    const portal = aPortal(world);
    office = await signedInAs('office', portal);
    const type = { 'content-type': 'application/x-www-form-urlencoded', origin: HOME };
    const app = portalApp(portal);
    const signed = await app.request(`${HOME}/sign-in`, {
      method: 'POST',
      headers: type,
      body: 'contact=office',
    });
    const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? '';
    send = async (fields) => {
      const body = new URLSearchParams(
        fields.map(([name, value]): [string, string] => [name, value]),
      );
      const headers = { ...type, cookie };
      const answer = await app.request(`${HOME}/items/dates`, {
        method: 'POST',
        headers,
        body: body.toString(),
      });
      return answer.text();
    };
  });

  it('lists what has no date of its own, with the sentence of the plan below the title', async () => {
    const page = await office.text('/items/dates');
    expect(page).toContain('<input type="hidden" name="task" value="p22-012"/>');
    expect(page).toContain('原文：');
    expect(page).not.toContain('value="p22-071"');
    const owner = await signedInAs('anhuan-owner', aPortal(world));
    expect((await owner.get('/items/dates')).status).toBe(404);
    expect((await owner.post('/items/dates')).status).toBe(404);
  });

  it('takes dates as people write them, changes no empty row, and confirms them once', async () => {
    const rows: readonly Pair[] = [
      ['task', 'p22-012'],
      ['due', '7月31日'],
      ['task', 'p22-014'],
      ['due', ''],
      ['task', 'p22-016'],
      ['due', '2022-8-31'],
      ['why', '会议核定'],
    ];
    const preview = await send([...rows, ['step', 'preview']]);
    expect(preview).toContain('2022-12-31 → 2022-07-31');
    expect(preview).toContain('确认核定期限这 2 项');
    expect(world.stored('p22-012')?.version).toBe(1);
    const done = await send([...hidden(preview), ['step', 'make']]);
    expect(done).toContain('已办理 2 项');
    await send([...hidden(preview), ['step', 'make']]);
    const now = ['p22-012', 'p22-014', 'p22-016'].map((id) => world.stored(id));
    expect(now.map((each) => each?.version)).toEqual([2, 1, 2]);
    expect(now.map((each) => String(each?.task.due))).toEqual([
      '2022-07-31',
      '2022-12-31',
      '2022-08-31',
    ]);
    const [first, , third] = now.map((each) => each?.lastChange.batch);
    expect(first).toBeDefined();
    expect(first).toBe(third);
  });

  it('fills one date into the rows that are ticked, or into all that are empty', async () => {
    const rows: readonly Pair[] = [
      ['task', 'p22-012'],
      ['due', ''],
      ['task', 'p22-014'],
      ['due', '8/31'],
      ['task', 'p22-016'],
      ['due', ''],
      ['one', '10月31日'],
    ];
    const values = (page: string): readonly (string | undefined)[] =>
      ['p22-012', 'p22-014', 'p22-016'].map(
        (id) => new RegExp(`id="dates-due-${id}" name="due" value="([^"]*)"`).exec(page)?.[1],
      );
    const picked = await send([...rows, ['pick', 'p22-014'], ['step', 'fill']]);
    expect(values(picked)).toEqual(['', '10月31日', '']);
    const all = await send([...rows, ['step', 'fillAll']]);
    expect(values(all)).toEqual(['10月31日', '8/31', '10月31日']);
    expect(await send([...rows.slice(0, -1), ['step', 'fill']])).toContain('请先写要填的日期');
  });

  it('names every row that is no date, and keeps what was typed', async () => {
    const page = await send([
      ['task', 'p22-012'],
      ['due', '下周'],
      ['task', 'p22-014'],
      ['due', '8/31'],
      ['step', 'preview'],
    ]);
    expect(page).toContain('“下周”不是日期，可以写 7月31日、7/31 或 2022-7-31');
    expect(page).toContain('说明：');
    expect(page).toContain('name="due" value="8/31"');
    const none = await send([
      ['task', 'p22-012'],
      ['due', ''],
      ['why', '会议核定'],
      ['step', 'preview'],
    ]);
    expect(none).toContain('没有填日期');
  });

  it('names what cannot be dated, and goes back with all that was typed', async () => {
    const preview = await send([
      ['task', 'p22-012'],
      ['due', '6/1'],
      ['task', 'p22-014'],
      ['due', '8/31'],
      ['why', '会议核定'],
      ['step', 'preview'],
    ]);
    expect(preview).toContain('不能办理 1 项');
    expect(preview).toContain('2022-06-01 已经过去');
    const back = await send([...hidden(preview), ['step', 'fields']]);
    expect(back).toContain('id="dates-due-p22-012" name="due" value="6/1"');
    expect(back).toContain('id="dates-due-p22-014" name="due" value="8/31"');
  });
});
