import type { Context } from 'hono';
import type { Temporal } from 'temporal-polyfill';
import type { Contact } from '../../domain/contacts/contact.ts';
import type { GroupRule } from '../../domain/contacts/sign-in-settings.ts';
import type { Gap, GapChoice } from '../../domain/deadlines/gap.ts';
import type { Subscribing } from '../../flows/contacts/subscribe-contacts.ts';
import type { ParkContext } from '../../flows/context/park-context.ts';
import type { Ports } from '../../flows/ports.ts';
import type { GapChooser } from '../../flows/wake/gap.ts';
import type { Issuer } from './issuer.ts';

/** A clock that visitors of the demonstration may move. */
export type Demo = {
  /** Moves it to the next slot and runs what that wakes. */
  readonly next: () => Promise<void>;
  /** Runs every slot up to the end of `day`; a day that is past is refused in Chinese. */
  readonly to: (day: Temporal.PlainDate) => Promise<void>;
};

/** A laptop that asks what is to be sent after a gap. */
export type Asking = {
  /** As `answerGap` of the flows, and sends what is to be sent by it. */
  readonly answer: (chooser: GapChooser, choice: GapChoice) => Promise<Gap | null>;
};

/** What one portal is made of. */
export type Portal = {
  readonly ports: Ports;
  /** How the topic's subscriptions follow the contacts at once; null where the nightly run does it. */
  readonly subscribing: Pick<Subscribing, 'subscribers'> | null;
  /** The newest first; what an older one sealed is still read. Each of 32 bytes. */
  readonly keys: readonly Uint8Array[];
  /** The real clock, by which sessions end whatever the park's own clock shows. */
  readonly realNow: () => Temporal.Instant;
  /** The network address that a request came from, as the server or the gateway says. */
  readonly addressOf: (request: Context) => string;
  readonly signIn: ChooseRole | ByIssuer;
  /** Megabytes of an uploaded file: what stands before the pages may take less than they would. */
  readonly uploadMegabytes: number;
  readonly demo: Demo | null;
  /** Null where nobody is asked about gaps. */
  readonly asking: Asking | null;
  readonly log: { readonly error: (message: string, details: Record<string, unknown>) => void };
};

/**
 * Any visitor may choose a post: only for pages that no other computer can reach.
 * `guest` is the post of a visitor who has not chosen yet, if there is to be one.
 */
export type ChooseRole = {
  readonly kind: 'chooseRole';
  readonly park: string;
  readonly guest: string | null;
};

/** An issuer vouches for people; which posts they hold follows from the groups that it names. */
export type ByIssuer = {
  readonly kind: 'issuer';
  readonly issuer: Issuer;
  readonly rules: readonly GroupRule[];
};

/** What a request carries once it is known whose it is. */
export type Env = {
  readonly Variables: {
    readonly run: ParkContext;
    readonly viewer: Contact;
    /** What the visitor is asked, or was told, about a gap. */
    readonly gap: Gap | null;
  };
};
