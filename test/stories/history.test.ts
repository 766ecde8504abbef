import { describe, expect, it } from 'vitest';
import type { Move } from '../../functions/domain/tasks/move.ts';
import { aTask, contactsOf, day } from '../support/builders.ts';
import { type FaultMode, faulty } from '../support/faults.ts';
import { taskId } from '../support/ids.ts';
import { changeTask } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

const MODES: readonly FaultMode[] = ['throws', 'losesAnswer', 'diesBefore', 'diesAfter'];

/** A whole life, each move with who makes it and what the history then says. */
const life: readonly { readonly by: string; readonly move: Move; readonly line: string }[] = [
  { by: 'office', move: { act: 'assign' }, line: 'office 交办 推进中 → 待签收' },
  { by: 'owner-0', move: { act: 'signFor' }, line: 'owner-0 签收 待签收 → 推进中' },
  {
    by: 'owner-0',
    move: { act: 'report', progress: 40, note: '', evidence: [] },
    line: 'owner-0 反馈 0% → 40%',
  },
  {
    by: 'owner-0',
    move: { act: 'requestExtension', due: day('2022-08-31'), why: '设备未到' },
    line: 'owner-0 申请延期 2022-06-30 → 2022-08-31',
  },
  {
    by: 'office',
    move: { act: 'grant', due: day('2022-07-31') },
    line: 'office 同意延期 2022-06-30 → 2022-07-31',
  },
  {
    by: 'office',
    move: { act: 'reassign', leadUnit: '招商局' },
    line: 'office 改派 安环局 → 招商局',
  },
  { by: 'owner-1', move: { act: 'submit' }, line: 'owner-1 报办结 待签收 → 待核验' },
  { by: 'office', move: { act: 'return' }, line: 'office 退办 待核验 → 退办' },
  { by: 'owner-1', move: { act: 'submit' }, line: 'owner-1 报办结 退办 → 待核验' },
  { by: 'office', move: { act: 'verify' }, line: 'office 核验销号 待核验 → 已办结' },
];

async function park(): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-16 09:00');
  await settleIn(world, [aTask()], contactsOf('安环局', '招商局'));
  return world;
}

const lines = async (world: World): Promise<readonly string[]> =>
  (await world.register.history('linxiang', taskId('lx22-071'))).map(
    ({ version, by, what, from, to }) => `${version} ${by} ${what} ${from} → ${to}`,
  );

const make = (ports: World['ports'], { by, move }: (typeof life)[number]) =>
  changeTask(
    { park: 'linxiang', task: taskId('lx22-071'), by, why: '说明', via: '测试' },
    move,
    ports,
  );

/** The lines there should be once `done` moves were made. */
const expected = (done: number): readonly string[] => [
  '1 office 登记  → 推进中',
  ...life.slice(0, done).map(({ line }, at) => `${at + 2} ${line}`),
];

describe('the history of a task', () => {
  it('tells its whole life: who, what, from and to, in order', async () => {
    const world = await park();
    for (const step of life) await make(world.ports, step);
    expect(await lines(world)).toEqual(expected(life.length));
  });

  it.each(MODES)(
    'is complete and in order when any call %s, before and after the retry',
    async (mode) => {
      for (let fatal = 1, isOver = false; !isOver; fatal += 1) {
        isOver = true;
        const world = await park();
        for (const [done, step] of life.entries()) {
          const ports = faulty(world.ports, ({ number }) => {
            isOver &&= number < fatal;
            return number === fatal ? mode : undefined;
          });
          const isMade = await make(ports, step).then(
            () => true,
            () => world.stored('lx22-071')?.version === done + 2,
          );
          expect(await lines(world)).toEqual(expected(isMade ? done + 1 : done));
          if (!isMade) await make(world.ports, step);
          expect(await lines(world)).toEqual(expected(done + 1));
        }
      }
    },
  );
});
