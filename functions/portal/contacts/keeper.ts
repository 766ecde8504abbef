import type { Contact } from '../../domain/contacts/contact.ts';
import { forbiddenInPark } from '../../domain/tasks/park-permissions.ts';
import type { Desk } from '../http/frame.ts';

/** Whether the viewer may change the directory. */
export const isKeeper = ({ var: { viewer } }: Desk): boolean =>
  forbiddenInPark(viewer, 'keepContacts') === undefined;

/** The contact that the path names. */
export const contactOfPath = (context: Desk): Contact | undefined =>
  context.var.run.directory.contact(context.req.param('id') ?? '');
