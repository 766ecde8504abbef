import { type Role, roleName } from '../base/role.ts';
import type { Contact } from '../contacts/contact.ts';
import { type Act, actName } from './move.ts';
import type { Task } from './task.ts';

/**
 * Roles allowed to act: roles of a unit for its own tasks, finance for funding, the office for all.
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

/** Acts by which the office decides about the work of others. */
const DECIDES: ReadonlySet<Act> = new Set(
  (Object.keys(authority) as Act[]).filter((act) => authority[act].includes('office')),
);

/** Decisions that judge the work or a request of the task's post. */
const JUDGES: ReadonlySet<Act> = new Set(['verify', 'return', 'grant', 'refuse', 'keep', 'redate']);

/** Role that decides about a task of the office, by policy; null for other tasks. */
export type Checker = Role | null;

/** Whether `act` verifies one's own work, as the policy allows (自核). */
export const isSelfChecked = (act: Act, checker: Checker): boolean =>
  checker === 'office' && JUDGES.has(act);

/** An action on the park itself. */
export type ParkAct =
  | 'adoptPolicy'
  | 'setStandIn'
  | 'keepContacts'
  | 'enterPlan'
  | 'issueBulletin'
  | 'answerGap';

const parkAuthority: Readonly<Record<ParkAct, readonly Role[]>> = {
  adoptPolicy: ['office'],
  setStandIn: ['office'],
  enterPlan: ['office'],
  keepContacts: ['office'],
  issueBulletin: ['office'],
  answerGap: ['office'],
};

/** Why `contact` may not do `act`, in Chinese; undefined if it may. */
export const forbiddenInPark = (contact: Contact, act: ParkAct): string | undefined =>
  parkAuthority[act].includes(contact.role) ? undefined : lacking(contact, parkAuthority[act]);

/** Whether `contact` may do `act`; used to offer it. */
export const mayInPark = (contact: Contact, act: ParkAct): boolean =>
  forbiddenInPark(contact, act) === undefined;

function lacking({ post }: Contact, roles: readonly Role[]): string {
  const allowed = roles.map((role) => roleName[role]).join('、');
  return `${post}没有这项权限，可以办理的是：${allowed}`;
}

/** Properties of a task that determine permissions. */
type Owned = Pick<Task, 'leadUnit' | 'owner' | 'kind'> & {
  /** For tasks of the office; null for others. */
  readonly checker?: Checker;
};

/** Contact for whom somebody acts: a stand-in has the permissions of the contact it replaces. */
export type Acting =
  | { readonly as: Contact }
  | {
      readonly refusal: string;
      /** Whether it is refused because it would decide about one's own work. */
      readonly isOwnWork: boolean;
    };

/**
 * For whom `contact` may do `act` on `task`: itself, or the first allowed one of `insteadOf`.
 * Deciding about one's own work for somebody else is not allowed.
 *
 * @param insteadOf - contacts it currently stands in for.
 */
export function actingAs(
  contact: Contact,
  insteadOf: readonly Contact[],
  act: Act,
  task: Owned,
): Acting {
  const { checker = null } = task;
  const may = (each: Contact): boolean => forbidden(each, act, task) === undefined;
  if (may(contact)) return { as: contact };
  const as = insteadOf.find(may);
  if (!as) return { refusal: forbidden(contact, act, task) ?? '', isOwnWork: false };
  const isMaker = (each: Contact): boolean =>
    each.role === 'office' ? checker !== null : forbidden(each, 'submit', task) === undefined;
  const makers = checker === 'office' ? [] : [contact, ...insteadOf].filter(isMaker);
  const isOwnWork = DECIDES.has(act) && makers.some((each) => each !== as);
  if (!isOwnWork) return { as };
  const refusal = `${contact.post}负责这一项，不能再代${as.post}${actName[act]}，应由${as.post}本岗位办理`;
  return { refusal, isOwnWork };
}

/** Why `contact` may not do `act` on `task`, in Chinese; undefined if it may. */
export function forbidden(contact: Contact, act: Act, task: Owned): string | undefined {
  if (isOfficesOwn(contact, task) && authority[act].includes('owner')) return undefined;
  const roles = rolesFor(act, task);
  if (!roles.includes(contact.role)) return lacking(contact, roles);
  if (isForAll(contact, act, task) || isOwn(contact, task)) return undefined;
  if (contact.role === 'finance') return `${contact.post}只能办理资金事项`;
  return `${contact.post}只能办理本单位的事项，这一项的责任单位是${task.leadUnit}`;
}

/** The roles that may do `act`: where the office answers for the task, another may decide in its place. */
const rolesFor = (act: Act, { checker }: Owned): readonly Role[] =>
  authority[act].map((role) => (role === 'office' ? (checker ?? role) : role));

/** Whether `contact` does `act` for every unit: the office, or who decides in its place. */
const isForAll = ({ role }: Contact, act: Act, { checker }: Owned): boolean =>
  DECIDES.has(act) && role === (checker ?? 'office');

/** Whether `contact` is the office, and the task is given to its own post. */
const isOfficesOwn = ({ id, role }: Contact, { owner }: Owned): boolean =>
  role === 'office' && (owner === id || owner === role);

/**
 * Whether what `contact` does with `task` is an answer of its owner's post: one of the responsible
 * unit's, or the office for it. Finance reports on money that is somebody else's promise.
 */
export const answersForOwner = ({ id, role }: Contact, { owner }: Owned): boolean =>
  role !== 'finance' || owner === id;

/** Whether `contact` ever reports on tasks; used to offer it. */
export const reports = ({ role }: Pick<Contact, 'role'>): boolean =>
  authority.report.includes(role);

/** Roles that see all tasks; finance sees funding, roles of a unit see their own. */
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
