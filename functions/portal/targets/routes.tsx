import { Hono } from 'hono';
import { TaskId } from '../../domain/base/ids.ts';
import { actorFor } from '../../flows/context/actor.ts';
import { refuseUnseen } from '../../flows/context/update-record.ts';
import { returnFigures } from '../../flows/reporting/report-figures.ts';
import { readTarget, type TargetRead } from '../../flows/targets/target.ts';
import { readBoard } from '../../flows/views/board.ts';
import { type FieldFault, textFields } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import { seenByPost, taken } from '../http/overtaken.ts';
import type { Env, Portal } from '../http/portal.ts';
import { bookerOf } from '../http/posts.ts';
import { shown } from '../http/shown.ts';
import { askedYear } from '../http/year.ts';
import { namesOf } from '../ui/names.ts';
import type { NotTaken } from '../ui/simple-form.tsx';
import { figureOf } from './figure-form.ts';
import { TargetPage } from './target-page.tsx';
import { TargetsPage } from './targets-page.tsx';

type Fields = NotTaken['fields'];

/** The year's targets, and each with the form that returns its figures. */
export function targetPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  const answer = (
    context: Desk,
    read: TargetRead,
    notTaken: NotTaken | null,
  ): Promise<Response> => {
    const postOf = namesOf(context.var.run, []).contact;
    const formKey = portal.ports.newId();
    const view = { frame: frameOf(context, portal), read, postOf, notTaken, formKey };
    return Promise.resolve(shown(context, <TargetPage {...view} />, notTaken ? 400 : 200));
  };
  app.get('/', async (context) => {
    const { run, viewer } = context.var;
    const board = await readBoard(run, viewer, askedYear(context));
    const frame = frameOf(context, portal, board.years);
    return shown(context, <TargetsPage frame={frame} board={board} />);
  });
  app.get('/:id', async (context) => {
    const { run, viewer } = context.var;
    const read = await readTarget(run, viewer, TaskId.parse(context.req.param('id')));
    return read ? answer(context, read, null) : context.notFound();
  });
  app.post('/:id', async (context) => {
    const { run, viewer } = context.var;
    const read = await readTarget(run, viewer, TaskId.parse(context.req.param('id')));
    if (!read) return context.notFound();
    const fields = await textFields(context);
    const faults = await taken(() => give(context, read, fields));
    if (faults.length > 0) {
      const now = await readTarget(run, viewer, read.kept.value.id);
      // A tick answers one number: it is asked for again with the next one.
      const { confirm: _, ...typed } = fields;
      return answer(context, now ?? read, { fields: typed, faults });
    }
    return context.redirect(`/targets/${read.kept.value.id}?ok=returned`, 303);
  });
  return app;
}

async function give(
  context: Desk,
  { kept, receiving }: TargetRead,
  fields: Fields,
): Promise<readonly FieldFault[]> {
  const booker = bookerOf(context);
  actorFor(context.var.run, receiving.task, booker.by, 'report');
  const figure = figureOf(fields, receiving);
  if ('faults' in figure) {
    // What is wrong may come from what others changed: that is told first.
    refuseUnseen(kept.value.id, kept, seenByPost(fields));
    return figure.faults;
  }
  const { key } = fields;
  await returnFigures(context.var.run, booker, [figure], { key, seen: seenByPost(fields) });
  return [];
}
