import type { DigestId } from '../../functions/domain/base/ids.ts';
import { digestId } from '../../functions/domain/messages/digest.ts';
import { defaultPolicy } from '../../functions/domain/policy/default-policy.ts';
import type { Move } from '../../functions/domain/tasks/move.ts';
import { keepContact, removeContact } from '../../functions/flows/contacts/keep-contacts.ts';
import { setStandIn } from '../../functions/flows/contacts/stand-in.ts';
import type { Ports } from '../../functions/flows/ports.ts';
import { at, contactsOf, day } from '../support/builders.ts';
import { digestNamed, taskId } from '../support/ids.ts';
import { wholeNotice } from '../support/notices.ts';
import {
  adoptPolicy,
  changeTask,
  enterHolidays,
  moveByLink,
  signByLink,
  signFor,
  signForAll,
  undoMove,
} from '../support/requests.ts';
import type { World } from '../support/world.ts';
import { codeTo, desk, PARK } from './desk.ts';
import type { Deed } from './each-call.ts';

const report = { act: 'report', progress: 60, note: '设备已进场', evidence: [] } as const;
const submit = { act: 'submit' } as const;
const ask = { act: 'requestExtension', due: day('2022-07-15'), why: '等待验收' } as const;
const disown = { act: 'disown', why: '由环保分局建设' } as const;

type Mover = 'owner-0' | 'office';

const make = (ports: Ports, by: Mover, move: Move, key: string): Promise<unknown> =>
  changeTask(
    { park: PARK, task: taskId('red'), by, why: '会议纪要', via: '网页', key },
    move,
    ports,
  );

/** Moves of the task, each after those that it takes. */
const moves: readonly { by: Mover; move: Move; after?: readonly [Mover, Move][] }[] = [
  { by: 'office', move: { act: 'assign' } },
  { by: 'owner-0', move: { act: 'signFor' }, after: [['office', { act: 'assign' }]] },
  { by: 'owner-0', move: report },
  { by: 'owner-0', move: submit },
  { by: 'office', move: { act: 'verify' }, after: [['owner-0', submit]] },
  { by: 'office', move: { act: 'return' }, after: [['owner-0', submit]] },
  { by: 'owner-0', move: ask },
  { by: 'office', move: { act: 'grant', due: day('2022-07-12') }, after: [['owner-0', ask]] },
  { by: 'office', move: { act: 'refuse' }, after: [['owner-0', ask]] },
  { by: 'owner-0', move: disown },
  { by: 'office', move: { act: 'redate', due: day('2022-08-31') } },
  { by: 'office', move: { act: 'amend', terms: { title: '治理平台' } } },
  { by: 'office', move: { act: 'reassign', leadUnit: '招商局' } },
  { by: 'office', move: { act: 'suspend' } },
  {
    by: 'office',
    move: { act: 'resume', due: day('2022-07-29') },
    after: [['office', { act: 'suspend' }]],
  },
  { by: 'office', move: { act: 'withdraw' } },
];

/** Takes back the move that was made before. */
const undone = (move: Move): Deed => ({
  what: `the office takes back ${move.act}`,
  park: async () => {
    const world = await desk();
    await make(world.ports, 'office', move, 'before');
    return world;
  },
  act: async (ports, world) => {
    const task = taskId('red');
    const history = await world.register.history(PARK, task);
    const version = history.find(({ id }) => id === 'office/before')?.version ?? 0;
    return undoMove({ park: PARK, by: 'office', via: '网页' }, { task, version }, ports);
  },
  end: 'whole',
});

const moved = ({ by, move, after = [] }: (typeof moves)[number]): Deed => ({
  what: `${by} makes the move ${move.act}`,
  park: async () => {
    const world = await desk();
    for (const [who, before] of after) await make(world.ports, who, before, 'before');
    return world;
  },
  act: (ports) => make(ports, by, move, 'form'),
  end: 'whole',
});

const byLink = (move: typeof report | typeof submit | typeof ask | typeof disown): Deed => ({
  what: `a link takes ${move.act}`,
  park: desk,
  act: (ports, world) =>
    moveByLink(
      { code: codeTo(world, 'owner-0'), task: taskId('red'), move, why: '', key: 'form' },
      ports,
    ),
  end: 'again',
});

/** The message that the owner has not signed for. */
function ownersDigest(world: World): DigestId {
  const mine = world
    .digests()
    .find(({ post, answers }) => post === 'owner@安环局' && answers.length > 0);
  return mine ? digestId(mine) : digestNamed('');
}

const [owner, , ownerOfOther] = contactsOf('安环局', '招商局');
const { version: _, ...first } = defaultPolicy;

const others: readonly Deed[] = [
  {
    what: 'a link signs for its message',
    park: desk,
    act: (ports, world) => signByLink(codeTo(world, 'owner-0'), ports),
    end: 'again',
  },
  {
    what: 'the office ends a link',
    park: desk,
    act: (ports, world) => ports.links.revoke(codeTo(world, 'owner-0'), ports.now()),
    end: 'whole',
  },
  {
    what: 'an owner signs for a message',
    park: desk,
    act: (ports, world) =>
      signFor({ park: PARK, digest: ownersDigest(world), by: 'owner-0' }, ports),
    end: 'whole',
  },
  {
    what: 'everybody signs',
    park: desk,
    act: (ports) => signForAll(PARK, null, ports),
    end: 'again',
  },
  {
    what: 'a contact gets another address',
    park: desk,
    act: (ports) =>
      keepContact(
        { ...(owner as NonNullable<typeof owner>), channels: ['mail'], mail: 'a@park.example' },
        { park: PARK, by: 'office' },
        ports,
      ),
    end: 'whole',
  },
  {
    what: 'a contact is taken out',
    park: desk,
    act: (ports) =>
      removeContact(ownerOfOther?.id ?? '', { park: PARK, by: 'office', why: '岗位撤销' }, ports),
    end: 'whole',
    isDoneAlready: /通讯录里没有这个联系人/,
  },
  {
    what: 'a contact stands in',
    park: desk,
    act: (ports) =>
      setStandIn({ park: PARK, contact: 'owner-0', standIn: 'head-0', by: 'office' }, ports),
    end: 'whole',
  },
  {
    what: 'a policy is adopted',
    park: desk,
    act: (ports) =>
      adoptPolicy(
        {
          park: PARK,
          document: { ...first, sendTime: '09:00' },
          effectiveFrom: at('2022-07-05 00:00'),
          by: 'office',
          seen: 1,
        },
        ports,
      ),
    end: 'whole',
    isDoneAlready: /office采用第2版/,
  },
  {
    what: 'holidays are entered',
    park: desk,
    act: (ports) =>
      enterHolidays(
        {
          park: PARK,
          text: wholeNotice(2023),
          year: null,
          accepted: [],
          by: 'office',
          via: '网页',
          seen: 0,
        },
        ports,
      ),
    end: 'whole',
    isDoneAlready: /office录入2023年放假安排/,
  },
];

/** What people do with tasks, links, contacts and rules. */
export const taskDeeds: readonly Deed[] = [
  ...moves.map(moved),
  undone({ act: 'reassign', leadUnit: '招商局' }),
  undone({ act: 'withdraw' }),
  ...[report, submit, ask, disown].map(byLink),
  ...others,
];
