import { expect, it } from 'vitest';
import { z } from 'zod';
import { ActionLink } from '../../functions/domain/messages/action-link.ts';
import { DigestItem, PolicyItem, TaskItem } from '../../functions/register/items.ts';
import { aStoredTask, at, firstPolicy, nothingHeard } from '../support/builders.ts';

/** `record` without the fields called `names`, as it was written before there were any. */
const without = (record: unknown, ...names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(record as Record<string, unknown>).filter(([name]) => !names.includes(name)),
  );

const digest = {
  park: 'linxiang',
  day: '2022-06-27',
  post: 'owner@安环局',
  number: 1,
  state: 'sent',
  notices: [],
  dropped: [],
  holder: null,
  attempts: 1,
  contact: 'anhuan-owner',
  insteadOf: null,
  messageId: 'm-1',
  sentAt: '2022-06-27T00:02:00Z',
  answers: [],
  version: 2,
};

it('a digest that was written before a field was added is read as it was meant', () => {
  expect(DigestItem.parse(digest)).toMatchObject({
    unknowns: 0,
    code: null,
    formerCodes: [],
    wakeAt: null,
    copies: [],
  });
  expect(DigestItem.parse(digest).names).toBeUndefined();
});

it('an answer that was written before messages climbed is settled', () => {
  const answers = [{ key: 'k', signedAt: null, signedBy: null }];
  expect(DigestItem.parse({ ...digest, answers }).answers).toEqual([
    { key: 'k', signedAt: null, signedBy: null, open: null },
  ]);
});

it('an answer that a message of its own climbed with is read as it stood, and written as it lay', () => {
  const climbing = {
    isSettled: false,
    level: 1,
    since: '2022-06-27T00:02:00Z',
    isRed: true,
    trail: [{ role: 'unitHead', on: '2022-06-29' }],
  };
  const answers = [{ key: 'k', signedAt: null, signedBy: null, ...climbing }];
  const read = DigestItem.parse({ ...digest, answers });
  expect(read.answers).toMatchObject([
    { key: 'k', open: { level: 1, isRed: true, since: at('2022-06-27 08:02') } },
  ]);
  expect(z.encode(DigestItem, read).answers).toEqual(answers);
});

it('a notice of a silence that was written before its beginning was kept is read without it', () => {
  const notice = {
    about: 'task',
    task: 'lx22-071',
    rung: 'due/unsigned-1',
    post: 'unitHead@安环局',
    role: 'unitHead',
    due: '2022-06-30',
    plannedAt: '2022-06-30T00:00:00Z',
    skipped: [],
    escalates: { key: 'k', why: 'unsigned', trail: [] },
  };
  expect(DigestItem.parse({ ...digest, notices: [notice] }).notices).toMatchObject([
    { escalates: { since: null, answered: null } },
  ]);
});

it('the daily notice that was written before the day of its run was kept is read without it', () => {
  const counts = { since: null, watched: 1, repaired: 0, damaged: 0 };
  const notice = { about: 'park', matter: 'daily', of: '2022-06-20', post: 'office', ...counts };
  expect(DigestItem.parse({ ...digest, notices: [notice] }).notices).toMatchObject([
    { ranOn: null, gap: null },
  ]);
});

it('a task that was written before a field was added is read as it was meant', () => {
  const stored = z.encode(TaskItem, aStoredTask());
  const later = ['recurrence', 'stageOf', 'overdueCount', 'disowned', 'rulings'];
  const { heard } = stored;
  const before = {
    ...without(stored, 'wakeAt'),
    task: {
      ...without(stored.task, ...later),
      lastReport: { at: '2022-06-20T01:00:00Z', note: '' },
      request: { at: '2022-06-20T01:00:00Z', due: '2022-07-30', why: '', isLate: false },
    },
    heard: without(heard, 'handOver', 'returned', 'paced', 'ruling', 'on', 'climb', 'answered'),
    lastChange: without(stored.lastChange, 'onBehalfOf'),
  };
  const read = TaskItem.parse(before);
  expect(read.task).toMatchObject({
    recurrence: null,
    stageOf: null,
    overdueCount: null,
    disowned: null,
    rulings: [],
    lastReport: { progress: null, isReturned: false },
    request: { by: null },
  });
  expect(read).toMatchObject({
    heard: nothingHeard,
    wakeAt: null,
    lastChange: { onBehalfOf: null },
  });
});

it('a ruling and an objection that were written before a field was added are read as they were meant', () => {
  const stored = z.encode(TaskItem, aStoredTask());
  const instant = '2022-06-20T01:00:00Z';
  const ruling = {
    number: 1,
    at: instant,
    post: 'owner@安环局',
    what: '同意',
    askedAt: null,
    wished: null,
  };
  const task = { ...stored.task, disowned: { at: instant, why: '' }, rulings: [ruling] };
  expect(TaskItem.parse({ ...stored, task }).task).toMatchObject({
    disowned: { by: null },
    rulings: [{ by: null, why: '', disputedAt: null, due: null, unit: null, assignment: 0 }],
  });
});

it('a link that was written before the links of a contact ended together is of its first epoch', () => {
  const expiresAt = '2022-06-30T00:00:00Z';
  const parts = { code: 'c', park: 'linxiang', contact: 'office', digests: [], revokedAt: null };
  expect(ActionLink.parse({ ...parts, expiresAt })).toMatchObject({ epoch: 0 });
});

it('a policy that was written before the name of its author was kept is read without it', () => {
  const stored = without(z.encode(PolicyItem, { ...firstPolicy, wakeAt: null }), 'wakeAt');
  expect(PolicyItem.parse(stored)).toEqual({ ...firstPolicy, wakeAt: null });
});

it.each([
  ['task', { ...z.encode(TaskItem, aStoredTask()).task, progress: 101 }],
  ['task', { ...z.encode(TaskItem, aStoredTask()).task, due: '2022-02-30' }],
  ['heard', { ...z.encode(TaskItem, aStoredTask()).heard, assignment: -1 }],
])('a %s with a value that nobody could have written is refused', (part, value) => {
  const stored = z.encode(TaskItem, aStoredTask());
  expect(TaskItem.safeParse({ ...stored, [part]: value }).success).toBe(false);
});
