import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../functions/domain/policy/default-policy.ts';
import { aReport, aStoredTask, aTask, at, contactsOf, day } from '../support/builders.ts';
import { anActual, aTarget, dec } from '../support/figures.ts';
import { taskId } from '../support/ids.ts';
import { changeTask, returnFigures, wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

const duty = (id: string, leadUnit: string, title: string) =>
  aTask({
    id,
    leadUnit,
    title,
    kind: 'standing',
    due: null,
    duePrecision: 'none',
    lastReport: aReport(at('2022-05-25 09:00')),
  });

/** The park before the return day of June, with two duties of one unit and one of another. */
async function june(): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-20 12:00');
  const tasks = [
    duty('lx22-001', '安环局', '加强安全生产监管'),
    duty('lx22-002', '安环局', '落实河长制'),
    duty('lx22-003', '招商局', '每月走访企业'),
  ];
  await settleIn(world, tasks, contactsOf('安环局', '招商局'), defaultPolicy);
  return world;
}

async function through(world: World, ...days: readonly string[]): Promise<void> {
  for (const each of days) {
    world.goTo(`${each} 08:00`);
    await wake('linxiang', world.ports);
  }
}

const textTo = (world: World, contact: string): string =>
  world.messages.findLast((message) => message.contact === contact)?.text ?? '';

const report = (world: World, task: string, by: string) =>
  changeTask(
    { park: 'linxiang', task: taskId(task), by, why: '', via: '网页' },
    { act: 'report', progress: 50, note: '正常推进', evidence: [] },
    world.ports,
  );

describe('the unit of a target', () => {
  it('is woken two working days before the return day, unless it has reported', async () => {
    const world = newWorld();
    world.goTo('2022-06-20 12:00');
    const target = { kind: 'target' as const };
    const tasks = [
      { ...duty('lx22-004', '安环局', '固定资产投资80亿元'), ...target },
      { ...duty('lx22-005', '招商局', '签约项目60个'), ...target },
    ];
    await settleIn(world, tasks, contactsOf('安环局', '招商局'), defaultPolicy);
    world.goTo('2022-06-21 10:00');
    await report(world, 'lx22-005', 'owner-1');
    await through(world, '2022-06-22');
    expect(textTo(world, 'owner-0')).toContain(
      '进度反馈：请在6月24日（周五）下班前反馈1项指标的数：固定资产投资80亿元。',
    );
    expect(textTo(world, 'owner-1')).toBe('');
  });
});

describe('a report that comes a day late', () => {
  it('is for the return day that was asked, so that the next one is asked again', async () => {
    const world = newWorld();
    world.goTo('2022-06-15 08:00');
    const milestone = aTask({
      id: 'lx22-006',
      title: '建成消防站',
      due: day('2022-12-30'),
      assignment: { number: 0, at: world.now() },
    });
    await settleIn(world, [milestone], contactsOf('安环局'), defaultPolicy);
    await through(world, '2022-06-27', '2022-07-21', '2022-07-26');
    const late = '7月25日（周一）应反馈的1项还没有收到反馈，请今天补报1项工作的进度：建成消防站。';
    expect(textTo(world, 'owner-0')).toContain(late);
    expect(world.messages.some(({ text }) => text.includes('6月24日（周五）应反馈'))).toBe(false);
    world.goTo('2022-07-26 10:00');
    await report(world, 'lx22-006', 'owner-0');
    await through(world, '2022-07-28', '2022-08-23', '2022-08-26');
    expect(textTo(world, 'head-0')).toBe('');
    expect(textTo(world, 'owner-0')).toContain(
      '8月25日（周四）应反馈的1项还没有收到反馈，请今天补报1项工作的进度：建成消防站。',
    );
  });
});

describe('the figure of a target', () => {
  const ID = 'lx22-007';

  /** 税收, of which the figures through May are there. */
  async function park(): Promise<World> {
    const world = newWorld();
    world.goTo('2022-06-20 12:00');
    const promise = aTask({
      id: ID,
      kind: 'target',
      title: '实缴税收4亿元',
      due: day('2022-12-31'),
    });
    await settleIn(world, [promise], contactsOf('安环局'), defaultPolicy);
    const value = aTarget({ id: ID, goal: dec('4'), actuals: [anActual(5, '1.83')] });
    const { lastChange } = aStoredTask();
    await world.ports.collections.targets.put(undefined, { value, version: 1, lastChange });
    return world;
  }

  it('that is there is not asked, and one that is missing is asked in spite of words', async () => {
    const world = await park();
    await through(world, '2022-06-22', '2022-06-27');
    expect(textTo(world, 'owner-0')).toBe('');
    world.goTo('2022-07-20 10:00');
    await report(world, ID, 'owner-0');
    await through(world, '2022-07-21');
    expect(textTo(world, 'owner-0')).toContain(
      '请在7月25日（周一）下班前反馈1项指标的数：实缴税收4亿元',
    );
  });

  it('ends the asking when it comes, and not with the office or the head', async () => {
    const world = await park();
    await through(world, '2022-07-21', '2022-07-26');
    world.goTo('2022-07-26 15:00');
    const figure = { month: 6, value: dec('2.24'), source: '税务月报', why: '' };
    const booker = { park: 'linxiang', by: 'owner-0', via: '网页' };
    await returnFigures(booker, [{ id: taskId(ID), figures: [figure] }], world.ports);
    await through(world, '2022-07-28');
    expect(world.messages.some(({ text }) => text.includes('未反馈进度'))).toBe(false);
  });
});

describe('who has not reported by the return day', () => {
  it('is asked the next working day, in one paragraph, then named to the head and the office', async () => {
    const world = await june();
    await through(world, '2022-06-22');
    const asked = '进度反馈：请在6月24日（周五）下班前反馈1项工作的进度：每月走访企业。';
    expect(textTo(world, 'owner-1')).toContain(asked);
    world.goTo('2022-06-23 10:00');
    await report(world, 'lx22-003', 'owner-1');
    await through(world, '2022-06-24', '2022-06-27');
    expect(textTo(world, 'owner-0')).toContain(
      '【如期】安环局责任人：6月27日（周一），有2项工作请反馈进度\n\n进度反馈：6月24日（周五）应反馈的2项还没有收到反馈，请今天补报2项工作的进度：加强安全生产监管；落实河长制。',
    );
    expect(textTo(world, 'owner-1')).toContain(asked);
    world.goTo('2022-06-27 15:00');
    await report(world, 'lx22-001', 'owner-0');
    await through(world, '2022-06-28', '2022-06-29');
    const named =
      '未反馈进度：6月24日（周五）应反馈的1项工作至今没有反馈，请督促补报：安环局：落实河长制。';
    expect(textTo(world, 'head-0')).toContain(named);
    expect(textTo(world, 'office')).toContain(named);
    expect(textTo(world, 'owner-0')).toContain(
      '应反馈的1项还没有收到反馈，请今天补报1项工作的进度：落实河长制。',
    );
    const keys = world.deliveries.map(({ key }) => key).filter((key) => key.includes('return-'));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is no longer asked for when the report comes between the opening and the sending', async () => {
    const world = await june();
    world.answer.to = ({ contact }) =>
      contact === 'owner-0' ? { result: 'deferred', reason: 'busy' } : undefined;
    world.goTo('2022-06-27 08:00');
    await wake('linxiang', world.ports).catch(() => undefined);
    world.answer.to = () => undefined;
    world.goTo('2022-06-27 08:05');
    await report(world, 'lx22-001', 'owner-0');
    await report(world, 'lx22-002', 'owner-0');
    world.goTo('2022-06-27 08:30');
    await wake('linxiang', world.ports);
    expect(world.messages.some(({ contact }) => contact === 'owner-0')).toBe(false);
  });

  it('is named to the office where the unit has no head, and the message says so', async () => {
    const world = newWorld();
    world.goTo('2022-06-20 12:00');
    const contacts = contactsOf('安环局').filter(({ role }) => role !== 'unitHead');
    await settleIn(world, [duty('lx22-001', '安环局', '落实河长制')], contacts, defaultPolicy);
    await through(world, '2022-06-22', '2022-06-27', '2022-06-29');
    expect(textTo(world, 'office')).toContain(
      '安环局：落实河长制。（有的岗位没有联系人，转园区办）',
    );
  });
});
