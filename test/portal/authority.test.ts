import { beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../functions/domain/base/role.ts';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { type Act, actName, isYearEnd } from '../../functions/domain/tasks/move.ts';
import { forbidden } from '../../functions/domain/tasks/permissions.ts';
import { mayRead } from '../../functions/domain/tasks/read-permissions.ts';
import type { TaskStatus } from '../../functions/domain/tasks/task-status.ts';
import { openPark } from '../../functions/flows/tasks/open-park.ts';
import { aPark, aTask, at } from '../support/builders.ts';
import { putContacts } from '../support/contacts.ts';
import { contactId, taskId } from '../support/ids.ts';
import { aPortal, signedInAs } from '../support/portal.ts';
import { newWorld, settleIn } from '../support/world.ts';

const UNITS = ['安环局', '招商局'] as const;

/** Every role in each of two units; those of the whole park in both, too, so that none is left out. */
const contacts: readonly Contact[] = Role.options.flatMap((role) =>
  UNITS.map((unit, number) => ({
    id: contactId(role === 'office' && number === 0 ? 'office' : `${role.toLowerCase()}-${number}`),
    unit,
    post: `${unit}${role}`,
    role,
    channels: ['wecom' as const],
  })),
);

/** A status from which each act is allowed, so that only authority can refuse it. */
const from: Partial<Readonly<Record<Act, TaskStatus>>> = {
  signFor: 'pendingAcceptance',
  verify: 'pendingReview',
  return: 'pendingReview',
  resume: 'suspended',
};

const fields: Readonly<Record<string, string>> = {
  why: '原因',
  progress: '10',
  due: '2022-07-31',
  leadUnit: '招商局',
  sure: 'yes',
  'title-0': '可研',
  'due-0': '2022-06-20',
};

const acts = Object.keys(actName) as Act[];

const request = {
  at: at('2022-06-10 09:00'),
  due: aTask().due ?? at('2022-06-10 09:00').toZonedDateTimeISO('UTC').toPlainDate(),
  why: '设备未到',
  isLate: false,
  by: null,
};

const taskFor = (act: Act): ReturnType<typeof aTask> =>
  aTask({
    id: act,
    status: from[act] ?? 'inProgress',
    // Some acts wait for the end of its year.
    plan: isYearEnd(act) ? 2021 : 2022,
    request: act === 'grant' || act === 'refuse' ? request : null,
    disowned: act === 'keep' ? { at: request.at, why: '不属本局', by: null } : null,
  });

const rows = contacts.flatMap((contact) => acts.map((act) => ({ contact, act })));

describe('every route follows the table of authority', () => {
  it.each(rows)('$contact.id, $act', async ({ contact, act }) => {
    const world = newWorld();
    world.goTo('2022-06-15 08:00');
    const task = taskFor(act);
    await settleIn(world, [task], contacts);
    const someone = await signedInAs(contact.id, aPortal(world));
    const before = world.stored(act)?.version;

    const answer = await someone.post(`/items/${act}/${act}`, fields);

    const may = forbidden(contact, act, task) === undefined;
    expect({ may, changed: world.stored(act)?.version !== before }).toEqual({ may, changed: may });
    const seen = mayRead(contact, task);
    expect(answer.status).toBe(may ? 303 : seen ? 400 : 404);
    const next = may ? await someone.get(answer.headers.get('location') ?? '') : answer;
    expect(next.status).toBe(may ? 200 : answer.status);
  });
});

describe('a session of another park', () => {
  let world: ReturnType<typeof newWorld>;
  beforeAll(async () => {
    world = newWorld();
    world.goTo('2022-06-15 08:00');
    await settleIn(world, [aTask()], contacts);
    await openPark(aPark({ id: 'elsewhere', name: '别处' }), world.ports);
    await putContacts('elsewhere', contacts, world.ports);
  });

  it('reads and changes nothing of this one', async () => {
    const asked: string[] = [];
    const register = {
      ...world.ports.register,
      task: async (park: string, id: string) => {
        asked.push(park);
        return park === 'linxiang' ? world.ports.register.task(park, taskId(id)) : undefined;
      },
    };
    const signIn = { kind: 'chooseRole', park: 'elsewhere', guest: null } as const;
    const portal = aPortal(world, { signIn, ports: { ...world.ports, register } });
    const foreign = await signedInAs('office', portal);
    expect((await foreign.get('/items/lx22-071')).status).toBe(404);
    expect((await foreign.post('/items/lx22-071/withdraw', { why: '' })).status).not.toBe(303);
    expect(new Set(asked)).toEqual(new Set(['elsewhere']));
    expect(world.stored('lx22-071')?.version).toBe(1);
  });
});
