import type { Role } from '../base/role.ts';
import type { Contact } from '../contacts/contact.ts';
import { lacking } from './permissions.ts';

/** An action on the park itself. */
export type ParkAct =
  | 'adoptPolicy'
  | 'setStandIn'
  | 'keepContacts'
  | 'enterPlan'
  | 'enterHolidays'
  | 'issueBulletin'
  | 'answerGap'
  | 'moveMany'
  | 'shareView'
  | 'closeYear';

const parkAuthority: Readonly<Record<ParkAct, readonly Role[]>> = {
  adoptPolicy: ['office'],
  setStandIn: ['office'],
  enterPlan: ['office'],
  keepContacts: ['office'],
  enterHolidays: ['office'],
  issueBulletin: ['office'],
  answerGap: ['office'],
  moveMany: ['office'],
  shareView: ['office'],
  closeYear: ['office'],
};

/** Why `contact` may not do `act`, in Chinese; undefined if it may. */
export const forbiddenInPark = (contact: Contact, act: ParkAct): string | undefined =>
  parkAuthority[act].includes(contact.role) ? undefined : lacking(contact, parkAuthority[act]);

/** Whether `contact` may do `act`; used to offer it. */
export const mayInPark = (contact: Contact, act: ParkAct): boolean =>
  forbiddenInPark(contact, act) === undefined;
