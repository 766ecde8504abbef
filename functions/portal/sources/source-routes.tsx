import { Hono } from 'hono';
import { SourceId } from '../../domain/base/ids.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import { openContext } from '../../flows/context/open-context.ts';
import { answerSource } from '../../flows/sources/answer-source.ts';
import { changeReaders } from '../../flows/sources/change-readers.ts';
import { sourceHistory, sourceView } from '../../flows/sources/source-view.ts';
import { answerIn } from '../http/answer-form.ts';
import { type FieldFault, textFields } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import { seenByPost, taken } from '../http/overtaken.ts';
import type { Env, Portal } from '../http/portal.ts';
import { bookerOf } from '../http/posts.ts';
import { readersIn } from '../http/readers-form.ts';
import { shown } from '../http/shown.ts';
import { namesOf } from '../ui/names.ts';
import type { NotTaken } from '../ui/simple-form.tsx';
import { SourcePage } from './source-page.tsx';

/** The page of one source, and the forms that change who may see it and what is reported on it. */
export function sourcePages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/:id', (context) => sourcePage(context, portal, null));
  app.post('/:id', (context) => keep(context, portal, forms.source));
  app.post('/:id/answer', (context) => keep(context, portal, forms.answer));
  return app;
}

/** One of the forms: what it changes, and the notice of it. */
type Form = {
  readonly form: 'source' | 'answer';
  readonly change: (
    context: Desk,
    id: SourceId,
    fields: NotTaken['fields'],
  ) => Promise<readonly FieldFault[]>;
  readonly ok: string;
};

const forms: Readonly<Record<Form['form'], Form>> = {
  source: { form: 'source', change: changeSight, ok: 'readers' },
  answer: { form: 'answer', change: changeAnswer, ok: 'answer' },
};

async function keep(context: Desk, portal: Portal, { form, change, ok }: Form): Promise<Response> {
  const { run, viewer } = context.var;
  const id = idOf(context);
  if (!mayInPark(viewer, 'enterPlan') || !(await sourceView(run, viewer, id))) {
    return context.notFound();
  }
  const fields = await textFields(context);
  const faults = await taken(() => change(context, id, fields));
  if (faults.length > 0) return sourcePage(context, portal, { form, fields, faults });
  return context.redirect(`/sources/${id}?ok=${ok}`, 303);
}

const idOf = (context: Desk): SourceId => SourceId.parse(context.req.param('id') ?? '');

async function changeSight(
  context: Desk,
  id: SourceId,
  fields: NotTaken['fields'],
): Promise<readonly FieldFault[]> {
  const { run } = context.var;
  const read = readersIn(fields, run);
  if ('faults' in read) return read.faults;
  const seen = seenByPost(fields) ?? 0;
  await changeReaders(run, bookerOf(context), { id, readers: read.readers, seen });
  return [];
}

async function changeAnswer(
  context: Desk,
  id: SourceId,
  fields: NotTaken['fields'],
): Promise<readonly FieldFault[]> {
  const read = answerIn(fields);
  if ('faults' in read) return read.faults;
  const seen = seenByPost(fields) ?? 0;
  await answerSource(context.var.run, bookerOf(context), { id, answer: read.answer, seen });
  return [];
}

async function sourcePage(
  context: Desk,
  portal: Portal,
  notTaken: Parameters<typeof SourcePage>[0]['notTaken'],
): Promise<Response> {
  const { run, viewer } = context.var;
  const now = await openContext(run.park.id, portal.ports);
  const view = await sourceView(now, viewer, idOf(context));
  if (!view) return context.notFound();
  const props = {
    frame: frameOf(context, portal),
    view,
    directory: run.directory,
    history: await sourceHistory(run, view.source.id),
    postOf: namesOf(run, []).contact,
    notTaken,
  };
  return shown(context, <SourcePage {...props} />, notTaken ? 400 : 200);
}
