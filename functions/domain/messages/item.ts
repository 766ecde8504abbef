import type { Temporal } from 'temporal-polyfill';
import type { Role } from '../base/role.ts';
import type { Recipient } from '../contacts/contact.ts';
import type { TaskNotice } from '../deadlines/task-notice.ts';
import type { Rules } from '../policy/hours.ts';
import type { Lamp, LampColour } from '../tasks/lamp.ts';
import type { Task } from '../tasks/task.ts';

/** A target that is behind its pace, as a message says it. */
export type Behind = { readonly colour: LampColour; readonly words: string };

/** How a silence goes on for who can still break it. */
export type Rising = {
  /** Whom it is told to next; undefined where everybody has heard. */
  readonly next: Role | undefined;
  /** Whether the recipient is asked for the first time, and so has a whole limit. */
  readonly isNew: boolean;
  /** The limit within which the recipient is to sign. */
  readonly withinWorkingDays: number;
};

/** One task as one recipient is notified of it. */
export type MessageItem = {
  readonly task: Task;
  readonly notice: TaskNotice;
  /** The role in which the recipient is told. */
  readonly role: Role;
  readonly recipient: Recipient;
  /** What it has to do with money, one sentence each. */
  readonly money: readonly string[];
  /** What it waits for, and what it holds up, one sentence each. */
  readonly waits: readonly string[];
  /** The silence of its owner's post that the owner reads of; null where there is none. */
  readonly climb: Rising | null;
  /** How its target is behind; null where that is not what is told. */
  readonly behind: Behind | null;
  /** Whether it is restricted and the message goes where others read it: it is only counted there. */
  readonly isSealed?: boolean;
};

/** An item with its task's lamp of time on the day of the message. */
export type Lit = { readonly item: MessageItem; readonly lamp: Lamp };

/** Time and rules for formatting an item. */
export type When = {
  readonly today: Temporal.PlainDate;
  /** The task's lamp of time on that day. */
  readonly lamp: Lamp;
  readonly rules: Rules;
};
