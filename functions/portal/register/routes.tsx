import { Hono } from 'hono';
import { withNodeRows } from '../../domain/papers/board.ts';
import { maySeeSettings } from '../../domain/tasks/read-permissions.ts';
import { readTasks } from '../../flows/context/park-context.ts';
import { sightOf } from '../../flows/context/sight.ts';
import { unreachedContacts } from '../../flows/context/unreached.ts';
import { returnsOfPost } from '../../flows/reporting/form-of-contact.ts';
import { boardOf, readBoard } from '../../flows/views/board.ts';
import { readLoad, readMessages, unansweredOf } from '../../flows/views/messages.ts';
import { readViews } from '../../flows/views/saved-views.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { viewOf } from '../http/query.ts';
import { shown } from '../http/shown.ts';
import { askedYear } from '../http/year.ts';
import { namesOf } from '../ui/names.ts';
import { CalendarPage, monthOf } from './calendar-page.tsx';
import { OverviewPage } from './overview-page.tsx';
import { RegisterPage } from './register-page.tsx';
import { UnitsPage } from './units-page.tsx';

/** The pages that show the whole of what one may see, and change nothing. */
export function deskPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  const board = (context: Desk): ReturnType<typeof readBoard> =>
    readBoard(context.var.run, context.var.viewer, askedYear(context));

  app.get('/', async (context) => {
    const { run, viewer } = context.var;
    const [all, messages] = await Promise.all([readTasks(run), readMessages(run, viewer)]);
    const read = await boardOf(run, await sightOf(run, viewer), all, askedYear(context));
    const tasks = withNodeRows(read.rows).map(({ task }) => task);
    const unsigned = unansweredOf(messages, tasks, run);
    const unreached = maySeeSettings(viewer) ? await unreachedContacts(run) : [];
    const returns = await returnsOfPost(run, viewer, all);
    const view = {
      frame: frameOf(context, portal, read.years),
      board: read,
      unsigned,
      unreached,
      returns,
    };
    return shown(context, <OverviewPage {...view} />);
  });

  app.get('/items', async (context) => {
    const view = viewOf(context.req.query());
    const isAll = context.req.query('all') === 'yes';
    const read = await board(context);
    const frame = frameOf(context, portal, read.years);
    const views = await readViews(context.var.run, context.var.viewer.id);
    const page = { frame, board: read, view, isAll, views, notTaken: null };
    return shown(context, <RegisterPage {...page} />);
  });

  app.get('/units', async (context) => {
    const { run, viewer } = context.var;
    const load = await readLoad(run, viewer);
    const { contact } = namesOf(run, []);
    const read = await board(context);
    const frame = frameOf(context, portal, read.years);
    return shown(context, <UnitsPage frame={frame} board={read} load={load} contact={contact} />);
  });

  app.get('/calendar', async (context) => {
    const read = await board(context);
    const frame = frameOf(context, portal, read.years);
    const month = monthOf(context.req.query('m'), frame);
    const { calendar } = context.var.run.rules;
    return shown(
      context,
      <CalendarPage frame={frame} board={read} month={month} calendar={calendar} />,
    );
  });
  return app;
}
