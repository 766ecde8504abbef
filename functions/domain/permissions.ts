import type { Contact } from './contact.ts';
import type { Act } from './moves.ts';
import { type Role, roleName } from './role.ts';
import type { Task } from './task.ts';

/**
 * Who may do what. A unit's roles act for the tasks of their own units, finance for those of money,
 * the office for all.
 */
const authority: Readonly<Record<Act, readonly Role[]>> = {
  assign: ['office'],
  signFor: ['owner', 'unitHead'],
  report: ['owner', 'unitHead', 'finance'],
  submit: ['owner', 'unitHead', 'finance'],
  requestExtension: ['owner', 'unitHead'],
  disown: ['owner', 'unitHead'],
  keep: ['office'],
  verify: ['office'],
  return: ['office'],
  grant: ['office'],
  refuse: ['office'],
  redate: ['office'],
  correctDue: ['office'],
  reassign: ['unitHead', 'office'],
  suspend: ['office'],
  resume: ['office'],
  withdraw: ['office'],
};

/** What somebody does to the park itself. */
export type ParkAct = 'adoptPolicy' | 'setStandIn' | 'keepContacts' | 'enterPlan' | 'issueBulletin';

const parkAuthority: Readonly<Record<ParkAct, readonly Role[]>> = {
  adoptPolicy: ['office'],
  setStandIn: ['office'],
  enterPlan: ['office'],
  keepContacts: ['office'],
  issueBulletin: ['office'],
};

/** Why `contact` may not do `act`, in words for that contact; undefined if it may. */
export const forbiddenInPark = (contact: Contact, act: ParkAct): string | undefined =>
  parkAuthority[act].includes(contact.role) ? undefined : lacking(contact, parkAuthority[act]);

/** Whether `contact` may do `act`, for whoever decides whether to offer it. */
export const mayInPark = (contact: Contact, act: ParkAct): boolean =>
  forbiddenInPark(contact, act) === undefined;

function lacking({ post }: Contact, roles: readonly Role[]): string {
  const allowed = roles.map((role) => roleName[role]).join('、');
  return `${post}没有这项权限，可以办理的是：${allowed}`;
}

/** What of a task decides whose it is. */
type Owned = Pick<Task, 'leadUnit' | 'owner' | 'kind'>;

/** Who somebody acts as: a stand-in may do what those may for whom it stands in. */
export type Acting = { readonly as: Contact } | { readonly refusal: string };

/**
 * As whom `contact` may do `act` with `task`: as itself, else as the first of `insteadOf` who may.
 *
 * @param insteadOf - those for whom it stands in now.
 */
export function actingAs(
  contact: Contact,
  insteadOf: readonly Contact[],
  act: Act,
  task: Owned,
): Acting {
  const refusal = forbidden(contact, act, task);
  if (refusal === undefined) return { as: contact };
  const other = insteadOf.find((each) => forbidden(each, act, task) === undefined);
  return other ? { as: other } : { refusal };
}

/**
 * Why `contact` may not do `act` with `task`, in words for that contact; undefined if it may.
 */
export function forbidden(contact: Contact, act: Act, task: Owned): string | undefined {
  if (!authority[act].includes(contact.role)) return lacking(contact, authority[act]);
  if (contact.role === 'office' || isOwn(contact, task)) return undefined;
  if (contact.role === 'finance') return `${contact.post}只能办理资金事项`;
  return `${contact.post}只能办理本单位的事项，这一项的责任单位是${task.leadUnit}`;
}

/**
 * Whether what `contact` does with `task` is an answer of its owner's post: one of the responsible
 * unit's, or the office for it. Finance reports on money that is somebody else's promise.
 */
export const answersForOwner = ({ id, role }: Contact, { owner }: Owned): boolean =>
  role !== 'finance' || owner === id;

/** Whether `contact` ever reports on tasks, for whoever decides whether to offer it. */
export const reports = ({ role }: Pick<Contact, 'role'>): boolean =>
  authority.report.includes(role);

/** Roles that see every task; finance sees those of its money, a unit's roles their own. */
const SEE_ALL: ReadonlySet<Role> = new Set(['office', 'principalLeader', 'responsibleLeader']);

/** Whether `contact` may read `task` and what was said of it. */
export const mayRead = (contact: Contact, task: Owned): boolean =>
  SEE_ALL.has(contact.role) || isOwn(contact, task) || isOfUnit(contact, task);

/** Whether `contact` may see a message: the office and the leaders any, others those sent to them. */
export const mayReadMessage = (
  contact: Contact,
  message: { readonly contact: string | null },
): boolean => SEE_ALL.has(contact.role) || message.contact === contact.id;

/** Whether `contact` may see how the park works and who its posts are. */
export const maySeeSettings = ({ role }: Pick<Contact, 'role'>): boolean => SEE_ALL.has(role);

/** Whether `contact` may end the use of a message's link. */
export const mayRevokeLink = ({ role }: Pick<Contact, 'role'>): boolean => role === 'office';

const isOwn = (contact: Contact, task: Owned): boolean =>
  task.owner === contact.id ||
  (contact.role === 'finance' ? task.kind === 'funding' : isOfUnit(contact, task));

const isOfUnit = ({ unit, covers = [unit] }: Contact, { leadUnit }: Owned): boolean =>
  covers.includes(leadUnit);
