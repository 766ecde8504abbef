import { ContactId } from '../base/ids.ts';
import type { Problem } from '../base/problems.ts';
import { Channel, type Contact, channelName, SNS_CHANNELS, type SnsChannel } from './contact.ts';
import { Relay } from './relay.ts';

/** Delivery options of an installation. */
export type Outlets = {
  /** Configured channels. */
  readonly channels: readonly Channel[];
  /** Whether a local inbox receives all messages, so that no address needs confirmation. */
  readonly isInbox: boolean;
};

/** A local inbox for all channels. */
export const inboxForAll: Outlets = { channels: Channel.options, isInbox: true };

/** An SNS topic with `relays`. */
export const topicWith = (relays: readonly Relay[]): Outlets => ({
  channels: [...SNS_CHANNELS, ...relays],
  isInbox: false,
});

/** No delivery. */
export const noOutlets: Outlets = { channels: [], isInbox: false };

/** The channel used for `contact`: the first of its channels that is configured. */
export const channelOf = ({ channels }: Contact, outlets: Outlets): Channel | undefined =>
  channels.find((each) => outlets.channels.includes(each));

/** Channels that a group of people or another server reads: a robot's group, an endpoint. */
const SHARED: ReadonlySet<Channel> = new Set(['https', 'wecom', 'dingtalk', 'feishu']);

/** Whether others than the contact read what is sent on `channel`: nothing restricted goes there. */
export const isShared = (channel: Channel): boolean => SHARED.has(channel);

/** Address to which SNS delivers for the contact; undefined for channels with a relay. */
export function snsAddress(
  contact: Contact,
  outlets: Outlets,
): { readonly channel: SnsChannel; readonly endpoint: string } | undefined {
  const first = channelOf(contact, outlets);
  const channel = SNS_CHANNELS.find((each) => each === first);
  const endpoint = channel && contact[channel];
  return channel && endpoint !== undefined ? { channel, endpoint } : undefined;
}

/**
 * Channels that can be selected for a contact: configured channels, mail and HTTPS, so that a park
 * can be prepared before delivery is set up.
 */
export const choosableAt = ({ channels }: Outlets): readonly Channel[] =>
  Channel.options.filter((each) => isSns(each) || channels.includes(each));

/** Problems with the channels of `next`. Channels that it already had are not reported. */
export function againstChannels(
  next: Contact,
  before: Contact | undefined,
  outlets: Outlets,
): readonly Problem[] {
  const choosable = choosableAt(outlets);
  const isNew = (each: Channel): boolean => before?.channels.includes(each) !== true;
  const missing = next.channels.filter((each) => !choosable.includes(each) && isNew(each));
  if (missing.length === 0) return [];
  return [
    {
      place: `联系人 ${next.id}`,
      message: `没有接通${channelNames(missing)}，可选的渠道是${channelNames(choosable)}`,
      remedy: `请改选渠道；${ASK}`,
    },
  ];
}

/** Remedy for a channel that is not configured. */
export const ASK = '要接通别的渠道，请联系系统管理员';

/** Lists the configured channels in Chinese. */
export const setUpWords = ({ channels }: Outlets): string =>
  channels.length === 0 ? '还没有接通任何渠道' : `已接通的渠道是${channelNames(channels)}`;

/** `channels` in Chinese: `邮件、HTTPS 接口`. */
export const channelNames = (channels: readonly Channel[]): string =>
  channels.map((each) => channelName[each]).join('、');

/** The office contact, which every park has from the start and which adds the others. */
export const officeContact = (outlets: Outlets, mail?: string): Contact => ({
  id: ContactId.parse('office'),
  unit: '园区办',
  post: '园区办（督查室）',
  role: 'office',
  ...(mail === undefined
    ? { channels: Relay.options.filter((each) => outlets.channels.includes(each)).slice(0, 1) }
    : { channels: ['mail'], mail }),
});

const isSns = (channel: Channel): boolean => SNS_CHANNELS.some((each) => each === channel);
