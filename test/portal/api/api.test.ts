import { createConfig, lintFromString } from '@redocly/openapi-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { digestId } from '../../../functions/domain/messages/digest.ts';
import { ProblemBody } from '../../../functions/portal/api/problem.ts';
import { Messages, ProofsBody, Units } from '../../../functions/portal/messages/schemas.ts';
import { HistoryBody, ItemPage, TaskBody } from '../../../functions/portal/register/schemas.ts';
import { type Caller, callerAs, refuseUndocumented } from '../../support/caller.ts';
import { samplePark } from '../../support/portal.ts';
import type { World } from '../../support/world.ts';

let world: World;
let owner: Caller;
let office: Caller;
beforeEach(async () => {
  world = await samplePark('2022-06-15', '2022-07-01');
  owner = await callerAs(world, 'anhuan-owner');
  office = await callerAs(world, 'office');
});

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1 without lint findings', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const source = await (await office('/openapi.json')).text();
    const found = await lintFromString({ source, config });
    expect(found.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });

  it('knows that a call from another site is refused, which the caller of these tests asks for', async () => {
    const elsewhere = { origin: 'https://evil.example', 'content-type': 'text/plain' };
    for (const path of ['/items/p22-071/moves', '/targets/p22-001/figures', '/plans']) {
      expect((await office(path, {}, elsewhere)).status).toBe(403);
    }
    expect(() => refuseUndocumented('POST', '/api/v1/plans', 418)).toThrow('does not know');
  });
});

describe('the list of items', () => {
  it('returns every item once, page by page, in the order of the web page', async () => {
    const ids: string[] = [];
    let cursor = '';
    do {
      const answer = await office(`/items?limit=40${cursor && `&cursor=${cursor}`}`);
      const page = ItemPage.parse(await answer.json());
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? '';
    } while (cursor !== '');
    expect(ids).toHaveLength(188);
    expect(new Set(ids).size).toBe(188);
  });

  it('filters like the web page, and omits what the viewer may not see', async () => {
    const red = ItemPage.parse(await (await office('/items?lamp=red')).json());
    expect(red.items.every(({ lamp }) => lamp.colour === 'red')).toBe(true);
    const own = ItemPage.parse(await (await owner('/items?limit=200')).json());
    expect(new Set(own.items.map(({ leadUnit }) => leadUnit))).toEqual(new Set(['安环局']));
  });

  it.each([
    { query: 'lamp=purple', field: 'lamp' },
    { query: 'limit=1000', field: 'limit' },
    { query: 'colour=red', field: 'colour' },
    { query: 'cursor=nothing', field: 'cursor' },
  ])('refuses $query, and says which field is wrong', async ({ query, field }) => {
    const answer = await office(`/items?${query}`);
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const { errors } = ProblemBody.parse(await answer.json());
    expect(errors?.map((each) => each.field)).toEqual([field]);
  });
});

describe('the messages', () => {
  it('list recipients and content that the caller may see, and never an action link', async () => {
    const answer = await (await office('/messages')).text();
    const { messages } = Messages.parse(JSON.parse(answer));
    const toOwner = messages.find(({ contact }) => contact === 'anhuan-owner');
    expect(toOwner).toMatchObject({ state: 'sent', items: ['p22-071'] });
    expect(toOwner?.sentAt).toBe('2022-07-01T00:00:00Z');
    const codes = world.digests().flatMap(({ code }) => code ?? []);
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) expect(answer).not.toContain(code);
    const own = Messages.parse(await (await owner('/messages')).json());
    expect(new Set(own.messages.map(({ contact }) => contact))).toEqual(new Set(['anhuan-owner']));
  });

  it('have their link revoked by the office only', async () => {
    const { messages } = Messages.parse(await (await office('/messages')).json());
    const sent = messages.find(({ contact }) => contact === 'anhuan-owner');
    const path = `/messages/${encodeURIComponent(sent?.id ?? '')}/revocation`;
    expect((await owner(path, {})).status).toBe(403);
    expect((await office(path, {})).status).toBe(200);
    const { code } = world.digests().find((each) => digestId(each) === sent?.id) ?? {};
    expect((await world.ports.links.read(code ?? ''))?.revokedAt).not.toBeNull();
    expect((await office('/messages/nothing/revocation', {})).status).toBe(404);
  });

  it('are counted for each post, next to the items of each unit', async () => {
    const { units, load } = Units.parse(await (await office('/units')).json());
    const items = units.reduce((sum, each) => sum + each.items, 0);
    expect(items).toBe(188);
    expect(load.find(({ contact }) => contact === 'anhuan-owner')?.messages).toBe(1);
    const own = Units.parse(await (await owner('/units')).json());
    expect(own.units.map(({ unit }) => unit)).toEqual(['安环局']);
  });

  it('are proofs of each task', async () => {
    const answer = await (await office('/items/p22-071/proofs')).json();
    const { proofs } = ProofsBody.parse(answer);
    expect(proofs).toContainEqual(
      expect.objectContaining({ rung: 'overdue-1', asksForSign: true, signedAt: null }),
    );
  });
});

describe('one item', () => {
  const report = { act: 'report', progress: 40, why: '设备到场' };

  it('has a version, a history and a lamp with its reason', async () => {
    const answer = await office('/items/p22-071');
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(TaskBody.parse(await answer.json())).toMatchObject({
      due: '2022-06-30',
      lamp: { colour: 'red', rule: 'time.overdue' },
    });
    const history = await (await office('/items/p22-071/history')).json();
    expect(HistoryBody.parse(history).changes).toHaveLength(1);
  });

  it('applies a move to the version that was read, once per idempotency key', async () => {
    const headers = { 'if-match': '"1"', 'idempotency-key': 'k1' };
    const answer = await owner('/items/p22-071/moves', report, headers);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"2"');
    const again = await owner('/items/p22-071/moves', report, headers);
    expect(again.status).toBe(200);
    expect(world.stored('p22-071')).toMatchObject({ version: 2, task: { progress: 40 } });
  });

  it('refuses an outdated version and returns both', async () => {
    await owner('/items/p22-071/moves', report, { 'if-match': '"1"' });
    const redate = { act: 'redate', due: '2022-08-31', why: '核定' };
    const answer = await office('/items/p22-071/moves', redate, { 'if-match': '"1"' });
    expect(answer.status).toBe(412);
    const { current, yours } = ProblemBody.parse(await answer.json());
    expect(current).toMatchObject({ version: 2, progress: 40, due: '2022-06-30' });
    expect(yours).toEqual(redate);
    expect(world.stored('p22-071')?.version).toBe(2);
  });

  it.each([
    { body: report, headers: {}, status: 428 },
    { body: { act: 'report' }, headers: { 'if-match': '"1"' }, status: 422 },
    { body: 'not an object', headers: { 'if-match': '"1"' }, status: 422 },
    { body: { act: 'verify' }, headers: { 'if-match': '"1"' }, status: 422 },
  ])('refuses $body with $headers: $status', async ({ body, headers, status }) => {
    const answer = await owner('/items/p22-071/moves', body, headers);
    expect(answer.status).toBe(status);
    expect(ProblemBody.parse(await answer.json()).title).not.toBe('');
    expect(world.stored('p22-071')?.version).toBe(1);
  });

  it('answers 404 for an item of another unit', async () => {
    const other = await callerAs(world, 'zhaoshang-owner');
    for (const path of ['/items/p22-071', '/items/p22-071/history', '/nowhere']) {
      expect((await other(path)).status).toBe(404);
    }
    const answer = await other('/items/p22-071/moves', report, { 'if-match': '"1"' });
    expect(answer.status).toBe(404);
  });

  it('requires a signed-in caller', async () => {
    const nobody = await callerAs(world);
    for (const path of ['/items', '/items/p22-071', '/openapi.json']) {
      const answer = await nobody(path);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('content-type')).toContain('problem+json');
    }
  });
});
