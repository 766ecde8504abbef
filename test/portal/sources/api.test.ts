import { beforeEach, describe, expect, it } from 'vitest';
import { ProblemBody } from '../../../functions/portal/api/problem.ts';
import {
  DraftsBody,
  OnePlan,
  Plans,
  PublishedBody,
} from '../../../functions/portal/sources/schemas.ts';
import { TextBody } from '../../../functions/portal/sources/text-schemas.ts';
import { type Caller, callerAs, statusesOf } from '../../support/caller.ts';
import { emptyPark, SMALL_PLAN } from '../../support/plans.ts';
import type { World } from '../../support/world.ts';

let world: World;
let office: Caller;
beforeEach(async () => {
  world = await emptyPark();
  office = await callerAs(world, 'office');
});

const plan = { file: '计划.txt', content: Buffer.from(SMALL_PLAN).toString('base64') };

const uploaded = async (): Promise<string> =>
  OnePlan.parse(await (await office('/plans', plan)).json()).id;

describe('a plan through the API', () => {
  it('is uploaded, decided and published', async () => {
    const id = await uploaded();
    const page = DraftsBody.parse(await (await office(`/plans/${id}/drafts?limit=200`)).json());
    expect(page.total).toBe(7);
    const drafts = page.drafts.map(({ draft, version }) => ({ draft, version }));
    const wish = { drafts, unit: '安环局', decision: 'accepted' };
    const answer = await office(`/plans/${id}/drafts/amendments`, wish);
    expect(await answer.json()).toEqual({ amended: 7, left: [] });
    const again = await office(`/plans/${id}/drafts/amendments`, wish);
    expect(await again.json()).toEqual({ amended: 7, left: [] });
    const stale = await office(`/plans/${id}/drafts/amendments`, { ...wish, unit: '招商局' });
    expect(await stale.json()).toMatchObject({ amended: 0 });
    const published = await (await office(`/plans/${id}/publish`, {})).json();
    expect(PublishedBody.parse(published)).toEqual({ registered: 7, left: 0 });
    expect(world.stored('p22-007')?.task.leadUnit).toBe('安环局');
    const { plans } = Plans.parse(await (await office('/plans')).json());
    expect(plans).toMatchObject([{ id, state: 'published', year: 2022 }]);
  });

  it('has no draft that it does not have: nothing is amended', async () => {
    const id = await uploaded();
    const [first] = DraftsBody.parse(await (await office(`/plans/${id}/drafts`)).json()).drafts;
    if (!first) throw new Error('the plan has drafts');
    const { draft, version } = first;
    const drafts = [
      { draft, version },
      { draft: '2022-x/999', version: 1 },
    ];
    const wish = { drafts, unit: '安环局', decision: 'accepted' };
    const answer = await office(`/plans/${id}/drafts/amendments`, wish);
    expect(answer.status).toBe(404);
    expect(ProblemBody.parse(await answer.json()).title).toBe('没有这一项，或不在您的权限内');
    const [same] = DraftsBody.parse(await (await office(`/plans/${id}/drafts`)).json()).drafts;
    expect(same?.version).toBe(version);
  });

  it('is created once per idempotency key', async () => {
    const once = { 'idempotency-key': 'nightly run #1' };
    const first = OnePlan.parse(await (await office('/plans', plan, once)).json());
    const second = OnePlan.parse(await (await office('/plans', plan, once)).json());
    expect(second).toEqual(first);
    expect(await world.collections.reviews.all('linxiang')).toHaveLength(1);
    const other = Buffer.from(SMALL_PLAN.replace('6月', '7月')).toString('base64');
    const answer = await office('/plans', { ...plan, content: other }, once);
    expect(answer.status).toBe(422);
    expect(ProblemBody.parse(await answer.json()).errors?.[0]?.message).toContain('还没有发布');
  });

  it('uploaded eight times at once is under review once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => office('/plans', plan)));
    const [first, ...others] = statusesOf(answers);
    expect(first).toBe(200);
    expect(others.every((status) => status === 409 || status === 422)).toBe(true);
    expect(await world.collections.reviews.all('linxiang')).toHaveLength(1);
  });

  it.each([
    { body: { file: 'a.txt', content: '！' }, field: 'content' },
    { body: { file: 'a.txt', content: '' }, field: 'a.txt' },
    { body: { ...plan, year: 22 }, field: 'year' },
    { body: { file: 'a.png', content: 'iVBORw0KGgo=' }, field: 'a.png' },
  ])('is refused with the field: $field', async ({ body, field }) => {
    const answer = await office('/plans', body);
    expect(answer.status).toBe(422);
    const { errors } = ProblemBody.parse(await answer.json());
    expect(errors?.map((each) => each.field)).toEqual([field]);
  });

  it('can be dropped, and is then not published', async () => {
    const id = await uploaded();
    expect((await office(`/plans/${id}/drop`, {})).status).toBe(200);
    expect((await office(`/plans/${id}/publish`, {})).status).toBe(422);
  });

  it('is not for those who do not see how the park works', async () => {
    const id = await uploaded();
    const owner = await callerAs(world, 'anhuan-owner');
    for (const path of ['/plans', `/plans/${id}`, `/plans/${id}/drafts`]) {
      expect((await owner(path)).status).toBe(403);
    }
    expect((await owner(`/plans/${id}/publish`, {})).status).toBe(403);
    expect((await office('/plans/nothing')).status).toBe(404);
  });
});

describe('the text of a plan through the API', () => {
  it('accounts for every character, and words of it become a draft', async () => {
    const id = await uploaded();
    const text = TextBody.parse(await (await office(`/plans/${id}/text?limit=200`)).json());
    const { draft, part, passed } = text.counts;
    expect(draft + part + passed).toBe(text.characters);
    expect(text).toMatchObject({ unaccounted: 0, characters: Array.from(SMALL_PLAN).length });
    const parts = TextBody.parse(await (await office(`/plans/${id}/text?fate=part`)).json());
    expect(parts.sentences.every(({ fate }) => fate === 'part')).toBe(true);
    const made = await office(`/plans/${id}/drafts`, { words: '应急预案修订' });
    expect(await made.json()).toMatchObject({ id: 'p22-008', quote: '应急预案修订', version: 1 });
    for (const [wish, status] of [
      [{ sentence: 4, pieces: [0] }, 200],
      [{ start: 1, end: 3 }, 200],
      [{ start: 1 }, 422],
      [{ words: '没有这些字' }, 422],
    ] as const) {
      expect((await office(`/plans/${id}/drafts`, wish)).status).toBe(status);
    }
    expect((await office('/plans/2022-9/drafts', { sentence: 1 })).status).toBe(404);
  });
});
