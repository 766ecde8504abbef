import type { Contact } from '../../domain/contacts/contact.ts';
import type { Contested } from '../../domain/contacts/directory-record.ts';
import type { Outlets } from '../../domain/contacts/outlets.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { Unreached } from '../../flows/context/unreached.ts';
import type { Frame } from '../http/frame.ts';
import type { NotTaken } from '../ui/simple-form.tsx';
import type { Subscriptions } from './words.ts';

/** An act on a contact that was refused. */
export type ContactRefused = NotTaken & {
  readonly act: 'contact' | 'stand-in' | 'invitation' | 'test' | 'again' | 'removal';
};

/** What the page of a contact shows. */
export type ContactPageProps = {
  readonly frame: Frame;
  readonly contact: Contact;
  readonly subscriptions: Subscriptions;
  readonly outlets: Outlets;
  /** Why nothing reaches it now; null if it is reached. */
  readonly why: Unreached['why'] | null;
  /** The park's other contacts. */
  readonly others: readonly Contact[];
  /** Posts that it claims, or would by the form that was refused, and others have. */
  readonly contested: readonly Contested[];
  /** Messages that it was sent today. */
  readonly toldToday: number;
  /** Live tasks that would lose the only contact of one of their posts without it. */
  readonly vacated: readonly Task[];
  /** Hash of the contact as rendered. */
  readonly print: string;
  readonly isKeeper: boolean;
  readonly refused: ContactRefused | null;
};

/** What was refused of one form, for that form alone; its summary stands above the page. */
export const refusedOf = (
  { refused }: ContactPageProps,
  act: ContactRefused['act'],
): NotTaken | null => (refused?.act === act ? refused : null);
