import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { mayInPark, type ParkAct } from '../../functions/domain/tasks/park-permissions.ts';
import { maySeeSettings } from '../../functions/domain/tasks/read-permissions.ts';

/** As `Route` of the table that these rows belong to. */
type Row = {
  readonly route: string;
  readonly path: string;
  readonly may: (contact: Contact) => boolean;
  readonly refusal: readonly number[];
};

/** What is done with one draft of a review. */
export const DRAFT_ACTS = ['split', 'merge', 'move'].map((act) => `drafts/:draft/${act}`);

const everybody = (): boolean => true;
const nobody = (): boolean => false;
const office =
  (act: ParkAct): Row['may'] =>
  (contact) =>
    mayInPark(contact, act);
const mover = office('moveMany');
const enterer = office('enterPlan');
const calendar = office('enterHolidays');

const route = (name: string, may: Row['may'], refusal: readonly number[], path?: string): Row => ({
  route: name,
  path: path ?? name.replace(/^\w+ /, ''),
  may,
  refusal,
});

/** Entries by hand, what is done with many tasks at once, saved views of the register, and holidays. */
export const officeRoutes: readonly Row[] = [
  route('GET /items/new', enterer, [404]),
  route('POST /items/new', enterer, [404]),
  route('POST /api/v1/items', enterer, [403, 422]),
  route('POST /items/bulk', mover, [404]),
  route('GET /items/dates', mover, [404]),
  route('POST /items/dates', mover, [404]),
  route('POST /api/v1/items/moves', mover, [403]),
  route('POST /items/views', everybody, []),
  route('POST /items/views/:id/deletion', nobody, [400], '/items/views/none/deletion'),
  route('GET /api/v1/views', everybody, []),
  route('POST /api/v1/views', everybody, []),
  route('DELETE /api/v1/views/:id', nobody, [422], '/api/v1/views/none'),
  route('GET /sources/:id', everybody, [404], '/sources/p22'),
  route('POST /sources/:id', enterer, [404], '/sources/p22'),
  route('GET /api/v1/sources', everybody, []),
  route('GET /api/v1/sources/:id', everybody, [], '/api/v1/sources/p22'),
  route('PATCH /api/v1/sources/:id', enterer, [403], '/api/v1/sources/p22'),
  route('GET /settings/calendar', maySeeSettings, [404]),
  ...['draft', 'review', 'entry', 'removal'].map((act) =>
    route(`POST /settings/calendar/${act}`, calendar, [404]),
  ),
  route('GET /api/v1/holidays', maySeeSettings, [403]),
  route('POST /api/v1/holidays/reading', calendar, [403]),
  ...['PUT', 'DELETE'].map((verb) =>
    route(`${verb} /api/v1/holidays/:year`, calendar, [403], '/api/v1/holidays/2027'),
  ),
];
