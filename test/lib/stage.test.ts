import { describe, expect, it } from 'vitest';
import { readStage } from '../../lib/stage.ts';
import { contextOf, prod } from '../support/stage.ts';

const good = {
  stackName: 'Ruqi',
  timeZone: 'Asia/Shanghai',
  opsMail: ['duty@park.example'],
  logDays: 180,
  tags: {},
};
const reading =
  (stage: unknown, name: unknown = 'prod') =>
  () =>
    readStage(contextOf({ stage: name, stages: { prod: stage } }));

describe('the relays of a stage', () => {
  it('are none unless it names them', () => {
    expect(reading(good)().relays).toEqual([]);
    expect(reading({ ...good, relays: ['wecom', 'smtp'] })().relays).toEqual(['wecom', 'smtp']);
  });

  it.each(['mail', 'https', 'sms'])('are not %s', (relay) => {
    expect(reading({ ...good, relays: ['wecom', relay] })).toThrow(
      /stages\.prod\.relays\.1：不是中继渠道，可选.*wecom, dingtalk, feishu, smtp/,
    );
  });
});

describe('the stages of cdk.json', () => {
  it.each(['prod', 'test'])('%s can be read', (stage) => {
    expect(readStage(contextOf({ stage })).timeZone).toBe('Asia/Shanghai');
  });

  it('may keep logs for any days without pages, and from a year on with them', () => {
    expect(reading({ ...good, logDays: 7 })().logDays).toBe(7);
    const { portal } = prod();
    expect(reading({ ...good, logDays: 365, portal })().logDays).toBe(365);
  });

  it('of an unknown name names those there are', () => {
    expect(reading(good, 'staging')).toThrow(/“staging”.*prod/);
    expect(reading(good, 7)).toThrow(/空 \/ nothing.*prod/);
    expect(() => readStage(contextOf({ stages: 'none' }))).toThrow(/stages：应是一个对象/);
  });

  it.each([
    {
      what: 'a zone that does not exist',
      over: { timeZone: 'Asia/Linxiang' },
      says: /timeZone.*IANA/,
    },
    { what: 'an offset for a zone', over: { timeZone: '+08:00' }, says: /timeZone.*IANA/ },
    { what: 'nobody to hear of alarms', over: { opsMail: [] }, says: /opsMail.*至少要有一个/ },
    { what: 'no mail address', over: { opsMail: ['duty'] }, says: /opsMail\.0.*不是邮箱地址/ },
    {
      what: 'days that CloudWatch does not know',
      over: { logDays: 100 },
      says: /logDays.*CloudWatch.*180/,
    },
    { what: 'a name CloudFormation refuses', over: { stackName: '如期' }, says: /stackName.*字母/ },
    { what: 'a region that is none', over: { region: 'beijing' }, says: /region.*cn-north-1/ },
    { what: 'a tag of AWS itself', over: { tags: { 'aws:x': '1' } }, says: /tags/ },
    { what: 'a word it does not know', over: { timezone: 'x' }, says: /不认识的设置.*timezone/ },
    {
      what: 'logs of pages that are kept for less than the law asks',
      over: { logDays: 180, portal: prod().portal },
      says: /logDays：有网页时至少 365 天.*365 or more/,
    },
    { what: 'a missing setting', over: { logDays: undefined }, says: /logDays：缺少这一项/ },
    { what: 'a wrong type', over: { stackName: 7 }, says: /stackName：类型不对.*string/ },
  ])('with $what are refused', ({ over, says }) => {
    expect(reading({ ...good, ...over })).toThrow(says);
  });

  it('have all that is wrong with them named at once', () => {
    expect(reading({ ...good, timeZone: 'x', opsMail: [] })).toThrow(/timeZone[\s\S]*opsMail/);
  });
});
