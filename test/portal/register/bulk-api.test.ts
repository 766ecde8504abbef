import { beforeEach, describe, expect, it } from 'vitest';
import { callerAs } from '../../support/caller.ts';
import { samplePark } from '../../support/portal.ts';
import type { World } from '../../support/world.ts';

describe('a bulk by a call', () => {
  let world: World;
  beforeEach(async () => {
    world = await samplePark('2022-06-15');
  });

  it('amends only the area of many', async () => {
    const call = await callerAs(world, 'office');
    const items = [{ id: 'p22-071' }];
    const move = { act: 'amend', place: 'p22.3', why: '会议调整了分工' };
    const more = await call('/items/moves', { items, move: { ...move, title: '新标题' } });
    expect(more.status).toBe(422);
    expect(await more.text()).toContain('调整只能改所属工作');
    expect((await call('/items/moves', { items, move })).status).toBe(200);
    expect(world.stored('p22-071')?.task.area).toBe(3);
  });

  it('is the same as on the page, where each task may have a date of its own', async () => {
    const call = await callerAs(world, 'office');
    const body = {
      items: [
        { id: 'p22-071', version: 1, due: '2022-07-15' },
        { id: 'p22-062', version: 1 },
      ],
      move: { act: 'redate', due: '2022-08-31', why: '会议定的' },
    };
    const previewed = await call('/items/moves', { ...body, preview: true });
    const { lines } = (await previewed.json()) as { lines: { to: string }[] };
    expect(lines.map(({ to }) => to)).toEqual(['2022-07-15', '2022-08-31']);
    expect(world.stored('p22-071')?.version).toBe(1);
    expect((await call('/items/moves', body, { 'Idempotency-Key': 'k' })).status).toBe(200);
    expect((await call('/items/moves', body, { 'Idempotency-Key': 'k' })).status).toBe(200);
    expect(world.stored('p22-071')).toMatchObject({ version: 2 });
    expect(world.stored('p22-062')?.task.due?.toString()).toBe('2022-08-31');
    const suspend = { ...body, move: { act: 'suspend' } };
    expect((await call('/items/moves', suspend)).status).toBe(422);
    expect((await call('/items/moves', { ...body, move: { act: 'verify' } })).status).toBe(422);
  });
});
