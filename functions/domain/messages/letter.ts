import type { Temporal } from 'temporal-polyfill';
import type { Recipient } from '../contacts/contact.ts';
import type { Briefing } from '../papers/briefing.ts';
import type { LampColour } from '../tasks/lamp.ts';
import type { MessageItem } from './item.ts';

/** Input of a message. */
export type Letter = {
  readonly recipient: Recipient;
  readonly items: readonly MessageItem[];
  /** Sentences about the park, in order. */
  readonly remarks: readonly string[];
  /** Briefings, if any. */
  readonly sheets: readonly Briefing[];
  readonly now: Temporal.Instant;
  /** URL of the answer page; null if there is none. */
  readonly link: string | null;
};

/** A composed message. */
export type Written = {
  /** One line of fewer than 100 characters. */
  readonly subject: string;
  readonly text: string;
  /** For text message relays; null if it is too long, or if there is nothing to do. */
  readonly short: string | null;
  /** The worst lamp of the items; none without items. */
  readonly lamp: LampColour;
};
