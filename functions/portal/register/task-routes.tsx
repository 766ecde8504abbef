import { Hono } from 'hono';
import { TaskId } from '../../domain/base/ids.ts';
import { localDay, policyAt } from '../../domain/policy/hours.ts';
import { sourceIdOf } from '../../domain/sources/place.ts';
import { allowedActs } from '../../domain/tasks/allowed-acts.ts';
import { type Act, isFinal } from '../../domain/tasks/move.ts';
import { sentAtOnceToday } from '../../domain/tasks/urging.ts';
import { actingOf } from '../../flows/context/actor.ts';
import { dependenciesOf } from '../../flows/context/dependencies.ts';
import { sightOf, sourcesFor, type TaskSight } from '../../flows/context/sight.ts';
import type { StoredTask } from '../../flows/ports.ts';
import { type Origin, originOf } from '../../flows/sources/origin-of-task.ts';
import { splitTask } from '../../flows/sources/split-task.ts';
import { changeTask } from '../../flows/tasks/change-task.ts';
import type { Mover } from '../../flows/tasks/task-after.ts';
import { undoMove } from '../../flows/tasks/undo.ts';
import { whenTold } from '../../flows/tasks/waiting-hand-overs.ts';
import { readNodeRows, readRow } from '../../flows/views/board.ts';
import { readProofs } from '../../flows/views/messages.ts';
import { faultsOf, readForm, textFields } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { bookerOf, ownedUnits } from '../http/posts.ts';
import { shown } from '../http/shown.ts';
import { namesOf } from '../ui/names.ts';
import { attempted, type Refused, statusOf } from './move-form.ts';
import { nodePages } from './node-routes.tsx';
import { SplitForm } from './split-api.ts';
import { TaskPage } from './task-page.tsx';
import type { TaskView } from './task-view.ts';
import { UndoInput } from './undo-api.ts';
import { undoOffer } from './undo-offer.ts';

/** One task, and every move that can be made with it. */
export function taskPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.route('/', nodePages(portal));
  app.get('/:id', (context) =>
    answer(context, portal, TaskId.parse(context.req.param('id')), null),
  );
  app.post('/:id/split', async (context) => {
    const id = TaskId.parse(context.req.param('id'));
    const fields = await textFields(context);
    const faults = await split(context, id, fields);
    if (faults.length > 0) return answer(context, portal, id, { act: 'split', fields, faults });
    return context.redirect(`/items/${id}?ok=done`, 303);
  });
  app.post('/:id/undo', async (context) => {
    const id = TaskId.parse(context.req.param('id'));
    const fields = await textFields(context);
    const faults = await takenBackFrom(context, id, fields);
    if (faults.length > 0) return answer(context, portal, id, { act: 'undo', fields, faults });
    return context.redirect(`/items/${id}?ok=done`, 303);
  });
  app.post('/:id/:act', async (context) => {
    const { act } = context.req.param();
    const id = TaskId.parse(context.req.param('id'));
    const fields = await textFields(context);
    const moved = await tried(context, id, { act, fields });
    if ('faults' in moved) return answer(context, portal, id, moved);
    return context.redirect(`${await afterwards(context, moved)}?ok=done`, 303);
  });
  return app;
}

async function answer(
  context: Desk,
  portal: Portal,
  id: TaskId,
  refused: Refused | null,
): Promise<Response> {
  const { run, viewer } = context.var;
  const stored = await run.ports.register.task(run.park.id, id);
  if (!stored || !(await sightOf(run, viewer)).sees(stored.task)) return context.notFound();
  const view = { ...(await viewOf(context, portal, stored)), refused };
  const page = <TaskPage frame={frameOf(context, portal)} view={view} />;
  return shown(context, page, statusOf(refused));
}

async function viewOf(
  { var: { run, viewer } }: Desk,
  { ports }: Portal,
  stored: StoredTask,
): Promise<Omit<TaskView, 'refused'>> {
  const { task } = stored;
  const sight = await sightOf(run, viewer);
  const { waits, moves } = await dependenciesOf(run, task, (other) => !sight.isSecret(other));
  const origins = await run.sources();
  return {
    waits,
    moves,
    row: await readRow(run, stored),
    nodes: await readNodeRows(run, task),
    templates: policyAt(run.now, run.rules).nodeTemplates,
    handOver: whenTold(run, stored),
    today: localDay(run.now, run.rules),
    sources: await sourcesFor(run, sight, [task]),
    origin: originFor(sight, await originOf(run, task)),
    mayOpenSource: origins.some(
      (source) => source.id === sourceIdOf(task) && sight.seesSource(source),
    ),
    history: await ports.register.history(run.park.id, task.id),
    proofs: await readProofs(run, viewer, task.id),
    acts: allowedActs(task).filter((act) => 'as' in actingOf(run, viewer, act, task)),
    undo: undoOffer(run, viewer, stored),
    isUrgedToday: sentAtOnceToday(task, run.now, run.rules) !== undefined,
    units: ownedUnits(run),
    postOf: namesOf(run, []).contact,
    key: ports.newId(),
  };
}

/** What stands around the words of a task may tell of others: it is for who may see the source. */
function originFor(
  { seesSource }: Pick<TaskSight, 'seesSource'>,
  origin: Origin | null,
): Origin | null {
  if (!origin?.passage || seesSource(origin.source)) return origin;
  return { ...origin, passage: { ...origin.passage, before: '', after: '' } };
}

/** Makes the move that a form says; returns the task after it, or the form. */
async function tried(
  context: Desk,
  task: TaskId,
  { act, fields }: Pick<Refused, 'act' | 'fields'>,
): Promise<Refused | StoredTask> {
  if (isFinal(act as Act) && fields['sure'] !== 'yes') {
    return { act, fields, faults: [{ field: 'sure', message: '请先勾选确认' }] };
  }
  return attempted(act, fields, ({ move, why }) => {
    const mover = { ...bookerOf(context), task, why, ...markOf(fields) };
    return changeTask(context.var.run, mover, move);
  });
}

/** Splits off the promise that a form names; returns why it was not. */
async function split(
  context: Desk,
  task: TaskId,
  fields: Refused['fields'],
): Promise<Refused['faults']> {
  const read = readForm(SplitForm, fields, { promise: '编号', why: '说明' });
  if ('faults' in read) return read.faults;
  try {
    await splitTask(context.var.run, bookerOf(context), { task, ...read.value });
    return [];
  } catch (fault) {
    return faultsOf(fault);
  }
}

/** Takes back the move that a form names; returns why it was not. */
async function takenBackFrom(
  context: Desk,
  task: TaskId,
  fields: Refused['fields'],
): Promise<Refused['faults']> {
  const read = readForm(UndoInput, fields, { version: '版本' });
  if ('faults' in read) return read.faults;
  try {
    await undoMove(context.var.run, bookerOf(context), { task, ...read.value });
    return [];
  } catch (fault) {
    return faultsOf(fault);
  }
}

/** The version of the task that the form was rendered from, and the form's idempotency key. */
function markOf({ key, version }: Refused['fields']): Pick<Mover, 'key' | 'seen'> {
  const seen = /^\d+$/.test(version ?? '') ? { seen: Number(version) } : {};
  return key === undefined ? seen : { ...seen, key };
}

/** A task that was handed to another unit may be out of sight for who handed it over. */
const afterwards = async ({ var: { run, viewer } }: Desk, { task }: StoredTask): Promise<string> =>
  (await sightOf(run, viewer)).sees(task) ? `/items/${encodeURIComponent(task.id)}` : '/items';
