import { beforeEach, describe, expect, it } from 'vitest';
import type { ReviewId } from '../../functions/domain/base/ids.ts';
import { defaultPolicy } from '../../functions/domain/policy/default-policy.ts';
import { aTask, contactsOf, day, deadlinesOnly } from '../support/builders.ts';
import { deskOf, emptyPark, P22 } from '../support/plans.ts';
import { aPortal, HOME, linkTo, visitor } from '../support/portal.ts';
import { wake } from '../support/requests.ts';
import { aSource, putSource } from '../support/sources.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = newWorld();
  world.goTo('2022-06-17 12:00');
  world.pages.at = HOME;
  const alike = { title: '完善配套设施', due: day('2022-06-17') };
  const tasks = [
    aTask({ ...alike, id: 'roads', area: 1 }),
    aTask({ ...alike, id: 'halls', area: 2 }),
    aTask({ id: 'station', title: '建成消防站', due: day('2022-06-17') }),
  ];
  const policy = { ...deadlinesOnly, sheets: defaultPolicy.sheets };
  await settleIn(world, tasks, contactsOf('安环局'), policy);
  const areas = ['基础设施', '公共服务'];
  await putSource(world, aSource({ areas }));
  for (const morning of ['2022-06-17 12:00', '2022-06-20 08:00']) {
    world.goTo(morning);
    await wake('linxiang', world.ports);
  }
});

const textTo = (contact: string): string =>
  world.messages.findLast((message) => message.contact === contact)?.text ?? '';

describe('two tasks of one title', () => {
  it('are two in the message, told apart by their areas', () => {
    const lines = textTo('owner-0').split('\n');
    expect(lines.filter((line) => /^\d\. /.test(line))).toEqual([
      '1. 完善配套设施（公共服务）',
      '2. 完善配套设施（基础设施）',
      '3. 建成消防站',
    ]);
  });

  it('are two behind its link, in the list and each on its page', async () => {
    const phone = visitor(aPortal(world));
    const list = await phone.text(linkTo(world, 'owner-0'));
    for (const [id, title] of [
      ['roads', '完善配套设施（基础设施）'],
      ['halls', '完善配套设施（公共服务）'],
      ['station', '建成消防站'],
    ]) {
      expect(list).toContain(`/${id}">${title}</a>`);
      expect(await phone.text(`${linkTo(world, 'owner-0')}/${id}`)).toContain(`<h1>${title}</h1>`);
    }
  });

  it('are two in the sheet', () => {
    const text = textTo('principal');
    expect(text).toContain('· 完善配套设施（公共服务）（安环局，已逾期3天）');
    expect(text).toContain('· 完善配套设施（基础设施）（安环局，已逾期3天）');
    expect(text).toContain('· 建成消防站（安环局，已逾期3天）');
  });
});

describe('the review of a plan', () => {
  it('asks about drafts of one title, and about one that something registered has', async () => {
    const desk = deskOf(await emptyPark());
    const plan = `2022年工作计划
一、基础设施
安环局要在6月底前完成管网改造。
二、安全环保
安环局要在6月底前完成管网改造。安环局要在9月底前建成消防站。
`;
    const id = await desk.upload(plan);
    const asked = async (review: ReviewId): Promise<readonly (readonly string[])[]> =>
      (await desk.readOf(review)).drafts.map(({ value }) => value.draft.questions);
    const about = (other: string): string =>
      `与${other}标题相同，请核对是不是同一件事；不是的，请把标题写得有区别`;
    expect(await asked(id)).toEqual([[about('p22-002')], [about('p22-001')], []]);

    await desk.amend(id, 'all', { decision: 'accepted' });
    await desk.publish(id);
    const again = await desk.upload(`${plan}三、招商引资\n安环局要在6月底前完成管网改造。\n`, P22);
    expect(await asked(again)).toEqual([[about('p22-001、p22-002')]]);
  });
});
