import { beforeAll, describe, expect, it } from 'vitest';
import { contact } from '../../../bin/commands/contact.ts';
import { run } from '../../support/command-line.ts';
import { begin, begunFolder } from '../../support/homes.ts';

describe('the contacts of this laptop', () => {
  let data: string;
  const ask = (...args: readonly string[]): ReturnType<typeof run> =>
    run(contact, ...args, '--data', data);
  const add = (mail: string): ReturnType<typeof run> =>
    ask(
      ...'add pump-owner --unit 水务 --post 水务责任人 --role owner --channels mail --mail'.split(
        ' ',
      ),
      mail,
    );
  beforeAll(async () => {
    data = await begunFolder();
  });

  it('are added, changed, listed with how their address stands, tried and removed', async () => {
    const line = (mail: string): string => `pump-owner\t水务责任人\t责任人\tmail\t${mail}\t待确认`;
    expect((await add('a@park.example')).out).toEqual([line('a@park.example')]);
    expect((await add('b@park.example')).out).toEqual([
      'pump-owner 原有的链接已全部作废。',
      line('b@park.example'),
    ]);
    const { out } = await ask('list');
    expect(out).toContain(line('b@park.example'));
    expect(out).toContain('anhuan-owner\t安环局责任人\t责任人\twecom');
    expect((await ask('test', 'pump-owner')).out[0]).toContain('测试消息已交给 SNS');
    expect((await ask('remove', 'pump-owner')).out[0]).toContain('已移除');
    expect((await ask('list')).out.join()).not.toContain('pump-owner');
    const changes = (await ask('history')).out.map((each) => each.split('\t').slice(1));
    expect(changes.slice(1)).toEqual([
      ['命令行', '增加联系人', '', expect.stringContaining('邮箱 a@park.example')],
      [
        '命令行',
        '修改联系人',
        '水务责任人（pump-owner），邮箱 a@park.example',
        '水务责任人（pump-owner），邮箱 b@park.example',
      ],
      ['命令行', '移除联系人', expect.stringContaining('邮箱 b@park.example'), ''],
    ]);
  });

  it('give a post to another one only with --confirm', async () => {
    const second = 'add a-owner --unit 安环局 --post 安环局新经办 --role owner --channels wecom';
    const refused = await ask(...second.split(' '));
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('安环局责任人这个岗位现由安环局责任人（anhuan-owner）担任');
    expect((await ask(...second.split(' '), '--confirm')).out).toEqual([
      'a-owner\t安环局新经办\t责任人\twecom',
    ]);
    expect((await ask('again', 'a-owner')).err).toContain('今天没有发过提醒');
  });

  it('have units that are renamed in one move, previewed first', async () => {
    const move = ['rename-unit', '水务', '--to', '水务局', '--why', '机构改革', '--on'];
    await add('c@park.example');
    expect((await ask(...move, '2022-07-01', '--preview')).out).toEqual([
      '自2022年7月1日起，水务更名为水务局（机构改革）：0项工作、0个节点、1个联系人。',
    ]);
    const ahead = (await ask(...move, '2099-07-01')).out.at(-1) ?? '';
    expect(ahead).toContain('到那一天生效');
    const id = ahead.split(' ').at(-1) ?? '';
    expect((await ask('units')).out.join()).toContain(`${id}\t自2099年7月1日起`);
    expect((await ask('keep-unit', id)).out).toEqual(['已取消，名称不变。']);
    expect((await ask(...move, '2022-06-01')).out.at(-1)).toBe('已生效。');
    expect((await ask('units')).out).toContain('水务局\t0项\t原水务（至2022-06-01）');
    const refused = await ask(...move, '2022-06-01');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('现在叫水务局');
  });

  it('keep their owner while tasks are open, unless a reason is given', async () => {
    const refused = await ask('remove', 'shenpi-owner');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('项在办工作没有责任人');
    const { out } = await ask('remove', 'shenpi-owner', '--why', '岗位撤销');
    expect(out.join()).toContain('没有责任人的单位：');
  });

  it('take no channel that is not set up where the real clock runs, and say whom to ask', async () => {
    await begin(data, true);
    const options = '--unit 水务 --post 水务责任人 --role owner --channels wecom --live'.split(' ');
    const refused = await ask('add', 'pump-owner', ...options);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(
      '没有接通企业微信，可选的渠道是邮件、HTTPS 接口。请改选渠道；要接通别的渠道，请联系系统管理员。',
    );
    expect((await ask('list', '--live')).out).toEqual([
      'office\t园区办（督查室）\t园区办\t\t渠道没有接通',
    ]);
    const test = await ask('test', 'office', '--live');
    expect(test.err).toContain('没有发出：渠道没有接通');
  });

  it.each([
    {
      what: 'no verb',
      args: [],
      says: '可用的动作：list、add、invite、remove、again、history、test',
    },
    { what: 'a verb that is none', args: ['call', 'x'], says: '没有“call”这个动作' },
    {
      what: 'a name that every object has',
      args: ['constructor', 'x'],
      says: '没有“constructor”这个动作',
    },
    { what: 'an unknown user', args: ['remove', 'nobody'], says: '通讯录里没有这个编号' },
    { what: 'the only office', args: ['remove', 'office'], says: '是唯一的园区办' },
    {
      what: 'a contact without an address',
      args: ['add', 'x', '--unit', 'a', '--post', 'b', '--role', 'owner', '--channels', 'mail'],
      says: '须给出它的地址',
    },
    { what: 'a role that is none', args: ['add', 'x', '--role', 'king'], says: 'role' },
    { what: 'a stack without a park', args: ['list', '--stack', 'Ruqi'], says: '请加上 --park' },
  ])('refuse $what', async ({ args, says }) => {
    const { code, err } = await ask(...args);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});
