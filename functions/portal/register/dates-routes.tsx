import { Hono } from 'hono';
import type { TaskRow } from '../../domain/papers/board.ts';
import { sorted } from '../../domain/papers/board.ts';
import { filtered } from '../../domain/papers/task-filter.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { allowedActs } from '../../domain/tasks/allowed-acts.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import { type BulkLine, makeBulk, previewBulk } from '../../flows/tasks/bulk.ts';
import { readBoard, rowsIn } from '../../flows/views/board.ts';
import { type FieldFault, listFields } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { bookerOf } from '../http/posts.ts';
import { viewOf } from '../http/query.ts';
import { shown } from '../http/shown.ts';
import { undoTime } from '../http/undo-time.ts';
import { batchOf, bulkMark, readBulkForm } from './bulk-form.ts';
import { BulkDonePage, BulkPreviewPage, type Hidden } from './bulk-page.tsx';
import { type DatesForm, filledIn, readDatesForm, readDues } from './dates-form.ts';
import { DatesPage } from './dates-page.tsx';
import { logFaults } from './log-faults.ts';
import { attempted } from './move-form.ts';

/** Rows of one page. */
const MAX_ROWS = 200;

/** Dates of many tasks as a column: entered, previewed, confirmed. */
export function datePages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/items/dates', (context) => {
    const { search } = new URL(context.req.url);
    return answer(context, portal, { ...readDatesForm({}), view: search });
  });
  app.post('/items/dates', async (context) => {
    if (!mayInPark(context.var.viewer, 'moveMany')) return context.notFound();
    const form = readDatesForm(await listFields(context));
    if (form.step === 'preview' || form.step === 'make') return proceed(context, portal, form);
    if (form.step === 'fields') return answer(context, portal, form);
    const faults = form.one === '' ? [{ field: 'one', message: '请先写要填的日期。' }] : [];
    return answer(context, portal, faults.length > 0 ? form : filledIn(form), faults);
  });
  return app;
}

/** The rows of the view whose date may be set; without a filter, those that have none of their own. */
async function rowsOf({ var: { run, viewer } }: Desk, view: string): Promise<readonly TaskRow[]> {
  const { filter, order, year, isEarlier } = viewOf(Object.fromEntries(new URLSearchParams(view)));
  const rows = rowsIn(await readBoard(run, viewer, year), isEarlier);
  const wanted = Object.keys(filter).length === 0 ? { due: 'unset' as const } : filter;
  const meant = filtered(rows, wanted, localDay(run.now, run.rules));
  return sorted(
    meant.filter(({ task }) => task.kind !== 'standing' && allowedActs(task).includes('redate')),
    order === 'urgency' ? 'plan' : order,
  );
}

async function answer(
  context: Desk,
  portal: Portal,
  form: DatesForm,
  faults: readonly FieldFault[] = [],
): Promise<Response> {
  if (!mayInPark(context.var.viewer, 'moveMany')) return context.notFound();
  const all = await rowsOf(context, form.view);
  const rows = all.slice(0, MAX_ROWS);
  const frame = frameOf(context, portal);
  const page = <DatesPage {...{ frame, rows, form, faults }} left={all.length - rows.length} />;
  return shown(context, page, faults.length > 0 ? 400 : 200);
}

async function proceed(context: Desk, portal: Portal, form: DatesForm): Promise<Response> {
  const { run } = context.var;
  const frame = frameOf(context, portal);
  const { year, isEarlier } = viewOf(Object.fromEntries(new URLSearchParams(form.view)));
  const rows = rowsIn(await readBoard(run, context.var.viewer, year), isEarlier);
  const { requests, faults } = readDues(form, rows, frame.today.year);
  const due = frame.today.toString();
  const asked = await attempted('redate', { due, why: form.why }, (wish) => Promise.resolve(wish));
  const all = [
    ...faults,
    ...('faults' in asked ? asked.faults : []),
    ...(requests.length + faults.length === 0 ? [{ field: '', message: '没有填日期。' }] : []),
  ];
  if (all.length > 0 || 'faults' in asked) return answer(context, portal, form, all);
  const batch = batchOf(form, portal);
  const maker = { ...bookerOf(context), why: asked.why, batch };
  const shownForm = { ...readBulkForm({ act: ['redate'], view: ['/items?due=unset'] }), batch };
  if (form.step === 'make') {
    const lines = await makeBulk(run, maker, requests);
    logFaults(context, portal);
    return shown(
      context,
      <BulkDonePage frame={frame} form={shownForm} lines={lines} until={undoTime(run, run.now)} />,
    );
  }
  const lines = await previewBulk(run, maker, requests);
  const hidden = (free: readonly BulkLine[], held: readonly BulkLine[]): Hidden => [
    ...Object.entries({ batch, view: form.view, why: asked.why }),
    ...free.flatMap(
      ({ task, version }): Hidden => [
        ['task', bulkMark(task, version)],
        ['due', form.dues.get(task) ?? ''],
      ],
    ),
    ...held.flatMap(
      ({ task }): Hidden => [
        ['held', task],
        ['heldDue', form.dues.get(task) ?? ''],
      ],
    ),
  ];
  const page = { frame, form: shownForm, lines, hidden, action: '/items/dates' };
  return shown(context, <BulkPreviewPage {...page} entered={`原因：“${asked.why}”。`} />);
}
