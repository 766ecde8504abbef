import { roleName } from '../base/role.ts';
import { type Contact, channelName } from './contact.ts';

/** Properties of a contact in Chinese, in display order. */
const facts: readonly (readonly [string, (contact: Contact) => string])[] = [
  ['单位', ({ unit }) => unit],
  ['岗位', ({ post }) => post],
  ['身份', ({ role }) => roleName[role]],
  ['负责的单位', ({ covers = [] }) => covers.join('、')],
  ['渠道', ({ channels }) => channels.map((channel) => channelName[channel]).join('、')],
  ['邮箱', ({ mail = '' }) => mail],
  ['网址', ({ https = '' }) => https],
  ['代收', ({ standIn = '' }) => standIn],
];

/**
 * Describes a change of a contact for the history: the contact and each changed property, from and
 * to.
 */
export function differenceOf(
  before: Contact | undefined,
  now: Contact | undefined,
): { readonly from: string; readonly to: string } {
  const differing = facts.filter(([, of]) => (before && of(before)) !== (now && of(now)));
  const said = (contact: Contact | undefined): string => {
    if (!contact) return '';
    const parts = differing.map(([name, of]) => `${name} ${of(contact) || '无'}`);
    return [`${contact.post}（${contact.id}）`, ...parts].join('，');
  };
  return { from: said(before), to: said(now) };
}
