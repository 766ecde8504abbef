import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { mayInPark, type ParkAct } from '../../functions/domain/tasks/park-permissions.ts';
import { maySeeAccount, maySeeSettings } from '../../functions/domain/tasks/read-permissions.ts';

/** As `Route` of the table that these rows belong to. */
export type Row = {
  readonly route: string;
  readonly path: string;
  readonly may: (contact: Contact) => boolean;
  readonly refusal: readonly number[];
};

const everybody = (): boolean => true;
const nobody = (): boolean => false;
const office =
  (act: ParkAct): Row['may'] =>
  (contact) =>
    mayInPark(contact, act);
const mover = office('moveMany');
const enterer = office('enterPlan');
const calendar = office('enterHolidays');
const keeper = office('keepContacts');
const closer = office('closeYear');

const route = (name: string, may: Row['may'], refusal: readonly number[], path?: string): Row => ({
  route: name,
  path: path ?? name.replace(/^\w+ /, ''),
  may,
  refusal,
});

/** Entries by hand, many tasks at once, saved views of the register, the account of a year, and holidays. */
export const officeRoutes: readonly Row[] = [
  route('GET /items/new', enterer, [404]),
  route('POST /items/new', enterer, [404]),
  route('POST /api/v1/items', enterer, [403, 422]),
  route('POST /items/bulk', mover, [404]),
  route('POST /items/bulk/undo', mover, [404]),
  route('POST /api/v1/items/undo', mover, [403, 422]),
  route('GET /items/dates', mover, [404]),
  route('POST /items/dates', mover, [404]),
  route('POST /api/v1/items/moves', mover, [403]),
  // Nothing was moved that could be taken back.
  route('POST /items/:id/undo', nobody, [400, 404], '/items/p22-071/undo'),
  route('POST /api/v1/items/:id/undo', nobody, [404, 422], '/api/v1/items/p22-071/undo'),
  route('POST /items/views', everybody, []),
  route('POST /items/views/:id/deletion', nobody, [400], '/items/views/none/deletion'),
  route('GET /api/v1/views', everybody, []),
  route('POST /api/v1/views', everybody, []),
  route('DELETE /api/v1/views/:id', nobody, [422], '/api/v1/views/none'),
  route('GET /sources/:id', everybody, [404], '/sources/p22'),
  route('POST /sources/:id', enterer, [404], '/sources/p22'),
  route('POST /sources/:id/answer', enterer, [404], '/sources/p22/answer'),
  route('PUT /api/v1/sources/:id/answer', enterer, [403], '/api/v1/sources/p22/answer'),
  route('GET /api/v1/sources', everybody, []),
  route('GET /api/v1/sources/:id', everybody, [], '/api/v1/sources/p22'),
  route('PATCH /api/v1/sources/:id', enterer, [403], '/api/v1/sources/p22'),
  ...['GET', 'POST'].map((verb) =>
    route(`${verb} /years/:year{\\d{4}}`, office('closeYear'), [404], '/years/2022'),
  ),
  ...['account', 'account.docx'].map((page) =>
    route(`GET /years/:year/${page}`, maySeeAccount, [404], `/years/2022/${page}`),
  ),
  route('GET /api/v1/years', maySeeAccount, [403]),
  route('GET /api/v1/years/:year', closer, [403], '/api/v1/years/2021'),
  ...['decisions', 'closing', 'reopening'].map((call) =>
    route(`POST /api/v1/years/:year/${call}`, closer, [403, 422], `/api/v1/years/2021/${call}`),
  ),
  route('GET /api/v1/years/:year/account', maySeeAccount, [403], '/api/v1/years/2022/account'),
  route('GET /settings/units', maySeeSettings, [404]),
  ...['', '/preview', '/cancellation'].map((act) =>
    route(`POST /settings/units${act}`, keeper, [404]),
  ),
  route('GET /api/v1/directory/units', maySeeSettings, [403]),
  ...['preview', 'moves'].map((act) => route(`POST /api/v1/directory/units/${act}`, keeper, [403])),
  route(
    'POST /api/v1/directory/units/moves/:id/cancellation',
    keeper,
    [403],
    '/api/v1/directory/units/moves/none/cancellation',
  ),
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
