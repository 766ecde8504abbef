import { Hono } from 'hono';
import { TaskId } from '../../domain/base/ids.ts';
import { nodeWish } from '../../domain/nodes/node-wish.ts';
import { allowedActs } from '../../domain/tasks/allowed-acts.ts';
import { actingOf } from '../../flows/context/actor.ts';
import { sightOf } from '../../flows/context/sight.ts';
import { proposedFor } from '../../flows/nodes/proposed-for.ts';
import type { StoredTask } from '../../flows/ports.ts';
import { changeTask } from '../../flows/tasks/change-task.ts';
import { readRow } from '../../flows/views/board.ts';
import { faultsOf, textFields } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { bookerOf, ownedUnits } from '../http/posts.ts';
import { shown } from '../http/shown.ts';
import { isDivisible } from './node-words.ts';
import { type NodeRowFields, readRows, typedRows } from './nodes-form.ts';
import { NodesPage, type NodesView } from './nodes-page.tsx';

/** Rows without a name under those that are proposed. */
const BLANK = 2;

/** The form on which a work is divided into nodes. */
export function nodePages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/:id/nodes', async (context) => {
    const stored = await readable(context);
    const { run } = context.var;
    if (!stored || !mayDivide(context, stored)) return context.notFound();
    const proposed = proposedFor(run, stored.task, context.req.query('from') ?? '');
    const unit = stored.task.leadUnit;
    const rows = [
      ...proposed.map(({ title, due }) => ({ title, due: due.toString(), unit, weight: '' })),
      ...Array.from({ length: BLANK }, () => ({ title: '', due: '', unit, weight: '' })),
    ];
    return answer(context, portal, stored, { rows, why: '', faults: [] });
  });
  app.post('/:id/nodes', async (context) => {
    const stored = await readable(context);
    if (!stored) return context.notFound();
    const fields = await textFields(context);
    const refused = await tried(context, stored, fields);
    if (refused) return answer(context, portal, stored, refused);
    return context.redirect(`/items/${encodeURIComponent(stored.task.id)}?ok=done#nodes`, 303);
  });
  return app;
}

type Shown = Pick<NodesView, 'rows' | 'why' | 'faults'>;

/** The task of the address, if the viewer may see it. */
async function readable(context: Desk): Promise<StoredTask | undefined> {
  const { run, viewer } = context.var;
  const id = TaskId.parse(context.req.param('id'));
  const stored = await run.ports.register.task(run.park.id, id);
  return stored && (await sightOf(run, viewer)).sees(stored.task) ? stored : undefined;
}

/** Whether the viewer may divide `task` now. */
const mayDivide = ({ var: { run, viewer } }: Desk, { task }: StoredTask): boolean =>
  isDivisible(task) &&
  allowedActs(task).includes('nodes') &&
  'as' in actingOf(run, viewer, 'nodes', task);

async function answer(
  context: Desk,
  portal: Portal,
  stored: StoredTask,
  form: Shown,
): Promise<Response> {
  const { run } = context.var;
  const view = {
    ...form,
    row: await readRow(run, stored),
    units: ownUnitFirst(stored.task.leadUnit, ownedUnits(run)),
    key: portal.ports.newId(),
  };
  const page = <NodesPage frame={frameOf(context, portal)} view={view} />;
  return shown(context, page, form.faults.length > 0 ? 400 : 200);
}

const ownUnitFirst = (own: string, units: readonly string[]): readonly string[] => [
  own,
  ...units.filter((unit) => unit !== own),
];

/** Enters the nodes that the form names; returns the form where it was not taken. */
async function tried(
  context: Desk,
  { task }: StoredTask,
  fields: Readonly<Record<string, string>>,
): Promise<Shown | undefined> {
  const rows: readonly NodeRowFields[] = typedRows(fields);
  const { why = '', key, version = '' } = fields;
  const read = readRows(rows);
  if (read.faults.length > 0) return { rows, why, faults: read.faults };
  const nodes = read.nodes.map((each) => nodeWish(each, task));
  const seen = /^\d+$/.test(version) ? { seen: Number(version) } : {};
  const mover = { ...bookerOf(context), task: task.id, why, ...seen, ...(key && { key }) };
  try {
    await changeTask(context.var.run, mover, { act: 'nodes', nodes });
    return undefined;
  } catch (fault) {
    return { rows, why, faults: faultsOf(fault) };
  }
}
