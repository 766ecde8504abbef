import { ContactId } from '../base/ids.ts';
import type { Problem } from '../base/problems.ts';
import { Channel, type Contact, channelName, SNS_CHANNELS, type SnsChannel } from './contact.ts';
import { Relay } from './relay.ts';

/** How messages leave one place. */
export type Outlets = {
  /** Channels that are set up. */
  readonly channels: readonly Channel[];
  /** Whether an inbox takes whatever goes out, so that no address has to be confirmed. */
  readonly isInbox: boolean;
};

/** An inbox that stands for every channel. */
export const inboxForAll: Outlets = { channels: Channel.options, isInbox: true };

/** A topic of SNS that has these relays. */
export const topicWith = (relays: readonly Relay[]): Outlets => ({
  channels: [...SNS_CHANNELS, ...relays],
  isInbox: false,
});

/** A place that nothing leaves. */
export const noOutlets: Outlets = { channels: [], isInbox: false };

/** The channel that a message to `contact` takes: the first of its own that is set up. */
export const channelOf = ({ channels }: Contact, outlets: Outlets): Channel | undefined =>
  channels.find((each) => outlets.channels.includes(each));

/** Where SNS itself delivers what `contact` is told; undefined for one that it does not serve. */
export function addressOf(
  contact: Contact,
  outlets: Outlets,
): { readonly channel: SnsChannel; readonly endpoint: string } | undefined {
  const first = channelOf(contact, outlets);
  const channel = SNS_CHANNELS.find((each) => each === first);
  const endpoint = channel && contact[channel];
  return channel && endpoint !== undefined ? { channel, endpoint } : undefined;
}

/**
 * Channels that can be chosen for a contact: those that are set up, and mail and HTTPS, so that a
 * park can be prepared where nothing leaves.
 */
export const choosableAt = ({ channels }: Outlets): readonly Channel[] =>
  Channel.options.filter((each) => isSns(each) || channels.includes(each));

/** What stands against the channels of `next`. Those that it has already stay. */
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

/** Whom to ask for a channel that is not set up. */
export const ASK = '要接通别的渠道，请联系系统管理员';

/** Which channels are set up, in words. */
export const setUpWords = ({ channels }: Outlets): string =>
  channels.length === 0 ? '还没有接通任何渠道' : `已接通的渠道是${channelNames(channels)}`;

/** `channels` as people call them: `邮件、HTTPS 接口`. */
export const channelNames = (channels: readonly Channel[]): string =>
  channels.map((each) => channelName[each]).join('、');

/** The post that every park has from its first day: whoever holds it adds the others. */
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
