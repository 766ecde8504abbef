import { Hono } from 'hono';
import type { UnitWish } from '../../domain/contacts/unit-wish.ts';
import { maySeeSettings } from '../../domain/tasks/read-permissions.ts';
import {
  cancelUnitMove,
  checkUnitMove,
  previewUnitMove,
} from '../../flows/contacts/rename-unit.ts';
import { type FieldFault, faultsOf, textFields } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { bookerOf } from '../http/posts.ts';
import { shown } from '../http/shown.ts';
import type { NotTaken } from '../ui/simple-form.tsx';
import { isKeeper } from './keeper.ts';
import { renameFrom, unitsOf } from './unit-acts.ts';
import { type UnitFields, unitWishOf } from './unit-form.ts';
import { UnitPreviewPage } from './unit-preview-page.tsx';
import { UnitsListPage } from './units-list-page.tsx';

const LIST = '/settings/units';

/** The units: who may see the settings may read them, the office renames and merges them. */
export function unitPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (context, next) => {
    const { viewer } = context.var;
    const may = context.req.method === 'GET' ? maySeeSettings(viewer) : isKeeper(context);
    return may ? next() : context.notFound();
  });
  app.get('/', (context) => list(context, portal, null));
  app.post('/preview', async (context) => {
    const fields = await textFields(context);
    const wish = unitWishOf(fields);
    if ('faults' in wish) return list(context, portal, { fields, faults: wish.faults });
    const faults = await checkUnitMove(context.var.run, wish).then(() => [], faultsOf);
    if (faults.length > 0) return list(context, portal, { fields, faults });
    return preview(context, portal, { wish, request: portal.ports.newId(), notTaken: null });
  });
  app.post('/', async (context) => confirm(context, portal, await textFields(context)));
  app.post('/cancellation', async (context) => {
    const { id = '' } = await textFields(context);
    try {
      const changer = { park: context.var.run.park.id, ...bookerOf(context) };
      await cancelUnitMove(context.var.run, changer, id);
    } catch (fault) {
      return list(context, portal, { fields: {}, faults: faultsOf(fault) });
    }
    return context.redirect(`${LIST}?ok=unitKept`, 303);
  });
  return app;
}

async function confirm(context: Desk, portal: Portal, fields: UnitFields): Promise<Response> {
  const wish = unitWishOf(fields);
  if ('faults' in wish) return list(context, portal, { fields, faults: wish.faults });
  const { run, viewer } = context.var;
  const { request = '' } = fields;
  const key = request === '' ? {} : { key: `${viewer.id}.${request}` };
  try {
    const maker = { park: run.park.id, ...bookerOf(context), ...key };
    const { state } = await renameFrom(run, maker, wish, portal);
    return context.redirect(`${LIST}?ok=${state === 'ahead' ? 'unitAhead' : 'unitMoved'}`, 303);
  } catch (fault) {
    const notTaken = { fields, faults: faultsOf(fault) };
    return preview(context, portal, { wish, request, notTaken });
  }
}

async function list(
  context: Desk,
  portal: Portal,
  notTaken: { readonly fields: UnitFields; readonly faults: readonly FieldFault[] } | null,
): Promise<Response> {
  const { run, viewer } = context.var;
  const view = {
    frame: frameOf(context, portal),
    units: await unitsOf(run, viewer),
    pending: run.unitMoves.filter(({ state }) => state !== 'done'),
    isKeeper: isKeeper(context),
    notTaken,
  };
  return shown(context, <UnitsListPage {...view} />, notTaken ? 400 : 200);
}

type Previewed = {
  readonly wish: UnitWish;
  readonly request: string;
  readonly notTaken: NotTaken | null;
};

async function preview(
  context: Desk,
  portal: Portal,
  { wish, request, notTaken }: Previewed,
): Promise<Response> {
  const view = {
    frame: frameOf(context, portal),
    preview: await previewUnitMove(context.var.run, wish),
    wish,
    request,
    notTaken,
  };
  return shown(context, <UnitPreviewPage {...view} />, notTaken ? 400 : 200);
}
