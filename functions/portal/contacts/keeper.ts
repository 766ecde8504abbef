import type { Contact } from '../../domain/contacts/contact.ts';
import { forbiddenInPark } from '../../domain/tasks/permissions.ts';
import type { Desk } from '../http/frame.ts';

export const isKeeper = ({ var: { viewer } }: Desk): boolean =>
  forbiddenInPark(viewer, 'keepContacts') === undefined;

export const contactOfPath = (context: Desk): Contact | undefined =>
  context.var.run.directory.contact(context.req.param('id') ?? '');
