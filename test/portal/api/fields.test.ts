import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import { ProblemBody } from '../../../functions/portal/api/problem.ts';
import { operations } from '../../../functions/portal/operations.ts';
import { type Caller, callerAs } from '../../support/caller.ts';
import { samplePark } from '../../support/portal.ts';
import { within } from '../../support/schemas.ts';
import type { World } from '../../support/world.ts';

let world: World;
let office: Caller;
let owner: Caller;
beforeAll(async () => {
  world = await samplePark('2022-06-15');
  office = await callerAs(world, 'office');
  owner = await callerAs(world, 'anhuan-owner');
});

/** The fields that an answer names as wrong, with its status. */
async function wrongIn(answer: Response): Promise<readonly (string | number)[]> {
  const { errors = [] } = ProblemBody.parse(await answer.json());
  return [answer.status, ...errors.map(({ field }) => field)];
}

const contact = { id: 'x', unit: '水务', post: '水务责任人', role: 'owner', channels: ['wecom'] };
const seen = { 'if-match': '"1"' };

describe('a field that the API does not know', () => {
  it('is rejected in the body of any call, at any depth', () => {
    const objects = operations.flatMap(({ operationId, body }) =>
      (body ? within(body.schema) : []).flatMap(({ path, schema }) =>
        schema instanceof z.ZodObject ? [{ operationId, path, catchall: schema.def.catchall }] : [],
      ),
    );
    expect(objects.length).toBeGreaterThan(20);
    const open = objects.filter(({ catchall }) => !(catchall instanceof z.ZodNever));
    expect(open.map(({ operationId, path }) => `${operationId} ${path}`)).toEqual([]);
  });

  it.each([
    {
      path: '/items/p22-071/moves',
      body: { act: 'report', progress: 10, note: '到货' },
      at: 'note',
    },
    {
      path: '/targets/p22-006/figures',
      body: { month: 5, value: '1', source: '月报', note: '' },
      at: 'note',
    },
    { path: '/contacts', body: { ...contact, mails: 'a@park.example' }, at: 'mails' },
    {
      path: '/policies/rehearsal',
      body: {
        policy: { ...defaultPolicy, weekly: { ...defaultPolicy.weekly, day: 1 } },
        from: '2022-07-01',
      },
      at: 'policy.weekly.day',
    },
    {
      path: '/plans/2022-x/drafts/amendments',
      body: { drafts: [{ draft: 'p22-001', version: 1, note: '' }], unit: '安环局' },
      at: 'drafts.0.note',
    },
    { path: '/contacts/anhuan-owner/test-message', body: { note: '' }, at: 'note' },
    { path: '/items?note=', body: undefined, at: 'note' },
    { path: '/targets?note=', body: undefined, at: 'note' },
  ])('is named, and nothing is done: $at of $path', async ({ path, body, at }) => {
    const before = JSON.stringify([world.stored('p22-071'), world.messages.length]);
    expect(await wrongIn(await office(path, body, seen))).toEqual([422, at]);
    expect(JSON.stringify([world.stored('p22-071'), world.messages.length])).toBe(before);
  });

  it('is reported together with the other faults', async () => {
    const move = { act: 'report', progress: 101, wy: '到货' };
    const answer = await owner('/items/p22-071/moves', move, seen);
    expect(await wrongIn(answer)).toEqual([422, 'progress', 'wy']);
  });
});
