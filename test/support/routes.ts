import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { mayInPark, type ParkAct } from '../../functions/domain/tasks/park-permissions.ts';
import { forbidden, reports } from '../../functions/domain/tasks/permissions.ts';
import {
  mayRead,
  mayReadMessage,
  mayRevokeLink,
  maySeeSettings,
} from '../../functions/domain/tasks/read-permissions.ts';
import type { Task } from '../../functions/domain/tasks/task.ts';
import { officeRoutes } from './office-routes.ts';
import { planRoutes } from './plan-routes.ts';
import type { World } from './world.ts';

/** One route with an address of it, and who gets through. */
export type Route = {
  /** As the app lists it. */
  readonly route: string;
  readonly path: string;
  readonly may: (contact: Contact) => boolean;
  /** How others are refused: as if it were not there, or told that they may not. */
  readonly refusal: readonly number[];
};

type May = Route['may'];

const everybody: May = () => true;
const office =
  (act: ParkAct): May =>
  (contact) =>
    mayInPark(contact, act);

const HIDDEN = [404];
const TOLD = [403];
/** Leaders see the page and are told, others do not see it. */
const EITHER = [400, 404];
const TOLD_ON_THE_PAGE = [400];

const TASK = 'p22-071';
const MONEY = 'p22-082';
const STEP = 'p22-082-exit-2-reviewed';
const TARGET = 'p22-006';

/** Ids of what the routes of a park lead to. */
export type Places = {
  readonly review: string;
  readonly draft: string;
  /** An issue that went out. */
  readonly bulletin: string;
  /** One that went to the owner of 安环局. */
  readonly message: string;
};

/** Every route behind the sign-in, with the rule of `domain/permissions.ts` that decides on it. */
export function routesOf(
  world: World,
  { review, draft, bulletin, message: told }: Places,
): readonly Route[] {
  const task = (id: string): Task => {
    const stored = world.stored(id);
    if (!stored) throw new Error(`no task ${id}`);
    return stored.task;
  };
  const reads =
    (id: string): May =>
    (contact) =>
      mayRead(contact, task(id));
  const readsMessage: May = (contact) => mayReadMessage(contact, { contact: 'anhuan-owner' });
  const message = `/messages/${encodeURIComponent(told)}`;
  const row = (route: string, path: string, may: May, refusal = HIDDEN): Route => ({
    route,
    path,
    may,
    refusal,
  });
  const plain = (route: string, may = everybody, refusal = HIDDEN): Route =>
    row(route, route.replace(/^\w+ /, ''), may, refusal);
  const api = (route: string, path: string, may: May, refusal = HIDDEN): Route =>
    row(route.replace(' ', ' /api/v1'), `/api/v1${path}`, may, refusal);
  const seen: May = maySeeSettings;
  const divides: May = (contact) => forbidden(contact, 'nodes', task(TASK)) === undefined;

  return [
    ...['/', '/items', '/units', '/calendar', '/bulletin', '/items.xlsx', '/items.ics'].map(
      (path) => plain(`GET ${path}`),
    ),
    ...['/targets', '/targets.xlsx', '/funding', '/messages'].map((path) => plain(`GET ${path}`)),
    plain('GET /returns'),
    // Who is asked for nothing is answered that nothing was filled in.
    row('POST /returns', '/returns', () => false, TOLD_ON_THE_PAGE),
    plain('GET /funding.xlsx', reads(MONEY)),
    row('GET /items/:id', `/items/${TASK}`, reads(TASK)),
    row(
      'POST /items/:id/:act',
      `/items/${TASK}/redate`,
      (contact) => forbidden(contact, 'redate', task(TASK)) === undefined,
      EITHER,
    ),
    ...officeRoutes,
    row('GET /items/:id/nodes', `/items/${TASK}/nodes`, divides),
    row('POST /items/:id/nodes', `/items/${TASK}/nodes`, divides, EITHER),
    row('POST /items/:id/split', `/items/${TASK}/split`, office('enterPlan'), EITHER),
    row('GET /targets/:id', `/targets/${TARGET}`, reads(TARGET)),
    row('POST /targets/:id', `/targets/${TARGET}`, reads(TARGET)),
    row('GET /funding/:step', `/funding/${STEP}`, reads(MONEY)),
    row('POST /funding/:step', `/funding/${STEP}`, reads(MONEY)),
    row('GET /messages/:id', message, readsMessage),
    row('POST /messages/:id/revoke', `${message}/revoke`, mayRevokeLink),
    ...[
      'GET /targets/import',
      'POST /targets/import',
      'GET /funding/import',
      'POST /funding/import',
    ].map((route) => plain(route, reports)),
    plain('POST /gap', office('answerGap')),
    plain('GET /bulletins'),
    row('GET /bulletins/:id', `/bulletins/${bulletin}`, everybody),
    plain('POST /bulletins', office('issueBulletin'), TOLD_ON_THE_PAGE),
    ...['', '/contacts'].map((of) => plain(`GET /settings${of}`, seen)),
    row('GET /settings/contacts/:id', '/settings/contacts/anhuan-owner', seen),
    ...['GET ', 'POST /draft', 'POST /rehearsal', 'POST /adoption'].map((route) =>
      plain(route.replace(' ', ' /settings/policy'), office('adoptPolicy')),
    ),
    plain('GET /settings/new-contact', office('keepContacts')),
    plain('POST /settings/contacts', office('keepContacts')),
    ...['', '/stand-in', '/invitation', '/test', '/again', '/removal'].map((act) =>
      row(
        `POST /settings/contacts/:id${act}`,
        `/settings/contacts/anhuan-owner${act}`,
        office('keepContacts'),
      ),
    ),

    ...['/items', '/messages', '/units', '/targets', '/funding', '/openapi.json'].map((path) =>
      api(`GET ${path}`, path, everybody),
    ),
    api('GET /items/:id', `/items/${TASK}`, reads(TASK)),
    api('GET /items/:id/history', `/items/${TASK}/history`, reads(TASK)),
    api('GET /items/:id/proofs', `/items/${TASK}/proofs`, reads(TASK)),
    api('GET /items/:id/nodes', `/items/${TASK}/nodes`, reads(TASK)),
    api('POST /items/:id/nodes', `/items/${TASK}/nodes`, reads(TASK), [404, 422]),
    api('POST /items/:id/split', `/items/${TASK}/split`, office('enterPlan'), [403, 404, 422]),
    api('POST /items/:id/moves', `/items/${TASK}/moves`, reads(TASK), [404, 422]),
    api('POST /messages/:id/revocation', `${message}/revocation`, mayRevokeLink, TOLD),
    api('GET /targets/:id', `/targets/${TARGET}`, reads(TARGET)),
    api('POST /targets/:id/figures', `/targets/${TARGET}/figures`, reads(TARGET), [404, 422]),
    api('GET /funding/steps/:id', `/funding/steps/${STEP}`, reads(MONEY)),
    api('POST /funding/steps/:id', `/funding/steps/${STEP}`, reads(MONEY), [404, 422]),
    ...['/targets/imports', '/funding/imports'].map((path) =>
      api(`POST ${path}`, path, reports, TOLD),
    ),
    api('GET /policies', '/policies', seen, TOLD),
    ...['/policies/rehearsal', '/policies'].map((path) =>
      api(`POST ${path}`, path, office('adoptPolicy'), TOLD),
    ),
    api('GET /contacts', '/contacts', seen, TOLD),
    api('GET /contacts/:id', '/contacts/anhuan-owner', seen, TOLD),
    api('POST /contacts', '/contacts', office('keepContacts'), TOLD),
    ...['PUT', 'DELETE'].map((verb) =>
      api(`${verb} /contacts/:id`, '/contacts/anhuan-owner', office('keepContacts'), TOLD),
    ),
    api(
      'PUT /contacts/:id/stand-in',
      '/contacts/anhuan-owner/stand-in',
      office('keepContacts'),
      TOLD,
    ),
    api('GET /directory/history', '/directory/history', seen, TOLD),
    ...['invitation', 'test-message', 'again'].map((act) =>
      api(
        `POST /contacts/:id/${act}`,
        `/contacts/anhuan-owner/${act}`,
        office('keepContacts'),
        TOLD,
      ),
    ),
    api('GET /bulletins', '/bulletins', everybody),
    api('GET /bulletins/:id', `/bulletins/${bulletin}`, everybody),
    api('POST /bulletins', '/bulletins', office('issueBulletin'), TOLD),
    ...planRoutes(review, draft),
  ];
}
