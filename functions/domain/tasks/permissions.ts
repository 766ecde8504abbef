import { type Role, roleName } from '../base/role.ts';
import { type Contact, contactPost, OFFICE } from '../contacts/contact.ts';
import { type Act, actName } from './move.ts';
import { type Checker, isOwn, isSupporter, type OwnedTask } from './owned.ts';

/**
 * Roles allowed to act: roles of a unit for its own tasks, finance for funding, the office for all.
 */
const authority: Readonly<Record<Act, readonly Role[]>> = {
  assign: ['office'],
  signFor: ['owner', 'unitHead'],
  report: ['owner', 'unitHead', 'finance'],
  support: ['owner', 'unitHead'],
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
  waitFor: ['office'],
  urge: ['office'],
  nodes: ['office'],
  amend: ['office'],
  carryOver: ['office'],
  deemDone: ['office'],
};

/** Acts by which the office decides about the work of others. */
const DECIDES: ReadonlySet<Act> = new Set(
  (Object.keys(authority) as Act[]).filter((act) => authority[act].includes('office')),
);

/** Decisions that judge the work or a request of the task's post. */
const JUDGES: ReadonlySet<Act> = new Set([
  'verify',
  'return',
  'grant',
  'refuse',
  'keep',
  'redate',
  'amend',
  'carryOver',
  'deemDone',
]);

/** Whether `act` verifies one's own work, as the policy allows (自核). */
export const isSelfChecked = (act: Act, checker: Checker): boolean =>
  checker === 'office' && JUDGES.has(act);

/** Why `contact`, whose role is none of `roles`, is refused, in Chinese. */
export function lacking({ post }: Contact, roles: readonly Role[]): string {
  const allowed = roles.map((role) => roleName[role]).join('、');
  return `${post}没有这项权限，可以办理的是：${allowed}`;
}

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
  task: OwnedTask,
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
export function forbidden(contact: Contact, act: Act, task: OwnedTask): string | undefined {
  if (act === 'support') return forbiddenSupport(contact, task);
  if (isOfficesOwn(contact, task) && authority[act].includes('owner')) return undefined;
  const roles = rolesFor(act, task);
  if (!roles.includes(contact.role)) return lacking(contact, roles);
  if (isForAll(contact, act, task) || isOwn(contact, task)) return undefined;
  if (contact.role === 'finance') return `${contact.post}只能办理资金事项`;
  return `${contact.post}只能办理本单位的事项，这一项的责任单位是${task.leadUnit}`;
}

function forbiddenSupport(contact: Contact, task: OwnedTask): string | undefined {
  const roles = authority.support;
  if (!roles.includes(contact.role)) return lacking(contact, roles);
  return isSupporter(contact, task) ? undefined : `${contact.post}不属于这一项的配合单位`;
}

/** The roles that may do `act`: where the office answers for the task, another may decide in its place. */
const rolesFor = (act: Act, { checker }: OwnedTask): readonly Role[] =>
  authority[act].map((role) => (role === 'office' ? (checker ?? role) : role));

/** Whether `contact` does `act` for every unit: the office, or who decides in its place. */
const isForAll = ({ role }: Contact, act: Act, { checker }: OwnedTask): boolean =>
  DECIDES.has(act) && role === (checker ?? 'office');

/** Whether `contact` is the office, and the task is given to its own post. */
const isOfficesOwn = ({ id, role }: Contact, { owner }: OwnedTask): boolean =>
  role === 'office' && (owner === contactPost(id) || owner === OFFICE);

/**
 * Whether what `contact` does with `task` is an answer of its owner's post: one of the responsible
 * unit's, or the office for it. Finance reports on money that is somebody else's promise.
 */
export const answersForOwner = ({ id, role }: Contact, { owner }: OwnedTask): boolean =>
  role !== 'finance' || owner === contactPost(id);

/** Whether `contact` ever reports on tasks; used to offer it. */
export const reports = ({ role }: Pick<Contact, 'role'>): boolean =>
  authority.report.includes(role);
