import { beforeEach, describe, expect, it } from 'vitest';
import { openContext } from '../../../functions/flows/context/open-context.ts';
import { type BulkRequest, makeBulk, previewBulk } from '../../../functions/flows/tasks/bulk.ts';
import { aTask, contactsOf, day } from '../../support/builders.ts';
import { taskId } from '../../support/ids.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

const maker = { by: 'office', why: '会议定的', via: '网页', batch: 'batch-1' };
const redate = { act: 'redate', due: day('2022-08-31') } as const;
const request = (id: string, over: Partial<BulkRequest> = {}): BulkRequest => ({
  task: taskId(id),
  move: redate,
  seen: 1,
  ...over,
});

describe('a bulk', () => {
  let world: World;
  beforeEach(async () => {
    world = newWorld();
    world.goTo('2022-06-15 09:00');
    const tasks = [
      aTask({ id: 'a' }),
      aTask({ id: 'b', status: 'closed' }),
      aTask({ id: 'c', title: '第三项' }),
    ];
    await settleIn(world, tasks, contactsOf('安环局', '规划建设局'));
  });
  const open = () => openContext('linxiang', world.ports);

  it('previews old and new values and why a task is left as it is, and writes nothing', async () => {
    const lines = await previewBulk(await open(), maker, [
      request('a'),
      request('b'),
      request('x'),
    ]);
    expect(lines.map(({ from, to, refusal }) => ({ from, to, refusal }))).toEqual([
      { from: '2022-06-30', to: '2022-08-31', refusal: null },
      {
        from: '',
        to: '',
        refusal: expect.stringContaining('“已办结”的事项不能核定期限') as string,
      },
      { from: '', to: '', refusal: '登记表中没有这一项' },
    ]);
    expect(world.stored('a')?.version).toBe(1);
  });

  it('moves each task alone, with one line of history under the id of the confirmation', async () => {
    const requests = [request('a'), request('b'), request('c', { seen: 7 })];
    const lines = await makeBulk(await open(), maker, requests);
    expect(lines.map(({ refusal }) => refusal !== null)).toEqual([false, true, true]);
    expect(lines[2]?.refusal).toContain('刚被改动');
    expect(world.stored('a')?.task.due?.toString()).toBe('2022-08-31');
    expect(world.stored('c')?.task.due?.toString()).toBe('2022-06-30');
    const history = await world.register.history('linxiang', taskId('a'));
    expect(history.map(({ what, why, batch }) => [what, why, batch])).toEqual([
      ['登记', '登记表导入', undefined],
      ['核定期限', '会议定的', 'batch-1'],
    ]);
  });

  it('changes nothing when the same confirmation arrives twice', async () => {
    await makeBulk(await open(), maker, [request('a')]);
    const [line] = await makeBulk(await open(), maker, [request('a')]);
    expect(line?.refusal).toBeNull();
    expect(world.stored('a')?.version).toBe(2);
  });

  it('hands many tasks over to one contact, who is notified of them in one message', async () => {
    const move = { act: 'reassign', leadUnit: '规划建设局' } as const;
    await makeBulk(await open(), maker, [request('a', { move }), request('c', { move })]);
    const waits = ['a', 'c'].map((id) => world.stored(id)?.heard.handOver?.at.toString());
    expect(new Set(waits).size).toBe(1);
    expect(waits[0]).toBeDefined();
  });

  it('names a task whose write failed, notes the fault, and goes on with the others', async () => {
    const run = await open();
    const { register } = world.ports;
    const failing: typeof register = {
      ...register,
      change: async (read, next) => {
        if (read.task.id === 'a') throw new Error('no answer');
        return register.change(read, next);
      },
    };
    const broken = { ...run, ports: { ...run.ports, register: failing } };
    const lines = await makeBulk(broken, maker, [request('a'), request('c')]);
    expect(lines.map(({ refusal }) => refusal)).toEqual([
      '系统出错，不能确定是否写入，请看这一项的办理记录',
      null,
    ]);
    expect(run.report.faults.map(({ at }) => at)).toEqual(['a']);
  });

  it('is refused to who is not the office, without tasks, and with more than 500', async () => {
    const run = await open();
    const many = Array.from({ length: 501 }, (_, at) => request(`t${at}`));
    await expect(makeBulk(run, { ...maker, by: 'owner-0' }, [request('a')])).rejects.toThrow(
      '没有这项权限',
    );
    await expect(makeBulk(run, maker, [])).rejects.toThrow('没有选事项');
    await expect(previewBulk(run, maker, many)).rejects.toThrow('一次至多办理500项');
    expect(world.stored('a')?.version).toBe(1);
  });
});
