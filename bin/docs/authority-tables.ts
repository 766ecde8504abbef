import { ContactId } from '../../functions/domain/base/ids.ts';
import { Role, roleName } from '../../functions/domain/base/role.ts';
import { type Contact, postFor } from '../../functions/domain/contacts/contact.ts';
import type { Act } from '../../functions/domain/tasks/move.ts';
import { mayInPark, type ParkAct } from '../../functions/domain/tasks/park-permissions.ts';
import { forbidden } from '../../functions/domain/tasks/permissions.ts';
import {
  mayRead,
  mayReadMessage,
  mayRevokeLink,
  maySeeSettings,
} from '../../functions/domain/tasks/read-permissions.ts';
import { code, tableOf } from './markdown.ts';
import { MOVE_ACTS } from './moves-table.ts';

const OWN_UNIT = '本单位';

const holderOf = (role: Role): Contact => ({
  id: ContactId.parse(`${role}-contact`),
  unit: OWN_UNIT,
  post: roleName[role],
  role,
  channels: [],
});

/** The moves that each role may make. */
export const authorityTable = (): string =>
  tableOf(
    ['move', ...headings],
    MOVE_ACTS.map((act) => [code(act), ...Role.options.map((role) => extentOf(role, act))]),
  );

/** A task of another unit that the own unit helps with. */
const SUPPORTED = {
  leadUnit: '外单位',
  kind: 'milestone',
  owner: postFor('owner', '外单位'),
  supportingUnits: [OWN_UNIT],
} as const;

const headings = Role.options.map((role) => `${roleName[role]} ${code(role)}`);

function extentOf(role: Role, act: Act): string {
  if (act === 'support') return forbidden(holderOf(role), act, SUPPORTED) ? '–' : 'supporting unit';
  return extent((leadUnit, kind) => {
    const task = { leadUnit, kind, owner: postFor('owner', leadUnit) };
    return forbidden(holderOf(role), act, task) === undefined;
  });
}

type ExtentKind = 'milestone' | 'funding';

/** The tasks to which a right extends. */
function extent(may: (leadUnit: string, kind: ExtentKind) => boolean): string {
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
  enterHolidays: 'enter holidays from a notice, and remove them',
  issueBulletin: 'issue a bulletin',
  answerGap: 'choose what is sent after days without a run',
  moveMany: 'carry out one act for many tasks at once',
  shareView: 'save a view of the register for all posts, and delete such a view',
  closeYear: 'decide what is left of a year, close it and open it again',
};

/** What each role may read, and what it may change in the park. */
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
          mayRead(contact, { leadUnit, kind, owner: postFor('owner', leadUnit) }),
        ),
      ),
    ],
  );

const row = (what: string, cell: (contact: Contact) => string): readonly string[] => [
  what,
  ...Role.options.map((role) => cell(holderOf(role))),
];

const yes = (may: boolean): string => (may ? 'yes' : '–');
