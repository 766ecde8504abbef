import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { mayInPark } from '../../functions/domain/tasks/park-permissions.ts';

/** As `Route` of the table that these rows belong to. */
type Row = {
  readonly route: string;
  readonly path: string;
  readonly may: (contact: Contact) => boolean;
  readonly refusal: readonly number[];
};

const everybody = (): boolean => true;
const nobody = (): boolean => false;
const mover: Row['may'] = (contact) => mayInPark(contact, 'moveMany');

const route = (name: string, may: Row['may'], refusal: readonly number[], path?: string): Row => ({
  route: name,
  path: path ?? name.replace(/^\w+ /, ''),
  may,
  refusal,
});

/** What is done with many tasks at once, and the saved views of the register; none is kept. */
export const bulkRoutes: readonly Row[] = [
  route('POST /items/bulk', mover, [404]),
  route('GET /items/dates', mover, [404]),
  route('POST /items/dates', mover, [404]),
  route('POST /api/v1/items/moves', mover, [403]),
  route('POST /items/views', everybody, []),
  route('POST /items/views/:id/deletion', nobody, [400], '/items/views/none/deletion'),
  route('GET /api/v1/views', everybody, []),
  route('POST /api/v1/views', everybody, []),
  route('DELETE /api/v1/views/:id', nobody, [422], '/api/v1/views/none'),
];
