import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { mayInPark } from '../../functions/domain/tasks/park-permissions.ts';
import { maySeeSettings } from '../../functions/domain/tasks/read-permissions.ts';
import type { Row } from './office-routes.ts';

/** What is done with one draft of a review. */
const DRAFT_ACTS = ['split', 'merge', 'move'].map((act) => `drafts/:draft/${act}`);

const enterer = (contact: Contact): boolean => mayInPark(contact, 'enterPlan');
const EITHER = [400, 404];

/** Documents on their way into the register: their lists, one review, and one of its drafts. */
export function planRoutes(review: string, draft: string): readonly Row[] {
  const place = (route: string): string =>
    route.replace(/^\w+ /, '').replace(':id', review).replace(':draft', draft);
  const read = (route: string): Row => ({
    route,
    path: place(route),
    may: maySeeSettings,
    refusal: [404],
  });
  const told = (route: string): Row => ({ ...read(route), refusal: [403] });
  const write = (route: string, refusal = EITHER): Row => ({
    route,
    path: place(route),
    may: enterer,
    refusal,
  });
  return [
    ...['', '/:id', '/:id/drafts/:draft'].map((rest) => read(`GET /plans${rest}`)),
    write('POST /plans'),
    write('POST /plans/paste'),
    ...[
      'drafts',
      'drafts/:draft',
      'cut',
      'changes',
      'publish',
      'drop',
      'reopen',
      'undo',
      ...DRAFT_ACTS,
    ].map((act) => write(`POST /plans/:id/${act}`)),
    ...['', '/:id', '/:id/drafts', '/:id/text'].map((rest) => told(`GET /api/v1/plans${rest}`)),
    write('POST /api/v1/plans', [403, 422]),
    ...[
      'drafts',
      'drafts/amendments',
      'changes',
      'publish',
      'drop',
      'reopen',
      'undo',
      ...DRAFT_ACTS,
    ].map((act) => write(`POST /api/v1/plans/:id/${act}`, [403, 422])),
  ];
}
