import { beforeEach, describe, expect, it } from 'vitest';
import type { ParkFigures } from '../../../functions/domain/funding/park-figures.ts';
import { sweep } from '../../../functions/flows/wake/sweep.ts';
import { aTask, contactsOf, day } from '../../support/builders.ts';
import { aStep, bond, wan } from '../../support/figures.ts';
import { contactId, taskId } from '../../support/ids.ts';
import { changeTask, enterFigures } from '../../support/requests.ts';
import { newWorld, settleIn, type World } from '../../support/world.ts';

const promise = aTask({
  id: 'bond',
  kind: 'funding',
  leadUnit: '财政金融局',
  due: null,
  duePrecision: 'none',
});
const power = aTask({
  id: 'p22-062',
  title: '完成双电源建设',
  leadUnit: '规划建设局',
  due: day('2022-07-08'),
});
const reviewed = aStep({ stage: 'reviewed', blockedBy: ['p22-062'], amountFen: wan(12_000) });
const figures: ParkFigures = {
  targets: [],
  projects: [],
  enterprises: [],
  instruments: [bond],
  steps: [reviewed],
};
const finance = {
  id: contactId('finance'),
  unit: '财政金融局',
  post: '资金专班',
  role: 'finance' as const,
  channels: ['wecom' as const],
};

describe('a message about money', () => {
  let world: World;
  const textsOf = (contact: string): string =>
    world.messages
      .filter((message) => message.contact === contact)
      .map(({ text }) => text)
      .join('\n');

  beforeEach(async () => {
    world = newWorld();
    world.goTo('2022-06-15 08:00');
    const contacts = [...contactsOf('财政金融局', '规划建设局'), finance];
    await settleIn(world, [promise, power], contacts);
    await enterFigures('linxiang', figures, world.now(), world.ports);
  });

  it('goes to the lead unit and to finance, and says what holds the step up', async () => {
    world.goTo('2022-06-22 08:20');
    await sweep(world.ports);
    for (const contact of ['owner-0', 'finance']) {
      expect(textsOf(contact)).toContain(
        [
          '化工企业退出转型升级发展项目评审（政府专项债券）',
          '期限：6月22日（周三）〔拟〕，今天到期',
          '责任：财政金融局',
          '金额：12,000万元',
          '卡在：完成双电源建设（规划建设局，期限7月8日（周五））',
        ].join('\n'),
      );
    }
  });

  it('tells the milestone how much money waits for it', async () => {
    world.goTo('2022-06-23 08:20');
    await sweep(world.ports);
    expect(textsOf('owner-1')).toContain(
      '1. 完成双电源建设\n期限：7月8日（周五）〔原〕，还有15天\n责任：规划建设局\n资金：有12,000万元在等这项工作',
    );
    expect(textsOf('finance')).not.toContain('1. 完成双电源建设');
  });

  it('mentions neither once the milestone is closed', async () => {
    const mover = { park: 'linxiang', task: taskId('p22-062'), why: '', via: '命令行' };
    await changeTask({ ...mover, by: 'owner-1' }, { act: 'submit' }, world.ports);
    await changeTask({ ...mover, by: 'office' }, { act: 'verify' }, world.ports);
    world.goTo('2022-06-22 08:20');
    await sweep(world.ports);
    expect(textsOf('owner-0')).toContain('金额：12,000万元');
    expect(textsOf('owner-0')).not.toContain('卡在');
  });

  it('keeps waiting for a withdrawn milestone, and asks whether that is right', async () => {
    const mover = {
      park: 'linxiang',
      task: taskId('p22-062'),
      by: 'office',
      why: '',
      via: '命令行',
    };
    await changeTask(mover, { act: 'withdraw' }, world.ports);
    world.goTo('2022-06-22 08:20');
    await sweep(world.ports);
    expect(textsOf('owner-0')).toContain(
      '卡在：完成双电源建设（规划建设局，已撤销，请核对是否还要等）',
    );
  });

  it('climbs the same ladder when the day passes', async () => {
    world.goTo('2022-06-23 08:20');
    await sweep(world.ports);
    expect(textsOf('head-0')).toContain('已逾期1天');
  });
});
