import { Hono } from 'hono';
import { localDay } from '../../domain/policy/hours.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import { textFields } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { bookerOf, ownedUnits } from '../http/posts.ts';
import { shown } from '../http/shown.ts';
import { answerItemForm, type ItemAnswer } from './new-item-form.ts';
import { NewItemPage } from './new-item-page.tsx';
import { placesIn } from './places.ts';

type Refused = Exclude<ItemAnswer, { readonly task: unknown }>;

/** The form of a new item. */
export function newItemPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.use('/new', async (context, next) => {
    if (!mayInPark(context.var.viewer, 'enterPlan')) return context.notFound();
    return next();
  });
  app.get('/new', (context) => formPage(context, portal, {}, { faults: [], questions: [] }));
  app.post('/new', async (context) => {
    const fields = await textFields(context);
    const { run } = context.var;
    const answer = await answerItemForm({ run, booker: bookerOf(context) }, fields);
    if (!('task' in answer)) return formPage(context, portal, fields, answer);
    const to =
      fields['again'] === 'yes' ? '/items/new' : `/items/${encodeURIComponent(answer.task.id)}`;
    return context.redirect(`${to}?ok=entered`, 303);
  });
  return app;
}

async function formPage(
  context: Desk,
  portal: Portal,
  fields: Readonly<Record<string, string>>,
  { faults, questions }: Refused,
): Promise<Response> {
  const { run } = context.var;
  const { year } = localDay(run.now, run.rules);
  const view = {
    frame: frameOf(context, portal),
    units: ownedUnits(run),
    places: placesIn((await run.sources()).filter((source) => source.year === year)),
    key: fields['key'] ?? portal.ports.newId(),
    filled: { fields, faults },
    questions,
  };
  const isRefused = faults.length > 0 || questions.length > 0;
  return shown(context, <NewItemPage {...view} />, isRefused ? 400 : 200);
}
