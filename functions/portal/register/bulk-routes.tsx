import { Hono } from 'hono';
import { filtered } from '../../domain/papers/task-filter.ts';
import { localDay } from '../../domain/policy/hours.ts';
import type { BulkAct } from '../../domain/tasks/bulk-act.ts';
import { isFinal, type Move } from '../../domain/tasks/move.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import { isLive } from '../../domain/tasks/task-status.ts';
import {
  type BulkLine,
  makeBulk,
  previewBulk,
  readBulkLines,
  sizeProblem,
  undoBulk,
} from '../../flows/tasks/bulk.ts';
import { readBoard, rowsIn } from '../../flows/views/board.ts';
import { type FieldFault, listFields } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { bookerOf, ownedUnits } from '../http/posts.ts';
import { viewOf } from '../http/query.ts';
import { shown } from '../http/shown.ts';
import { undoTime } from '../http/undo-time.ts';
import { bulkFieldsOf } from './bulk-fields.ts';
import { type BulkForm, batchOf, bulkMark, readBulkForm } from './bulk-form.ts';
import { BulkDonePage, BulkFieldsPage, BulkPreviewPage, type Hidden } from './bulk-page.tsx';
import { BulkUndonePage } from './bulk-undone-page.tsx';
import { logFaults } from './log-faults.ts';
import { attempted } from './move-form.ts';

/** One act for many tasks: its fields, a preview, one confirmation. */
export function bulkPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.post('/items/bulk', async (context) => {
    if (!mayInPark(context.var.viewer, 'moveMany')) return context.notFound();
    const sent = readBulkForm(await listFields(context));
    const form = { ...sent, batch: batchOf(sent, portal) };
    const tasks = await tasksMeant(context, form);
    const problem = sizeProblem(tasks.length);
    if (problem !== undefined) {
      const faults = [{ field: '', message: `${problem}，请回到清单改选。` }];
      return answerFields(context, portal, { form, lines: [], faults });
    }
    return proceed(context, portal, { ...form, chosen: tasks });
  });
  app.post('/items/bulk/undo', async (context) => {
    if (!mayInPark(context.var.viewer, 'moveMany')) return context.notFound();
    const form = readBulkForm(await listFields(context));
    const tasks = form.chosen.map(({ task }) => task);
    const problem = sizeProblem(tasks.length);
    if (problem !== undefined) {
      const faults = [{ field: '', message: `${problem}，没有撤回。` }];
      return answerFields(context, portal, { form, lines: [], faults });
    }
    const lines = await undoBulk(context.var.run, { ...makerOf(context, form), why: '' }, tasks);
    logFaults(context, portal);
    const frame = frameOf(context, portal);
    return shown(context, <BulkUndonePage frame={frame} form={form} lines={lines} />);
  });
  return app;
}

/** The tasks that were chosen, those of the filter, or those that a unit has not finished. */
async function tasksMeant(
  { var: { run, viewer } }: Desk,
  { chosen, isAll, unit, view }: BulkForm,
): Promise<BulkForm['chosen']> {
  if (!isAll && unit === undefined) return chosen;
  const { filter, year, isEarlier } = viewOf(
    Object.fromEntries(new URL(view, 'http://x').searchParams),
  );
  const rows = rowsIn(await readBoard(run, viewer, year), isEarlier);
  const meant =
    unit === undefined
      ? filtered(rows, filter, localDay(run.now, run.rules))
      : rows.filter(({ task }) => task.leadUnit === unit && isLive(task));
  return meant.map(({ task }) => ({ task: task.id }));
}

async function proceed(context: Desk, portal: Portal, form: BulkForm): Promise<Response> {
  const { act, step, fields } = form;
  if (act === null || step === 'fields') {
    const faults = act === null ? [{ field: '', message: '请选要办理什么。' }] : [];
    return answerFields(context, portal, { form, lines: await plainLines(context, form), faults });
  }
  const fault = missingIn(act, fields);
  const wish = fault
    ? { faults: [fault] }
    : await attempted(act, fields, (read) => Promise.resolve(read));
  if ('faults' in wish) {
    const lines = await plainLines(context, form);
    return answerFields(context, portal, { form, lines, faults: wish.faults });
  }
  return step === 'make' ? make(context, portal, form, wish) : preview(context, portal, form, wish);
}

/** What a bulk asks for that a single move leaves open. */
function missingIn(act: BulkAct, fields: BulkForm['fields']): FieldFault | undefined {
  if (isFinal(act) && fields['sure'] !== 'yes') return { field: 'sure', message: '请先勾选确认' };
  if (act === 'amend' && !fields['place']) return { field: 'place', message: '请选所属工作' };
  return undefined;
}

type Wish = { readonly move: Move; readonly why: string };

async function preview(
  context: Desk,
  portal: Portal,
  form: BulkForm,
  { move, why }: Wish,
): Promise<Response> {
  const { run } = context.var;
  const requests = form.chosen.map(({ task }) => ({ task, move }));
  const lines = await previewBulk(run, { ...makerOf(context, form), why }, requests);
  const entered = why === '' ? '' : `${move.act === 'urge' ? '催办的话' : '说明'}：“${why}”。`;
  const frame = frameOf(context, portal);
  const page = { frame, form, lines, entered, action: '/items/bulk', hidden: carriedOf(form) };
  return shown(context, <BulkPreviewPage {...page} />);
}

const CARRIED: ReadonlySet<string> = new Set(['view', 'batch', 'step', 'all', 'unit']);

/** What goes on from the preview: the act and its fields as they were previewed, and the tasks. */
const carriedOf =
  ({ fields, view, batch = '' }: BulkForm) =>
  (free: readonly BulkLine[], held: readonly BulkLine[]): Hidden => [
    ...Object.entries({ view, batch }),
    ...Object.entries(fields).filter(([name]) => !CARRIED.has(name)),
    ...free.map(({ task, version }) => ['task', bulkMark(task, version)] as const),
    ...held.map(({ task }) => ['held', task] as const),
  ];

async function make(
  context: Desk,
  portal: Portal,
  form: BulkForm,
  { move, why }: Wish,
): Promise<Response> {
  const { run } = context.var;
  const requests = form.chosen.map((each) => ({ ...each, move }));
  const lines = await makeBulk(run, { ...makerOf(context, form), why }, requests);
  logFaults(context, portal);
  return shown(
    context,
    <BulkDonePage
      frame={frameOf(context, portal)}
      form={form}
      lines={lines}
      until={undoTime(run, run.now)}
    />,
  );
}

const makerOf = (
  context: Desk,
  { batch = '' }: BulkForm,
): { readonly by: string; readonly via: string; readonly batch: string } => ({
  ...bookerOf(context),
  batch,
});

/** The chosen tasks as they are now. */
const plainLines = ({ var: { run } }: Desk, { chosen }: BulkForm): Promise<readonly BulkLine[]> =>
  readBulkLines(
    run,
    chosen.map(({ task }) => task),
  );

async function answerFields(
  context: Desk,
  portal: Portal,
  {
    form,
    lines,
    faults,
  }: {
    readonly form: BulkForm;
    readonly lines: readonly BulkLine[];
    readonly faults: readonly FieldFault[];
  },
): Promise<Response> {
  const { run } = context.var;
  const frame = frameOf(context, portal);
  const sources = (await run.sources()).toSorted((a, b) => b.year - a.year);
  const known = { today: frame.today, units: ownedUnits(run), sources };
  const fields = form.act === null || lines.length === 0 ? [] : bulkFieldsOf(form.act, known);
  const page = <BulkFieldsPage {...{ frame, form, lines, faults, fields }} />;
  return shown(context, page, faults.length > 0 ? 400 : 200);
}
