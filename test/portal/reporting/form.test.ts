import { beforeEach, describe, expect, it } from 'vitest';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { taskId } from '../../support/ids.ts';
import { aPortal, type Visitor, visitor } from '../../support/portal.ts';
import { ASKED, askedPark, figuresOf, plain, taskOf } from '../../support/returns.ts';
import type { World } from '../../support/world.ts';

let world: World;
let form: string;
let owner: Visitor;
beforeEach(async () => {
  ({ world, form } = await askedPark());
  owner = visitor(aPortal(world));
});

const task = (id: string): Task => taskOf(world, id);
const figures = (id: string): ReturnType<typeof figuresOf> => figuresOf(world, id);

describe('the form of returns behind a link', () => {
  it('asks for everything of the day in the order of its sections, nothing chosen beforehand', async () => {
    const page = await owner.text(form);
    const ids = [...page.matchAll(/id="i-([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(Object.values(ASKED));
    expect(plain(page)).toContain(
      '请在6月24日（周五）下班前交。已反馈 0 项，还有 8 项，可以分几次交。',
    );
    expect(page).not.toMatch(/ checked/);
    for (const words of [
      '目标400亿元，截至4月108.3亿元',
      '目标前2位，截至4月第3位',
      '目标20家，3月当期2家',
      '6月17日（周五）〔原〕，还没有反馈过',
      '9月30日（周五）〔拟〕，上次50%：初稿已成',
      '长期工作，每季度反馈',
    ]) {
      expect(plain(page)).toContain(words);
    }
  });

  it('offers 同上次 only for what counts from January, a level or a rank, and asks for a gap', async () => {
    const page = await owner.text(form);
    const isOffered = (id: string): boolean =>
      new RegExp(`type="checkbox" name="a-${id}"`).test(page);
    expect([ASKED.sum, ASKED.rank, ASKED.series].map(isOffered)).toEqual([true, true, false]);
    expect(page).toContain(`name="v-${ASKED.series}-4"`);
    expect(page).toContain(`name="v-${ASKED.series}-5"`);
  });

  it('takes each answer, in parts, and says what was answered', async () => {
    const first = await owner.post(form, {
      key: 'a',
      [`v-${ASKED.sum}-5`]: '131.5',
      [`a-${ASKED.rank}`]: 'same',
      [`v-${ASKED.series}-4`]: '1',
      [`a-${ASKED.late}`]: 'done',
      [`w-${ASKED.late}`]: '已派驻3人',
      [`a-${ASKED.open}`]: 'go',
      [`p-${ASKED.open}`]: '70',
      [`w-${ASKED.open}`]: '已征求意见',
      [`a-${ASKED.duty}`]: 'go',
      [`w-${ASKED.duty}`]: '走访两次',
    });
    expect(first.status).toBe(303);
    expect(await figures(ASKED.sum)).toMatchObject({ 5: '131.5' });
    expect(await figures(ASKED.rank)).toMatchObject({ 5: '3' });
    expect(await figures(ASKED.series)).toEqual({ 1: '2', 2: '1', 3: '2', 4: '1' });
    expect(task(ASKED.late).status).toBe('pendingReview');
    expect(task(ASKED.open)).toMatchObject({ progress: 70, lastReport: { note: '已征求意见' } });
    expect(task(ASKED.duty).lastReport?.note).toBe('走访两次');
    const page = plain(await owner.text(first.headers.get('location') ?? ''));
    expect(page).toContain('收到了');
    expect(page).toContain('已反馈 6 项，还有 2 项');
    expect(page).toContain('已反馈 6月22日，截至5月131.5亿元');
    expect(page).toContain('已反馈 6月22日，70%：已征求意见');
    expect(page).toContain('已反馈 6月22日报办结，等园区办核验');
    await owner.post(form, {
      key: 'b',
      [`a-${ASKED.near}`]: 'same',
      [`a-${ASKED.visits}`]: 'same',
    });
    expect(task(ASKED.near).lastReport).toMatchObject({ note: '无变化', progress: 0 });
    const done = plain(await owner.text(form));
    expect(done).toContain('6月反馈已交齐');
    expect(done).toContain('等园区办核验');
    expect(done).toContain('7月25日（周一）前交，7月21日（周四）发出通知');
    expect(await owner.text(`${form}?all=yes`)).toContain(`id="i-${ASKED.sum}"`);
  });

  it('signs for the rest of its message', async () => {
    const before = world.digests().flatMap(({ answers }) => answers);
    expect(before.some(({ signedAt }) => signedAt === null)).toBe(true);
    const sent = await owner.post(form, { key: 'a', [`a-${ASKED.duty}`]: 'same' });
    expect(await owner.text(sent.headers.get('location') ?? '')).toContain('并记为签收');
    const digest = world.digests().find(({ post }) => post === 'owner@招商局');
    expect(digest?.answers.every(({ signedAt }) => signedAt !== null)).toBe(true);
  });

  it('is taken once though it was sent twice, whatever was answered', async () => {
    const fields = {
      key: 'a',
      [`v-${ASKED.series}-4`]: '1',
      [`v-${ASKED.series}-5`]: '3',
      [`a-${ASKED.late}`]: 'done',
      [`a-${ASKED.near}`]: 'go',
      [`p-${ASKED.near}`]: '40',
    };
    const [first, second] = [await owner.post(form, fields), await owner.post(form, fields)];
    expect([first.status, second.status]).toEqual([303, 303]);
    for (const id of [ASKED.series, ASKED.late, ASKED.near])
      expect((await world.register.history('linxiang', taskId(id))).length).toBe(2);
    const target = await world.ports.collections.targets.find('linxiang', ASKED.series);
    expect(target?.value.actuals).toHaveLength(5);
  });

  it('says that nothing was filled in, and keeps nothing back of who filled in something', async () => {
    const none = await owner.post(form, { key: 'a' });
    expect(none.status).toBe(400);
    expect(await none.text()).toContain('还没有填任何一项');
    const wrong = await owner.post(form, {
      key: 'b',
      [`v-${ASKED.sum}-5`]: '一百三',
      [`a-${ASKED.open}`]: 'go',
      [`p-${ASKED.open}`]: '150',
      [`w-${ASKED.open}`]: '已征求意见',
      [`a-${ASKED.near}`]: 'go',
      [`a-${ASKED.duty}`]: 'same',
    });
    expect(wrong.status).toBe(400);
    const page = await wrong.text();
    expect(page).toContain('<title>有错误：6月反馈');
    expect(page).toContain('收到 1 项，还有 3 项要改');
    expect(page).toContain(`href="#r-v-${ASKED.sum}-5"`);
    expect(page).toContain('value="一百三"');
    expect(page).toContain('value="150"');
    expect(page).toContain('value="已征求意见"');
    expect(plain(page)).toContain('引入第三方专业招商平台：请填完成到百分之几，或写一句');
    expect(task(ASKED.duty).lastReport?.note).toBe('无变化');
    expect(task(ASKED.open).progress).toBe(50);
  });

  it('asks back a number that is implausible, and a task that is all done; the others are recorded', async () => {
    const fields = {
      key: 'a',
      [`v-${ASKED.sum}-5`]: '1083',
      [`a-${ASKED.near}`]: 'go',
      [`p-${ASKED.near}`]: '100',
      [`w-${ASKED.near}`]: '已签约',
      [`a-${ASKED.duty}`]: 'same',
    };
    const asked = await owner.post(form, fields);
    expect(asked.status).toBe(200);
    const page = plain(await asked.text());
    expect(page).toContain('收到 1 项，还有 2 项要核对');
    expect(page).toContain('填的是1083亿元，是4月108.3亿元的10倍');
    expect(page).toContain('完成到 100%，要报办结吗？');
    expect(page).toContain('没填错，就是 1083亿元');
    expect(await figures(ASKED.sum)).not.toHaveProperty('5');
    expect(task(ASKED.near).progress).toBe(0);
    const again = {
      key: 'b',
      [`v-${ASKED.sum}-5`]: '1083',
      [`a-${ASKED.near}`]: 'go',
      [`p-${ASKED.near}`]: '100',
      [`k-${ASKED.sum}-5`]: '1083',
      [`d-${ASKED.near}`]: 'yes',
    };
    expect((await owner.post(form, again)).status).toBe(303);
    expect(await figures(ASKED.sum)).toMatchObject({ 5: '1083' });
    expect(task(ASKED.near).status).toBe('pendingReview');
    expect((await world.register.history('linxiang', taskId(ASKED.duty))).length).toBe(2);
  });

  it('takes 100 % that is not handed in as progress alone', async () => {
    await owner.post(form, {
      key: 'a',
      [`p-${ASKED.near}`]: '100',
      [`d-${ASKED.near}`]: 'no',
    });
    expect(task(ASKED.near)).toMatchObject({ status: 'inProgress', progress: 100 });
  });
});
