import { Hono } from 'hono';
import { reports } from '../../domain/tasks/permissions.ts';
import { type Imported, importFunding, importTargets } from '../../flows/files/import-workbooks.ts';
import { type FieldFault, placedFaultsOf } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { bookerOf } from '../http/posts.ts';
import { shown } from '../http/shown.ts';
import { uploadOf } from '../http/uploads.ts';
import { type ImportKind, ImportPage } from './import-page.tsx';

const targets: ImportKind = { home: '/targets', title: '导入指标', row: '项' };
const funding: ImportKind = { home: '/funding', title: '导入资金进展', row: '行' };

/** Where the workbooks that were exported come back filled in. */
export function importPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  for (const [kind, take] of [
    [targets, importTargets],
    [funding, importFunding],
  ] as const) {
    const path = `${kind.home}/import`;
    app.use(path, async (context, next) => {
      if (!reports(context.var.viewer)) return context.notFound();
      return next();
    });
    app.get(path, (context) => answer(context, portal, kind, { imported: null, faults: [] }));
    app.post(path, async (context) => answer(context, portal, kind, await taken(context, take)));
  }
  return app;

  async function taken(context: Desk, take: typeof importTargets): Promise<Outcome> {
    try {
      const { given, fields } = await uploadOf(context, portal);
      const workbook = { ...given, onlyGood: fields['good'] === 'yes' };
      return { imported: await take(context.var.run, bookerOf(context), workbook), faults: [] };
    } catch (fault) {
      return { imported: null, faults: placedFaultsOf(fault) };
    }
  }
}

type Outcome = {
  readonly imported: Imported | null;
  readonly faults: readonly FieldFault[];
};

const answer = (
  context: Desk,
  portal: Portal,
  kind: ImportKind,
  outcome: Outcome,
): Response | Promise<Response> =>
  shown(
    context,
    <ImportPage
      frame={frameOf(context, portal)}
      kind={kind}
      megabytes={portal.uploadMegabytes}
      {...outcome}
    />,
    outcome.faults.length > 0 ? 400 : 200,
  );
