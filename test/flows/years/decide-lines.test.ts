import { describe, expect, it } from 'vitest';
import { aTask, at, day } from '../../support/builders.ts';
import { taskId } from '../../support/ids.ts';
import { changeTask } from '../../support/requests.ts';
import { closingNow, decide, januaryPark, yearsTasks } from '../../support/year-end.ts';

const march = day('2023-03-31');
const request = {
  at: at('2022-12-29 09:00'),
  due: march,
  why: '招标流程未完',
  isLate: true,
  by: null,
};
const disowned = { at: at('2022-12-19 09:00'), why: '不是本单位负责', by: null };

describe('the lines of a year', () => {
  it('are what is left, and what is decided is counted', async () => {
    const { ports } = await januaryPark();
    const { lines, decided, state, asTheyAre } = await closingNow(ports);

    expect(lines.map(({ kind, task }) => `${kind} ${task.id}`)).toEqual([
      'open a1',
      'targetWithoutLastPeriod t1',
    ]);
    expect(lines[1]?.standing?.row).toMatchObject({ asOf: '11月', achieved: '386.4' });
    expect(decided).toMatchObject({ promised: 3, onTime: 1, suspended: 1, undecided: 1 });
    expect([state, asTheyAre]).toEqual(['open', []]);
  });

  it('are decided each alone, with its own reason, and what cannot be is named', async () => {
    const world = await januaryPark([
      ...yearsTasks,
      aTask({ id: 'b1', due: day('2022-12-01') }),
      aTask({ id: 'b2', due: day('2022-12-02') }),
      aTask({ id: 'b3', due: day('2022-12-03'), request }),
      aTask({ id: 'b4', due: day('2022-12-04'), disowned }),
      aTask({ id: 'b5', due: day('2022-12-05') }),
    ]);
    const lines = await decide(world.ports, [
      { task: 'a1', choice: 'carryOver', due: march },
      { task: 'b1', choice: 'carryOver' },
      { task: 'b2', choice: 'deemDone', why: '验收纪要〔2022〕9号' },
      { task: 'b3', choice: 'refuseAndCarry', due: march, why: '资金已到' },
      { task: 'b4', choice: 'reassignAndCarry', due: march, leadUnit: '招商局' },
      { task: 'b5', choice: 'withdraw' },
      { task: 't1', choice: 'asItIs' },
    ]);

    expect(lines.map(({ task, refusal }) => [task, refusal])).toEqual([
      ['a1', null],
      ['b1', '原来的期限 2022-12-01 已经过去，结转时请写明新的期限'],
      ['b2', null],
      ['b3', null],
      ['b4', null],
      ['b5', null],
      ['t1', null],
    ]);
    expect(world.stored('b2')?.task.deemedDone?.why).toBe('验收纪要〔2022〕9号');
    expect(world.stored('b3')).toMatchObject({
      task: { plan: 2023, request: null, extensions: [] },
      lastChange: { why: '资金已到', what: '结转' },
    });
    expect(world.stored('b4')?.task.leadUnit).toBe('招商局');
    const { lines: left, asTheyAre, decided } = await closingNow(world.ports);
    expect(left.map(({ task }) => task.id)).toEqual(['b1']);
    expect(asTheyAre.map(({ task }) => task.id)).toEqual(['t1']);
    expect(decided).toMatchObject({ carriedOver: 3, deemed: 1, withdrawn: 1, undecided: 1 });
  });

  it('are shown first as they would become, and nothing is written', async () => {
    const world = await januaryPark();
    const decisions = [
      { task: 'a1', choice: 'carryOver', due: march },
      { task: 't1', choice: 'asItIs' },
    ] as const;
    const lines = await decide(world.ports, decisions, { isPreview: true });

    expect(lines.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      '2022年，期限 2022-12-15，安环局 → 2023年，期限 2023-03-31，安环局',
      '等报数 → 按已有的数封账',
    ]);
    expect((await closingNow(world.ports)).lines).toHaveLength(2);
    expect(await world.collections.years.all('linxiang')).toEqual([]);
  });

  it('are decided once where one confirmation comes twice', async () => {
    const world = await januaryPark();
    const decisions = [{ task: 'a1', choice: 'carryOver', due: march }] as const;
    const first = await decide(world.ports, decisions);
    const again = await decide(world.ports, decisions);

    expect(again.map(({ to, refusal }) => [to, refusal])).toEqual(
      first.map(({ to, refusal }) => [to, refusal]),
    );
    expect(await world.register.history('linxiang', taskId('a1'))).toHaveLength(2);
  });

  it('leave alone what somebody moved since it was shown, and what is no line of the year', async () => {
    const world = await januaryPark();
    const mover = { park: 'linxiang', task: taskId('a1'), by: 'owner-0', why: '', via: '测试' };
    const report = { act: 'report', progress: 95, note: '收尾', evidence: [] } as const;
    await changeTask(mover, report, world.ports);
    const lines = await decide(world.ports, [
      { task: 'a1', choice: 'carryOver', due: march, seen: 1 },
      { task: 'a2', choice: 'withdraw' },
      { task: 't1', choice: 'withdraw' },
    ]);

    expect(lines.map(({ refusal }) => refusal)).toEqual([
      expect.stringContaining('反馈'),
      '这一项不用再定，可能已经有人定了',
      '这一项不能按“撤销”定，可以选：按已有的数封账',
    ]);
    expect(world.stored('a2')?.task.status).toBe('closed');
  });

  it('are verified or returned first where they were reported done', async () => {
    const world = await januaryPark([
      aTask({ id: 'a1', status: 'pendingReview', doneOn: day('2022-12-30') }),
    ]);
    const [line] = await decide(world.ports, [{ task: 'a1', choice: 'carryOver', due: march }]);

    expect(line?.refusal).toBe('这一项要先在事项上答复');
  });

  it('about the figures of a target are kept once where they come twice', async () => {
    const { ports } = await januaryPark();
    const [first] = await decide(ports, [{ task: 't1', choice: 'asItIs' }]);
    const [second] = await decide(ports, [{ task: 't1', choice: 'asItIs' }], { batch: 'another' });

    expect([first?.refusal, second?.refusal]).toEqual([null, null]);
    expect(await ports.collections.years.history('linxiang', '2022')).toHaveLength(1);
  });

  it('take back that a target is frozen as it is', async () => {
    const { ports } = await januaryPark();
    await decide(ports, [{ task: 't1', choice: 'asItIs' }]);
    await decide(ports, [{ task: 't1', choice: 'awaitFigure' }], { batch: 'another' });

    expect((await closingNow(ports)).asTheyAre).toEqual([]);
  });

  it('are refused to anybody but the office, and of a year that is not over', async () => {
    const { ports } = await januaryPark();
    const decisions = [{ task: 't1', choice: 'asItIs' }] as const;

    await expect(decide(ports, decisions, { by: 'owner-0' })).rejects.toThrow('没有这项权限');
    await expect(decide(ports, decisions, { year: 2023 })).rejects.toThrow('还没有过完，不能收尾');
  });
});
