import { beforeEach, describe, expect, it } from 'vitest';
import type { Portal } from '../../../functions/portal/http/portal.ts';
import { aPortal, samplePark, signedInAs } from '../../support/portal.ts';
import { answerGap, seeToGap } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await samplePark('2022-06-15');
  world.goTo('2022-06-20 09:00');
  await seeToGap('linxiang', true, world.ports);
});

/** The pages of a laptop that asks; sending is not what they are about. */
const asking = (): Portal =>
  aPortal(world, {
    asking: {
      answer: (chooser, choice) => answerGap({ ...chooser, park: 'linxiang' }, choice, world.ports),
    },
  });

const askedAt = '2022-06-20T01:00:00Z';
const QUESTION = '6月16日（周四）、6月17日（周五）没有运行';

describe('the question about a gap on the pages', () => {
  it('stands on every page of the office with both answers, and for nobody else', async () => {
    const office = await signedInAs('office', asking());
    for (const path of ['/', '/items', '/messages', '/settings']) {
      const page = await office.text(path);
      expect(page).toContain(QUESTION);
      expect(page).toContain('全部补发');
      expect(page).toContain('只发今天的');
    }
    for (const post of ['leader-principal', 'anhuan-owner', 'anhuan-head']) {
      const other = await signedInAs(post, asking());
      expect(await other.text('/')).not.toContain(QUESTION);
      expect((await other.post('/gap', { askedAt, choice: 'all' })).status).toBe(404);
    }
  });

  it('is not there where nobody is asked: on AWS, and in the demonstration', async () => {
    const office = await signedInAs('office', aPortal(world));
    expect(await office.text('/')).not.toContain(QUESTION);
    expect((await office.post('/gap', { askedAt, choice: 'all' })).status).toBe(404);
  });

  it('is answered by one press, and the page says by whom', async () => {
    const office = await signedInAs('office', asking());
    const answer = await office.post('/gap', { askedAt, choice: 'today', back: '/items' });
    expect(answer.headers.get('location')).toBe('/items?ok=chosen');
    const page = await office.text('/items?ok=chosen');
    expect(page).toContain('已按您的选择办理。');
    expect(page).toContain('园区办（督查室）6月20日 09:00选择“只发今天的”');
    expect(page).not.toContain(QUESTION);
  });

  it('shows what was chosen elsewhere first, and changes nothing of it', async () => {
    const office = await signedInAs('office', asking());
    const chooser = { askedAt: world.now(), by: 'terminal', name: '本机终端', park: 'linxiang' };
    await answerGap(chooser, 'all', world.ports);
    const answer = await office.post('/gap', { askedAt, choice: 'today', back: '/' });
    expect(answer.headers.get('location')).toBe('/?ok=overtaken');
    const page = await office.text('/?ok=overtaken');
    expect(page).toContain('这件事已经有人选过');
    expect(page).toContain('本机终端6月20日 09:00选择“全部补发”。');
  });

  it.each([{}, { choice: 'all' }, { askedAt, choice: 'none' }, { askedAt: 'x', choice: 'all' }])(
    'takes no answer from the form %j',
    async (fields) => {
      const office = await signedInAs('office', asking());
      const answer = await office.post('/gap', fields);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('没有说明怎么发');
    },
  );
});
