/**
 * What the flows need from the outside world, in their own words. The rooms `register`, `clock`
 * and `delivery` implement these types; nothing here names AWS.
 */
import type { Temporal } from 'temporal-polyfill';
import type { DamagedRecord } from '../domain/base/faults.ts';
import type { ContactId, DigestId, TaskId } from '../domain/base/ids.ts';
import type { Role } from '../domain/base/role.ts';
import type { EnteredHolidays } from '../domain/calendar/entered-holidays.ts';
import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts';
import type { Change } from '../domain/contacts/change.ts';
import type { DirectoryRecord } from '../domain/contacts/directory-record.ts';
import type { Outlets } from '../domain/contacts/outlets.ts';
import type { Subscription } from '../domain/contacts/subscription.ts';
import type { Listed, Wanted } from '../domain/contacts/topic-changes.ts';
import type { Heard } from '../domain/deadlines/heard.ts';
import type { Undo } from '../domain/deadlines/undo.ts';
import type { FundingStep, Instrument } from '../domain/funding/funding.ts';
import type { ActionLink } from '../domain/messages/action-link.ts';
import type { Digest } from '../domain/messages/digest.ts';
import type { Heartbeat } from '../domain/messages/heartbeat.ts';
import type { Bulletin } from '../domain/papers/bulletin.ts';
import type { SavedView } from '../domain/papers/saved-view.ts';
import type { ParkSettings } from '../domain/policy/park-settings.ts';
import type { PolicyVersion } from '../domain/policy/policy-version.ts';
import type { Plan } from '../domain/sources/plan.ts';
import type { Review, ReviewDraft } from '../domain/sources/review.ts';
import type { Source, SourceText } from '../domain/sources/source.ts';
import type { Enterprise, Project } from '../domain/targets/project-list.ts';
import type { Target } from '../domain/targets/target.ts';
import type { LampColour } from '../domain/tasks/lamp.ts';
import type { Task } from '../domain/tasks/task.ts';

/** A park and how it works. */
export type Park = ParkSettings & {
  /** Every policy it ever adopted, the oldest first. */
  readonly policies: readonly [PolicyVersion, ...PolicyVersion[]];
  /** What its office entered of the calendar; a record that cannot be read stops nothing. */
  readonly holidays: HolidaysRead | DamagedRecord;
};

/** A task as last read, with what a later write must still find. */
export type StoredTask = {
  readonly task: Task;
  readonly heard: Heard;
  readonly wakeAt: Temporal.Instant | null;
  readonly version: number;
  readonly lastChange: Change;
  /** Set where the last change can be taken back within minutes. */
  readonly undo?: Undo;
};

/** A record that changes as a whole, as last read. */
export type Stored<Value> = { readonly value: Value; readonly version: number };

/** Whether a conditional write found what it asked for. A lost write changed nothing. */
export type WriteResult = 'written' | 'lost';

/** What the wake index names: a hint that may be late, or repeat what is settled. */
export type WakingRef =
  | { readonly record: 'task'; readonly id: TaskId }
  | { readonly record: 'digest'; readonly id: DigestId }
  | { readonly record: 'policy'; readonly version: number }
  | { readonly record: 'holidays' }
  | { readonly record: 'watch' };

/** The tasks of the parks, their posts and their history. Reads are consistent but for the index. */
export type Register = {
  readonly parks: () => Promise<readonly string[]>;
  /** @throws {UnknownPark | DamagedRecord} */
  readonly park: (id: string) => Promise<Park>;
  /** Opens a park, or changes its settings. It has no rules before its first policy. */
  readonly putPark: (park: ParkSettings) => Promise<void>;
  /**
   * Adds a policy whose version the park does not have yet. It wakes at `wakeAt`, until every record
   * was planned by it; null for one that nothing has to be planned by.
   */
  readonly addPolicy: (
    park: string,
    policy: PolicyVersion,
    wakeAt: Temporal.Instant | null,
  ) => Promise<WriteResult>;
  /** Notes that every record was planned by this version, which wakes no more. */
  readonly policyPlanned: (park: string, version: number) => Promise<void>;
  /** The holidays that the office of `park` entered. @throws {DamagedRecord} */
  readonly holidays: (park: string) => Promise<HolidaysRead>;
  /**
   * Archives the change that `read` carries, if there is one, then puts `next` in its place. It wakes at
   * `wakeAt`, until every record was planned by it.
   */
  readonly changeHolidays: (
    read: HolidaysRead,
    next: Versioned<EnteredHolidays>,
    wakeAt: Temporal.Instant,
  ) => Promise<WriteResult>;
  /** Notes that every record was planned by version `version`, which wakes no more. */
  readonly holidaysPlanned: (park: string, version: number) => Promise<void>;
  /** Every change of the entered holidays, oldest first. */
  readonly holidaysHistory: (park: string) => Promise<readonly Change[]>;
  /** Whom `park` tells things. @throws {DamagedRecord} if it cannot be read as a whole. */
  readonly directory: (park: string) => Promise<DirectoryRead>;
  /** Archives the change that `read` carries, if there is one, then puts `next` in its place. */
  readonly changeDirectory: (
    read: DirectoryRead,
    next: Versioned<DirectoryRecord>,
  ) => Promise<WriteResult>;
  /** Every change of the directory, oldest first. */
  readonly directoryHistory: (park: string) => Promise<readonly Change[]>;
  /** Plans that were stored before sources were records, by year. */
  readonly oldPlans: (park: string) => Promise<readonly Plan[]>;
  /** Records of `park` that the index has as waking at or before `until`. */
  readonly due: (park: string, until: Temporal.Instant) => Promise<readonly WakingRef[]>;
  /** @throws {DamagedRecord} */
  readonly task: (park: string, id: TaskId) => Promise<StoredTask | undefined>;
  /** Every task of `park`, in pages; a damaged one in its place does not end the walk. */
  readonly tasks: (park: string) => AsyncIterable<StoredTask | DamagedRecord>;
  /** Adds a task that is not there. One that was taken back goes on with its versions and its history. */
  readonly create: (stored: StoredTask) => Promise<WriteResult>;
  /**
   * Archives the change that `read` carries, then takes the task out of the register. `change` ends its
   * history, which stays.
   */
  readonly takeBack: (read: StoredTask, change: Change) => Promise<WriteResult>;
  /** Archives the change that `read` carries, then puts `next` in its place. */
  readonly change: (read: StoredTask, next: StoredTask) => Promise<WriteResult>;
  /** Every change of a task, oldest first. */
  readonly history: (park: string, id: TaskId) => Promise<readonly Change[]>;
  /** Moves a task on along its ladder: neither a version nor a line of history. */
  readonly advance: (
    read: StoredTask,
    to: Pick<StoredTask, 'heard' | 'wakeAt'>,
  ) => Promise<WriteResult>;
  /** @throws {DamagedRecord} */
  readonly watch: (park: string) => Promise<Stored<Heartbeat> | undefined>;
  /** Writes the watch if its version is still `seen`; 0 stands for none yet. */
  readonly putWatch: (watch: Heartbeat, seen: number) => Promise<WriteResult>;
  /** Puts `watch` in the place of one that cannot be read. */
  readonly replaceWatch: (watch: Heartbeat) => Promise<void>;
};

/** A directory as last read; version 0, and no change, before the first one of this record. */
export type DirectoryRead = Stored<DirectoryRecord> & { readonly lastChange: Change | null };

/** Entered holidays as last read; version 0, and no change, before anything was entered. */
export type HolidaysRead = Stored<EnteredHolidays> & { readonly lastChange: Change | null };

/** A record with its last change, as last read. */
export type Versioned<Value> = Stored<Value> & { readonly lastChange: Change };

/** Records of one kind that change as a whole and keep their history. Reads are consistent. */
export type Collection<Value> = {
  /** Every record of `park` by its id; a damaged one stands in its place. */
  readonly all: (park: string) => Promise<readonly (Versioned<Value> | DamagedRecord)[]>;
  /** @throws {DamagedRecord} */
  readonly find: (park: string, id: string) => Promise<Versioned<Value> | undefined>;
  /** Archives the change that `read` carries, if there is one, then puts `next` in its place. */
  readonly put: (
    read: Versioned<Value> | undefined,
    next: Versioned<Value>,
  ) => Promise<WriteResult>;
  /** As the register takes a task back: the record is gone, and its history stays. */
  readonly takeBack: (read: Versioned<Value>, change: Change) => Promise<WriteResult>;
  /** Every change of a record, oldest first. */
  readonly history: (park: string, id: string) => Promise<readonly Change[]>;
};

/** What is kept as a whole: the numbers of the parks, plans that are not registered yet, and bulletins. */
export type Collections = {
  readonly targets: Collection<Target>;
  readonly projects: Collection<Project>;
  readonly enterprises: Collection<Enterprise>;
  readonly instruments: Collection<Instrument>;
  readonly steps: Collection<FundingStep>;
  /** Plans that are looked through before anything of them is registered. */
  readonly sources: Collection<Source>;
  readonly sourceTexts: Collection<SourceText>;
  readonly reviews: Collection<Review>;
  readonly drafts: Collection<ReviewDraft>;
  /** Issues of the bulletin, as they went out. */
  readonly bulletins: Collection<Bulletin>;
  /** Filters of the register under a name. */
  readonly views: Collection<SavedView>;
};

/** What was told to whom, by digest. */
export type Ledger = {
  /** @throws {DamagedRecord} */
  readonly read: (park: string, id: DigestId) => Promise<Stored<Digest> | undefined>;
  /** Writes a digest if its version is still `seen`; 0 stands for none yet. */
  readonly write: (digest: Digest, seen: number) => Promise<WriteResult>;
  /** The digests of `park` from day `from` to day `to`, both included. */
  readonly between: (
    park: string,
    from: Temporal.PlainDate,
    to: Temporal.PlainDate,
  ) => AsyncIterable<Stored<Digest> | DamagedRecord>;
};

/** The links of messages, by their codes. */
export type Links = {
  /** @throws {DamagedRecord} */
  readonly read: (code: string) => Promise<ActionLink | undefined>;
  /** Puts `link` in the place of an earlier one with its code, unless that was revoked. */
  readonly issue: (link: ActionLink) => Promise<void>;
  /** Ends a link's use. Again, or for a code that nobody has, it changes nothing. */
  readonly revoke: (code: string, at: Temporal.Instant) => Promise<void>;
};

/** Sees to it that somebody looks at `park` at `at`. Asking again changes nothing. */
export type Clock = {
  readonly ensureSlot: (park: string, at: Temporal.Instant) => Promise<void>;
  /** The same for an instant that is at most 15 minutes away, which is too near for a slot. */
  readonly wakeSoon: (park: string, at: Temporal.Instant) => Promise<void>;
};

/** One message to one contact. */
export type OutgoingMessage = {
  readonly park: string;
  readonly contact: ContactId;
  readonly role: Role;
  readonly lamp: LampColour;
  readonly channel: string;
  readonly subject: string;
  readonly text: string;
  /** At most 70 characters, for relays of text messages; null where it would be longer. */
  readonly short: string | null;
  /** The digests it tells, with the keys of the notices that are in it. */
  readonly digests: readonly { readonly id: DigestId; readonly keys: readonly string[] }[];
};

/**
 * What became of a message. rejected: this message is at fault; deferred: the topic took nothing now,
 * whatever it was; unknown: no answer came, so that it may have gone out.
 */
export type PublishOutcome =
  | { readonly result: 'accepted'; readonly messageId: string }
  | { readonly result: 'rejected' | 'deferred' | 'unknown'; readonly reason: string };

export type Messenger = {
  /** Hands over up to {@link BATCH} messages; one outcome each, in their order. */
  readonly publish: (messages: readonly OutgoingMessage[]) => Promise<readonly PublishOutcome[]>;
};

/** Messages of one publishing call. */
export const BATCH = 10;

/** The topic's own subscribers. */
export type Subscribers = {
  /** Every contact's address that the topic has, and how many subscriptions there are in all. */
  readonly list: () => Promise<{ readonly listed: readonly Listed[]; readonly total: number }>;
  /**
   * Asks the holder of an address to confirm. Asking again for the same changes nothing.
   *
   * @returns its ARN; undefined when the topic has the address for others already.
   */
  readonly subscribe: (park: string, wanted: Wanted) => Promise<string | undefined>;
  readonly filter: (park: string, arn: string, wanted: Wanted) => Promise<void>;
  readonly unsubscribe: (arn: string) => Promise<void>;
};

/** What is known of subscriptions, in the register. */
export type SubscriptionStore = {
  readonly all: (park: string) => Promise<readonly (Subscription | DamagedRecord)[]>;
  readonly put: (subscription: Subscription) => Promise<void>;
};

/** All that a run needs. */
export type Ports = {
  readonly register: Register;
  readonly ledger: Ledger;
  readonly links: Links;
  readonly collections: Collections;
  readonly clock: Clock;
  readonly messenger: Messenger;
  readonly book: SubscriptionStore;
  /** How messages leave this place. */
  readonly outlets: Outlets;
  /** The notices that the package knows; what a park's office entered lies over them. */
  readonly calendar: WorkingCalendar;
  readonly now: () => Temporal.Instant;
  /** A name that nobody else uses. */
  readonly newId: () => string;
  /** A link's code that nobody can guess. */
  readonly newCode: () => string;
  /** Where the pages are, without a slash at the end; null where there are none. */
  readonly pages: () => string | null;
};
