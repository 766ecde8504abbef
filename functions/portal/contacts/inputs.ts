import { Role, roleName } from '../../domain/base/role.ts';
import { Channel, type Contact, channelName } from '../../domain/contacts/contact.ts';
import type { Contested } from '../../domain/contacts/directory-record.ts';
import { choosableAt, type Outlets } from '../../domain/contacts/outlets.ts';
import { postWords } from '../../domain/tasks/contact-changes.ts';
import type { Field } from '../ui/input.tsx';
import { contactFields } from './form.ts';

/** The channels that are set up, and those that the contact has. */
function channelsFor(contact: Contact | null, outlets: Outlets): readonly Channel[] {
  const choosable = choosableAt(outlets);
  return Channel.options.filter(
    (each) => choosable.includes(each) || contact?.channels.includes(each),
  );
}

/**
 * The inputs of a contact; the id is asked for only while it has none. Of the channels that are not
 * set up it offers those that the contact has.
 *
 * @param contested - posts that it claims and others have: whether it takes them over is asked, too.
 */
export function contactInputs(
  contact: Contact | null,
  outlets: Outlets,
  contested: readonly Contested[],
): readonly Field[] {
  const channels = channelsFor(contact, outlets);
  const said = contact ? contactFields(contact) : {};
  const text = (name: string, label: string, attributes = {}): Field => ({
    name,
    label,
    attributes: { autocomplete: 'off', ...attributes },
    value: said[name],
  });
  const id = text('id', '编号（小写字母、数字、短横线，以后不能改）', { maxlength: 40 });
  return [
    ...(contact ? [] : [id]),
    text('unit', '单位', { maxlength: 40 }),
    text('post', '岗位（提醒里的称呼）', { maxlength: 40 }),
    {
      name: 'role',
      label: '身份',
      choices: Role.options,
      choiceNames: roleName,
      value: said['role'] ?? 'owner',
    },
    text('covers', '负责的单位（不止本单位时，用顿号分开）'),
    {
      name: 'channel',
      label: '渠道',
      choices: channels,
      choiceNames: Object.fromEntries(channels.map((each) => [each, choiceName(each, outlets)])),
      value: said['channel'] || 'mail',
    },
    text('mail', '邮箱（渠道是邮件时）', { type: 'email', maxlength: 254 }),
    text('https', '网址（渠道是 HTTPS 接口时）', { type: 'url', maxlength: 500 }),
    ...(contested.length > 0 ? [takingInput(contested)] : []),
    ...(contact ? [text('why', LEAVING, { maxlength: 500 })] : []),
  ];
}

/** Asks why tasks are left without an owner. */
export const LEAVING = '原因（这样改使在办事项没有责任人时必填，其余不用填）';

const choiceName = (channel: Channel, { channels }: Outlets): string =>
  `${channelName[channel]}${channels.includes(channel) ? '' : '（没有接通）'}`;

const takingInput = (contested: readonly Contested[]): Field => ({
  name: 'confirm',
  label: `${contested.map(heldWords).join('；')}。由这个联系人接替吗`,
  choices: ['', 'yes'],
  choiceNames: { '': '不接替', yes: '接替，原联系人不再收到这些岗位的提醒' },
});

/** `安环局责任人现由安环局经办担任`. */
export const heldWords = ({ post, holder }: Contested): string =>
  `${postWords(post)}现由${holder.post}担任`;
