import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Gap } from '../../functions/domain/deadlines/gap.ts';
import { Heard } from '../../functions/domain/deadlines/heard.ts';
import { openedDigest } from '../../functions/domain/messages/digest.ts';
import { unreached } from '../../functions/domain/messages/digest-outcome.ts';
import { newHeartbeat } from '../../functions/domain/messages/heartbeat.ts';
import { unsentNotice } from '../../functions/domain/messages/office-notices.ts';
import { Task } from '../../functions/domain/tasks/task.ts';
import { Urge } from '../../functions/domain/tasks/urge.ts';
import { DigestItem, TaskItem, WatchItem } from '../../functions/register/items.ts';
import { aStoredTask, aTask, at, day, nothingHeard, rules } from '../support/builders.ts';
import { contactId, digestNamed, postId } from '../support/ids.ts';

it('a watch that was written before anybody could lack a channel is read as one that told of none', () => {
  const before = {
    park: 'linxiang',
    wakeAt: '2022-06-16T00:00:00Z',
    watched: 97,
    repaired: 0,
    damaged: 0,
    datesToSet: null,
    beginsOn: null,
    toldOn: '2022-06-15',
    version: 3,
  };
  expect(WatchItem.parse(before)).toMatchObject({ withoutChannel: [], gap: null });
});

it('a digest that was not sent, and the notice of it, are read as they were written', () => {
  const place = { park: 'linxiang', day: day('2022-06-15'), post: postId('office'), number: 1 };
  const notice = unsentNotice(
    digestNamed('2022-06-15#owner@安环局#1'),
    contactId('owner-0'),
    'notSetUp',
  );
  const digest = openedDigest(place, notice, at('2022-06-15 08:00'));
  const ended = unreached(digest, { contact: contactId('office'), insteadOf: null, dropped: [] });
  const asked = { about: 'park', matter: 'channelsMissing', of: '2022-06-15', post: 'office' };
  const stored = { ...ended, notices: [notice, asked], version: 2 } as z.output<typeof DigestItem>;
  expect(DigestItem.parse(z.encode(DigestItem, stored))).toEqual(stored);
});

it('what a move found is read as it was written, and a task without it as before', () => {
  const { version, ...stored } = aStoredTask({ version: 2 });
  const undo = { version: 2, act: 'suspend', task: aTask(), heard: nothingHeard } as const;
  const item = z.encode(TaskItem, { ...stored, version, undo });
  expect(TaskItem.parse(item).undo).toEqual(undo);
  const { undo: _, ...older } = item;
  expect(TaskItem.parse(older)).not.toHaveProperty('undo');
});

it('a question about a gap and its answer are read as they were written', () => {
  const gap: Gap = {
    why: 'missed',
    since: day('2022-06-15'),
    through: day('2022-06-17'),
    askedAt: at('2022-06-20 09:00'),
    passed: 2,
    answer: {
      choice: 'today',
      by: 'office',
      name: '园区办',
      at: at('2022-06-20 09:05'),
      isDone: true,
    },
  };
  const watch = { ...newHeartbeat('linxiang', at('2022-06-15 07:00'), rules), gap, version: 1 };
  const read = WatchItem.parse(z.encode(WatchItem, watch));
  expect(JSON.stringify(read.gap)).toBe(JSON.stringify(gap));

  const place = { park: 'linxiang', day: day('2022-06-20'), post: postId('office'), number: 1 };
  const daily = {
    about: 'park',
    matter: 'daily',
    post: postId('office'),
    of: '2022-06-20',
    ranOn: '2022-06-20',
    since: '2022-06-15',
    watched: 1,
    repaired: 0,
    damaged: 0,
    gap: { clockWasOn: null, choice: 'today', by: '园区办', passed: 2 },
  } as const;
  const digest = { ...openedDigest(place, daily, at('2022-06-20 08:00')), version: 1 };
  const stored = z.encode(DigestItem, digest);
  expect(DigestItem.parse(stored).notices).toEqual([daily]);
  const { gap: _, ...older } = daily;
  const former = { ...stored, notices: [older] };
  expect(DigestItem.parse(former).notices).toEqual([{ ...daily, gap: null }]);
});

it('a notice of a task lies under the key of its occasion, attribute by attribute as ever', () => {
  const stored = {
    about: 'task',
    task: 'lx22-071',
    rung: 'overdue-weekly-2/unsigned-1',
    post: 'unitHead@安环局',
    role: 'unitHead',
    due: '2022-06-30',
    plannedAt: '2022-07-25T00:00:00Z',
    skipped: ['due', 'return-2022-06-24-2', 'a key of another version/7'],
    escalates: null,
  };
  const place = { park: 'linxiang', day: day('2022-07-25'), post: postId('office'), number: 1 };
  const digest = openedDigest(
    place,
    unsentNotice(digestNamed('x'), contactId('owner-0'), 'notSetUp'),
    at('2022-07-25 08:00'),
  );
  const item = z.encode(DigestItem, { ...digest, version: 1 });
  const read = DigestItem.parse({ ...item, notices: [...item.notices, stored] });
  const written = z.encode(DigestItem, read);
  expect(JSON.stringify(written.notices)).toBe(JSON.stringify([...item.notices, stored]));
});

it('what was heard of a task lies under keys, whichever version wrote them', () => {
  const stored = {
    due: '2022-06-30',
    order: -3,
    assignment: 1,
    handOver: null,
    waiting: 'waiting-review-2022-06-24+2',
    returned: { of: '2022-06-24', order: -2 },
    paced: null,
    ruling: 0,
    on: '2022-06-29',
    climb: {
      asked: [
        { rung: 'before-3', day: '2022-06-27' },
        { rung: 'a key of another version', day: '2022-06-28' },
        { rung: 'assigned-1', day: '2022-06-28', chain: 'handOver' },
      ],
      level: 1,
      from: '2022-06-29',
      isRed: false,
      trail: [],
      step: { rung: 'before-3/unsigned-1', day: '2022-06-29', post: 'unitHead@安环局' },
    },
    answered: {
      what: '签收',
      by: '安环局责任人',
      at: '2022-06-20T01:00:00Z',
      owes: { since: '2022-06-20', level: 0, rung: 'assigned-1' },
    },
  };
  const read = Heard.parse(stored);
  expect(read.climb?.asked.map(({ occasion }) => occasion.kind)).toEqual([
    'before',
    'unknown',
    'handOver',
  ]);
  expect(JSON.stringify(z.encode(Heard, read))).toBe(JSON.stringify(stored));
});

it('an urging, and that it was told, lie as they were written; a record without one is read as ever', () => {
  const stored = {
    number: 2,
    at: '2022-06-20T01:00:00Z',
    by: '园区办',
    words: '请抓紧',
    isAtOnce: true,
    tellAt: '2022-06-20T01:02:00Z',
    assignment: 0,
  };
  expect(z.encode(Urge, Urge.parse(stored))).toEqual(stored);
  const heard = z.encode(Heard, nothingHeard);
  expect(Heard.parse(heard)).not.toHaveProperty('urged');
  expect(Heard.parse({ ...heard, urged: 2 }).urged).toBe(2);
  expect(z.encode(Task, aTask())).not.toHaveProperty('urges');
});
