import { Temporal } from 'temporal-polyfill';
import { ContactId } from '../../functions/domain/base/ids.ts';
import { Role, roleName } from '../../functions/domain/base/role.ts';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import {
  type Act,
  actName,
  allowedActs,
  isFinal,
  needsReason,
  statusLedTo,
} from '../../functions/domain/tasks/moves.ts';
import {
  forbidden,
  mayInPark,
  mayRead,
  mayReadMessage,
  mayRevokeLink,
  maySeeSettings,
  type ParkAct,
} from '../../functions/domain/tasks/permissions.ts';
import { statusName, TaskStatus } from '../../functions/domain/tasks/task.ts';
import { code, tableOf } from './markdown.ts';

const ACTS = Object.keys(actName) as readonly Act[];

/** The office is asked for something; what and when does not matter here. */
const ASKED = {
  at: Temporal.Instant.fromEpochMilliseconds(0),
  due: Temporal.PlainDate.from('2022-12-31'),
  why: '',
  isLate: false,
  by: null,
};

/** A request and a dispute wait for the office, or neither does. */
const asked = {
  waiting: { request: ASKED, disowned: ASKED },
  free: { request: null, disowned: null },
} as const;
type Asked = keyof typeof asked;

const isAllowed = (act: Act, status: TaskStatus, when: Asked): boolean =>
  allowedActs({ status, ...asked[when] }).includes(act);

/** Whether a task in hand allows `act` when `when` holds, and not otherwise. */
const isOnlyWhile = (when: Asked, act: Act): boolean =>
  isAllowed(act, 'inProgress', when) &&
  !isAllowed(act, 'inProgress', when === 'free' ? 'waiting' : 'free');

/** From which statuses each move is allowed, and to which it leads. */
export const movesTable = (): string =>
  tableOf(
    ['move', '', 'from', 'to', 'remarks'],
    ACTS.map((act) => {
      const from = TaskStatus.options.filter(
        (status) => isAllowed(act, status, 'waiting') || isAllowed(act, status, 'free'),
      );
      return [code(act), actName[act], statuses(from), leadsTo(act, from), remarksOn(act)];
    }),
  );

const statuses = (all: readonly TaskStatus[]): string =>
  all.map((status) => statusName[status]).join('、');

function leadsTo(act: Act, from: readonly TaskStatus[]): string {
  const changed = from.filter((status) => statusLedTo(status, act) !== status);
  if (changed.length === 0) return 'unchanged';
  const to = [...new Set(changed.map((status) => statusLedTo(status, act)))];
  const kept = from.filter((status) => !changed.includes(status) && !to.includes(status));
  return kept.length === 0 ? statuses(to) : `${statuses(to)}; unchanged from ${statuses(kept)}`;
}

function remarksOn(act: Act): string {
  const remarks: readonly (readonly [boolean, string])[] = [
    [needsReason(act), 'needs a reason'],
    [isFinal(act), 'cannot be undone'],
    [isOnlyWhile('waiting', act), 'only while it is asked for'],
    [isOnlyWhile('free', act), 'only once at a time'],
  ];
  return remarks.flatMap(([holds, words]) => (holds ? [words] : [])).join('; ');
}

const OWN_UNIT = '本单位';

const holderOf = (role: Role): Contact => ({
  id: ContactId.parse(`${role}-contact`),
  unit: OWN_UNIT,
  post: roleName[role],
  role,
  channels: [],
});

/** Who may make which move. */
export const authorityTable = (): string =>
  tableOf(
    ['move', ...headings],
    ACTS.map((act) => [code(act), ...Role.options.map((role) => extentOf(role, act))]),
  );

const headings = Role.options.map((role) => `${roleName[role]} ${code(role)}`);

function extentOf(role: Role, act: Act): string {
  return extent((leadUnit, kind) => {
    const task = { leadUnit, kind, owner: `owner@${leadUnit}` };
    return forbidden(holderOf(role), act, task) === undefined;
  });
}

type Kind = 'milestone' | 'funding';

/** How far a right goes that is given for a task of a unit and kind. */
function extent(may: (leadUnit: string, kind: Kind) => boolean): string {
  const OTHER = '外单位';
  if (may(OTHER, 'milestone')) return 'all';
  const parts = [
    ...(may(OWN_UNIT, 'milestone') ? ['own unit'] : []),
    ...(may(OTHER, 'funding') ? ['funding'] : []),
  ];
  return parts.length === 0 ? '–' : parts.join(', ');
}

const parkActs: Readonly<Record<ParkAct, string>> = {
  adoptPolicy: 'adopt a policy',
  setStandIn: 'set a stand-in',
  keepContacts: 'add, change and remove contacts',
  enterPlan: 'upload, review and publish a plan',
  issueBulletin: 'issue a bulletin',
  answerGap: 'choose what is sent after days without a run',
};

/** Who may read what, and who may change what belongs to the park. */
export const parkTable = (): string =>
  tableOf(
    ['right', ...headings],
    [
      ...Object.entries(parkActs).map(([act, what]) =>
        row(what, (contact) => yes(mayInPark(contact, act as ParkAct))),
      ),
      row('end a link of a message', (contact) => yes(mayRevokeLink(contact))),
      row('read the settings and plans', (contact) => yes(maySeeSettings(contact))),
      row('read messages', (contact) =>
        mayReadMessage(contact, { contact: null }) ? 'all' : 'own',
      ),
      row('read tasks', (contact) =>
        extent((leadUnit, kind) =>
          mayRead(contact, { leadUnit, kind, owner: `owner@${leadUnit}` }),
        ),
      ),
    ],
  );

const row = (what: string, cell: (contact: Contact) => string): readonly string[] => [
  what,
  ...Role.options.map((role) => cell(holderOf(role))),
];

const yes = (may: boolean): string => (may ? 'yes' : '–');
