import { describe, expect, it } from 'vitest';
import { aTask, day } from '../support/builders.ts';
import { taskId } from '../support/ids.ts';
import { changeTask, seeToGap, wake } from '../support/requests.ts';
import { choose, found, gapOf, look, lookAt, officeLine, told } from './gap-days.ts';

describe('after days without a run a laptop', () => {
  it('sends nothing until somebody chose, and then all in one message a post', async () => {
    const world = await found();
    const before = world.messages.length;
    await lookAt(world, '2022-06-24 09:00', '2022-06-24 09:07');
    expect(world.messages).toHaveLength(before);
    await choose(world.ports, 'all');
    await look(world);
    expect(told(world)).toEqual(['06-24 owner-0 before-7']);
    expect(officeLine(world)).toContain(
      '6月22日（周三）、6月23日（周四）没有运行，园区办选择“全部补发”，补发的涉及1项工作。',
    );
    await lookAt(world, '2022-06-24 09:30');
    expect(told(world)).toHaveLength(1);
  });

  it('passes over what was missed where that is chosen, tells the office, and goes on as planned', async () => {
    const world = await found();
    await lookAt(world, '2022-06-24 09:00');
    await choose(world.ports, 'today', '本机终端');
    await look(world);
    expect(told(world)).toEqual([]);
    expect(officeLine(world)).toContain(
      '6月22日（周三）、6月23日（周四）没有运行，本机终端选择“只发今天的”，1个提醒时点不再补发。',
    );
    await lookAt(world, '2022-06-27 08:00', '2022-06-28 08:00', '2022-06-29 08:00');
    const owners = told(world).filter((line) => line.includes('owner-0'));
    expect(owners).toEqual(['06-27 owner-0 before-3', '06-29 owner-0 before-1']);
    expect(world.messages.every(({ text }) => !text.includes('补报'))).toBe(true);
    expect(officeLine(world)).not.toContain('终端');
    expect(await gapOf(world)).toBeNull();
  });

  it('sends everything after 15 minutes of sending hours, also after a restart', async () => {
    const world = await found();
    await lookAt(world, '2022-06-24 07:10', '2022-06-24 08:00', '2022-06-24 08:14');
    expect(told(world)).toEqual([]);
    await lookAt(world, '2022-06-24 08:15');
    expect(told(world)).toEqual(['06-24 owner-0 before-7']);
    expect(officeLine(world)).toContain('没有人按时选择，按“全部补发”处理，补发的涉及1项工作。');
  });

  it('asks again when it missed another working day before an answer', async () => {
    const world = await found();
    await lookAt(world, '2022-06-24 09:00', '2022-06-28 10:00');
    expect(told(world)).toEqual([]);
    expect(await gapOf(world)).toMatchObject({ through: day('2022-06-27'), answer: null });
    await choose(world.ports, 'today');
    await look(world);
    expect(officeLine(world)).toContain('2个提醒时点不再补发');
  });

  it('uses the first answer', async () => {
    const world = await found();
    await lookAt(world, '2022-06-24 09:00');
    await choose(world.ports, 'today');
    await choose(world.ports, 'all', '本机终端');
    await look(world);
    expect(told(world)).toEqual([]);
    expect((await gapOf(world))?.answer).toMatchObject({ choice: 'today', name: '园区办' });
  });

  it('tells what is handed over while it asks', async () => {
    const far = aTask({ id: 'far', due: day('2022-12-20') });
    const world = await found([aTask(), far]);
    await lookAt(world, '2022-06-24 09:00');
    const mover = {
      park: 'linxiang',
      task: taskId('far'),
      by: 'office',
      via: '网页',
      why: '分工调整',
    };
    await changeTask(mover, { act: 'reassign', leadUnit: '招商局' }, world.ports);
    const before = world.messages.length;
    await lookAt(world, '2022-06-24 09:05', '2022-06-24 09:10');
    expect(world.messages.slice(before).map(({ contact }) => contact)).toEqual(['owner-1']);
  });

  it('lets a silence climb that began before, whatever is passed over', async () => {
    const world = await found();
    await lookAt(world, '2022-06-24 09:00', '2022-06-24 09:15', '2022-06-27 08:00');
    await lookAt(world, '2022-07-04 08:00');
    await choose(world.ports, 'today');
    await look(world);
    const today = told(world).filter((line) => line.startsWith('07-04'));
    expect(today).toEqual(['07-04 head-0 before-3']);
    expect(world.deliveries.at(-1)?.key ?? '').not.toContain('overdue-1');
    expect(officeLine(world)).toContain('3个提醒时点不再补发');
  });
});

describe('after a clock that went back a laptop', () => {
  it('asks, says so, and lets nothing that lies between fall silent', async () => {
    const world = await found();
    await lookAt(world, '2022-09-01 10:00', '2022-09-01 10:15');
    world.goTo('2022-06-24 10:00');
    const before = world.deliveries.length;
    await look(world);
    expect(await gapOf(world)).toMatchObject({ why: 'clockBack', answer: null });
    expect(world.deliveries).toHaveLength(before);
    await choose(world.ports, 'today');
    await look(world);
    await lookAt(world, '2022-06-27 08:00', '2022-06-28 08:00', '2022-06-29 08:00');
    const after = world.deliveries.slice(before).filter(({ contact }) => contact === 'owner-0');
    expect(after.map(({ key }) => key.split('/')[1])).toEqual(['before-3', 'before-1']);
    const lines = world.messages.filter(({ contact }) => contact === 'office');
    expect(lines.map(({ text }) => text).join()).toContain(
      '电脑的时钟倒回了，此前记在9月1日（周四），园区办选择“只发今天的”。',
    );
  });

  it('has sent nothing where the question was still open on the wrong day', async () => {
    const world = await found();
    await lookAt(world, '2022-09-01 10:00', '2022-06-24 09:00');
    expect(told(world)).toEqual([]);
    expect(await gapOf(world)).toMatchObject({ why: 'missed', through: day('2022-06-23') });
  });
});

describe('without anybody to ask', () => {
  it('nothing is asked, and all is sent', async () => {
    const world = await found();
    expect(await seeToGap('linxiang', false, world.ports)).toBe('free');
    await wake('linxiang', world.ports);
    expect(told(world)).toEqual(['06-24 owner-0 before-7']);
    expect(officeLine(world)).toContain('漏发的提醒现已补发，涉及1项工作。');
  });

  it('a question that was open is answered at once', async () => {
    const world = await found();
    await lookAt(world, '2022-06-24 09:00');
    expect(await seeToGap('linxiang', false, world.ports)).toBe('released');
    expect((await gapOf(world))?.answer).toMatchObject({ choice: 'all', by: null });
  });
});
