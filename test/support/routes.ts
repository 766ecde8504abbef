import type { Contact } from '../../functions/domain/contact.ts';
import {
  forbidden,
  mayInPark,
  mayRead,
  mayReadMessage,
  mayRevokeLink,
  maySeeSettings,
  reports,
} from '../../functions/domain/permissions.ts';
import type { Task } from '../../functions/domain/task.ts';

/** What the park of the walk holds, by the part of a path that names it. */
export type Things = {
  /** A task of one unit; the contacts of the other are strangers to it. */
  readonly task: Task;
  /** The promise that `/targets/:id` counts. */
  readonly target: Task;
  /** The promise of the money that `step` is a step of. */
  readonly money: Task;
  readonly step: string;
  readonly message: { readonly id: string; readonly contact: string | null };
  readonly plan: string;
  readonly draft: string;
  readonly contact: string;
};

/** Who is let on by one route, and an address of it. */
export type Rule = {
  readonly at: (things: Things) => string;
  /** Whether `contact` gets the content, or may have the change. */
  readonly may: (contact: Contact, things: Things) => boolean;
  /** What is sent along with a change. */
  readonly fields?: Readonly<Record<string, string>>;
};

const here =
  (path: string): Rule['at'] =>
  () =>
    path;
const part = encodeURIComponent;

const anybody: Rule['may'] = () => true;
const reader: Rule['may'] = maySeeSettings;
const reporter: Rule['may'] = reports;
const keeper: Rule['may'] = (contact) => mayInPark(contact, 'keepContacts');
const standIns: Rule['may'] = (contact) => mayInPark(contact, 'setStandIn');
const adopter: Rule['may'] = (contact) => mayInPark(contact, 'adoptPolicy');
const planner: Rule['may'] = (contact) => mayInPark(contact, 'enterPlan');
const ofTask: Rule['may'] = (contact, { task }) => mayRead(contact, task);
const withdrawer: Rule['may'] = (contact, { task }) =>
  forbidden(contact, 'withdraw', task) === undefined;
const ofTarget: Rule['may'] = (contact, { target }) => mayRead(contact, target);
const teller: Rule['may'] = (contact, { target }) =>
  forbidden(contact, 'report', target) === undefined;
const ofMoney: Rule['may'] = (contact, { money }) => mayRead(contact, money);
const booker: Rule['may'] = (contact, { money }) =>
  forbidden(contact, 'report', money) === undefined;
const ofMessage: Rule['may'] = (contact, { message }) => mayReadMessage(contact, message);

const task =
  (end = ''): Rule['at'] =>
  (things) =>
    `/items/${things.task.id}${end}`;
const target = (things: Things): string => `/targets/${things.target.id}`;
const step = (things: Things): string => `/funding/${things.step}`;
const message =
  (end = ''): Rule['at'] =>
  (things) =>
    `/messages/${part(things.message.id)}${end}`;
const plan =
  (end = ''): Rule['at'] =>
  (things) =>
    `/plans/${things.plan}${end}`;
const draft = (things: Things): string => `/plans/${things.plan}/drafts/${things.draft}`;
const contact =
  (end = ''): Rule['at'] =>
  (things) =>
    `/settings/contacts/${things.contact}${end}`;

const sure = { sure: 'yes' };

/** Every page that asks who is there. */
const pages: Readonly<Record<string, Rule>> = {
  'GET /': { at: here('/'), may: anybody },
  'GET /items': { at: here('/items'), may: anybody },
  'GET /units': { at: here('/units'), may: anybody },
  'GET /calendar': { at: here('/calendar'), may: anybody },
  'GET /bulletin': { at: here('/bulletin'), may: anybody },
  'GET /items.xlsx': { at: here('/items.xlsx'), may: anybody },
  'GET /items.ics': { at: here('/items.ics'), may: anybody },
  'GET /targets.xlsx': { at: here('/targets.xlsx'), may: anybody },
  'GET /funding.xlsx': { at: here('/funding.xlsx'), may: ofMoney },
  'GET /items/:id': { at: task(), may: ofTask },
  'POST /items/:id/:act': { at: task('/withdraw'), may: withdrawer, fields: { why: '不再办' } },
  'GET /targets/import': { at: here('/targets/import'), may: reporter },
  'POST /targets/import': { at: here('/targets/import'), may: reporter },
  'GET /funding/import': { at: here('/funding/import'), may: reporter },
  'POST /funding/import': { at: here('/funding/import'), may: reporter },
  'GET /targets': { at: here('/targets'), may: anybody },
  'GET /targets/:id': { at: target, may: ofTarget },
  'POST /targets/:id': { at: target, may: teller },
  'GET /funding': { at: here('/funding'), may: anybody },
  'GET /funding/:step': { at: step, may: ofMoney },
  'POST /funding/:step': { at: step, may: booker },
  'GET /messages': { at: here('/messages'), may: anybody },
  'GET /messages/:id': { at: message(), may: ofMessage },
  'POST /messages/:id/revoke': { at: message('/revoke'), may: mayRevokeLink },
  'GET /plans': { at: here('/plans'), may: reader },
  'POST /plans': { at: here('/plans'), may: planner },
  'GET /plans/:id': { at: plan(), may: reader },
  'POST /plans/:id/drafts': { at: plan('/drafts'), may: planner },
  'POST /plans/:id/publish': { at: plan('/publish'), may: planner, fields: sure },
  'POST /plans/:id/drop': { at: plan('/drop'), may: planner, fields: sure },
  'GET /plans/:id/drafts/:draft': { at: draft, may: reader },
  'POST /plans/:id/drafts/:draft': { at: draft, may: planner },
  'GET /settings': { at: here('/settings'), may: reader },
  'GET /settings/policy': { at: here('/settings/policy'), may: adopter },
  'POST /settings/policy/draft': { at: here('/settings/policy/draft'), may: adopter },
  'POST /settings/policy/rehearsal': { at: here('/settings/policy/rehearsal'), may: adopter },
  'POST /settings/policy/adoption': { at: here('/settings/policy/adoption'), may: adopter },
  'GET /settings/contacts': { at: here('/settings/contacts'), may: reader },
  'GET /settings/new-contact': { at: here('/settings/new-contact'), may: keeper },
  'POST /settings/contacts': { at: here('/settings/contacts'), may: keeper },
  'GET /settings/contacts/:id': { at: contact(), may: reader },
  'POST /settings/contacts/:id': { at: contact(), may: keeper },
  'POST /settings/contacts/:id/stand-in': { at: contact('/stand-in'), may: standIns },
  'POST /settings/contacts/:id/invitation': { at: contact('/invitation'), may: keeper },
  'POST /settings/contacts/:id/test': { at: contact('/test'), may: keeper },
  'POST /settings/contacts/:id/removal': { at: contact('/removal'), may: keeper },
  'POST /demo/next': { at: here('/demo/next'), may: anybody },
  'POST /demo/to': { at: here('/demo/to'), may: anybody },
};

const called =
  (at: Rule['at']): Rule['at'] =>
  (things) =>
    `/api/v1${at(things)}`;
const funding = (things: Things): string => `/funding/steps/${things.step}`;
const post =
  (end = ''): Rule['at'] =>
  (things) =>
    `/contacts/${things.contact}${end}`;

const calls: Readonly<Record<string, Rule>> = {
  'GET /items': { at: here('/items'), may: anybody },
  'GET /items/:id': { at: task(), may: ofTask },
  'GET /items/:id/history': { at: task('/history'), may: ofTask },
  'GET /items/:id/proofs': { at: task('/proofs'), may: ofTask },
  'POST /items/:id/moves': { at: task('/moves'), may: withdrawer },
  'GET /messages': { at: here('/messages'), may: anybody },
  'GET /targets': { at: here('/targets'), may: anybody },
  'GET /targets/:id': { at: target, may: ofTarget },
  'POST /targets/:id/figures': { at: (things) => `${target(things)}/figures`, may: teller },
  'GET /funding': { at: here('/funding'), may: anybody },
  'GET /funding/steps/:id': { at: funding, may: ofMoney },
  'POST /funding/steps/:id': { at: funding, may: booker },
  'POST /targets/imports': { at: here('/targets/imports'), may: reporter },
  'POST /funding/imports': { at: here('/funding/imports'), may: reporter },
  'GET /policies': { at: here('/policies'), may: reader },
  'POST /policies/rehearsal': { at: here('/policies/rehearsal'), may: adopter },
  'POST /policies': { at: here('/policies'), may: adopter },
  'GET /contacts': { at: here('/contacts'), may: reader },
  'GET /contacts/:id': { at: post(), may: reader },
  'POST /contacts': { at: here('/contacts'), may: keeper },
  'PUT /contacts/:id': { at: post(), may: keeper },
  'DELETE /contacts/:id': { at: post(), may: keeper },
  'PUT /contacts/:id/stand-in': { at: post('/stand-in'), may: standIns },
  'POST /contacts/:id/invitation': { at: post('/invitation'), may: keeper },
  'POST /contacts/:id/test-message': { at: post('/test-message'), may: keeper },
  'GET /plans': { at: here('/plans'), may: reader },
  'POST /plans': { at: here('/plans'), may: planner },
  'GET /plans/:id': { at: plan(), may: reader },
  'GET /plans/:id/drafts': { at: plan('/drafts'), may: reader },
  'POST /plans/:id/drafts/amendments': { at: plan('/drafts/amendments'), may: planner },
  'POST /plans/:id/publish': { at: plan('/publish'), may: planner },
  'POST /plans/:id/drop': { at: plan('/drop'), may: planner },
  'GET /openapi.json': { at: here('/openapi.json'), may: anybody },
};

/** Every route that asks who is there, as the router names it, and whom the rules let on. */
export const guarded: Readonly<Record<string, Rule>> = {
  ...pages,
  ...Object.fromEntries(
    Object.entries(calls).map(([name, { at, may }]) => [
      name.replace(' ', ' /api/v1'),
      { at: called(at), may },
    ]),
  ),
};

/** What anybody may ask for: it holds no content of a park, or its address is the secret. */
export const open: readonly RegExp[] = [
  /^GET \/static\//,
  /^GET \/healthz$/,
  /^(GET|POST) \/a\/:code/,
  /^(GET|POST) \/sign-in/,
  /^POST \/sign-out$/,
];
